// One draft, one writer: the tab that writes a draft holds its lock. A tab that comes later is told, waits, or takes over
// after the first has kept what it has. Where a browser has no locks, the revisions of the store still keep two tabs from
// writing over each other.

/** How long a page that is being left may need to let go. */
const LEAVING_MILLISECONDS = 700;
/** How long another tab has to keep its text before its draft is taken over. */
const HAND_OVER_MILLISECONDS = 1500;

/** @type {(id: string) => string} */
const lockName = (id) => `pressmark-studio-draft-${id}`;

/** What a tab has while it writes a draft. @typedef {{release: () => void}} Hold */

/**
 * @param {string} id of the draft
 * @param {{steal?: boolean, wait?: AbortSignal, lost: () => void}} options wait: until when to wait for the other tab; lost: called when another tab
 *   has taken over
 * @returns {Promise<Hold | null>} null: another tab has it
 */
export function hold(id, { steal = false, wait, lost }) {
  return new Promise((resolve) => {
    const { promise: until, resolve: release } = deferred();
    const none = { release: () => {} };
    if (!navigator.locks) return resolve(none);
    let isHeld = false;
    const options = steal ? { steal } : { signal: wait ?? AbortSignal.timeout(LEAVING_MILLISECONDS) };
    navigator.locks
      .request(lockName(id), options, () => {
        isHeld = true;
        resolve({ release });
        return until;
      })
      .catch((/** @type {unknown} */ error) => {
        const reason = error instanceof DOMException ? error.name : "";
        if (isHeld) lost();
        // Pages from disk may be refused locks altogether.
        else resolve(reason === "SecurityError" ? none : null);
      });
  });
}

/** @returns {{promise: Promise<void>, resolve: () => void}} */
function deferred() {
  /** @type {() => void} */
  let resolve = () => {};
  const promise = /** @type {Promise<void>} */ (new Promise((done) => (resolve = done)));
  return { promise, resolve };
}

/** Tabs ask each other to keep their text. */
export class Tabs {
  #channel = new BroadcastChannel("pressmark-studio");

  /** @param {(id: string) => Promise<unknown>} keep keeps the text, if this tab writes the draft */
  answerWith(keep) {
    this.#channel.addEventListener("message", async ({ data }) => {
      if (data?.kind !== "hand-over") return;
      await keep(data.id);
      this.#channel.postMessage({ kind: "handed-over", id: data.id });
    });
  }

  /** Waits until the tab that writes the draft has kept its text, though not for ever. @param {string} id */
  handOver(id) {
    return new Promise((resolve) => {
      const timer = setTimeout(finish, HAND_OVER_MILLISECONDS);
      const channel = this.#channel;
      /** @param {MessageEvent} event */
      function listen({ data }) {
        if (data?.kind === "handed-over" && data.id === id) finish();
      }
      function finish() {
        clearTimeout(timer);
        channel.removeEventListener("message", listen);
        resolve(undefined);
      }
      channel.addEventListener("message", listen);
      channel.postMessage({ kind: "hand-over", id });
    });
  }
}
