// <press-release>, as a page uses it.
import { setDefaultWasm } from "pressmark";

setDefaultWasm(new URL("/pressmark.wasm", location.href));

export async function load() {
  return {
    host: "press-release",
    /** @param {string} text @param {any} host */
    mount(text, host) {
      return new Promise((resolve, reject) => {
        host.addEventListener("pressmark-render", ({ release }) => resolve(release.metadata), { once: true });
        host.addEventListener("pressmark-error", ({ error }) => reject(error), { once: true });
        host.source = text;
      });
    },
    /** @param {any} host */
    grades: (host) => host.release.grades.length,
  };
}
