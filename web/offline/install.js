// Keeps the studio on this computer, so that it opens without a network, and says when a newer one is there. The newer one
// waits until the author wants it or all its tabs are closed: nothing changes under the author's hands.

import { tell } from "../studio/notices.js";
import { trusted } from "../studio/trusted.js";

/** Looking for a newer studio in a tab that stays open for days. */
const HOURS = 6;

export async function keepForOffline() {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register(trusted(new URL("./service-worker.js", import.meta.url).href), { updateViaCache: "none" });
    if (registration.waiting && registration.active) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      // The first one is no newer version.
      if (!registration.active) return;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed") offer(worker);
      });
    });
    setInterval(() => registration.update().catch(() => {}), HOURS * 3_600_000);
  } catch {
    // No place to keep it, or no trust: the studio works as long as there is a network.
  }

  /** @param {ServiceWorker} worker */
  function offer(worker) {
    tell("A new version of the studio is here. Your drafts stay as they are.", [
      {
        label: "Use it now",
        run: () => {
          // Another tab may have been first.
          if (worker.state === "activated") return location.reload();
          serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
          worker.postMessage("take over");
        },
      },
    ]);
  }
}
