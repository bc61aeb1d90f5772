// What was typed in the last moment before a page is left: the database may not be fast enough then, but a note that is
// written at once is. It is put into the draft when the draft is next opened.

/**
 * @typedef {{id: string, name: string, text: string, revision: number, at: number}} Rest revision: the one that the text follows; at: when it was
 *   noted
 */

const PREFIX = "pressmark-studio-rest-";

/** @param {Omit<Rest, "at">} rest @returns {boolean} whether it is written: storage may be refused or full */
export function writeRest(rest) {
  try {
    localStorage.setItem(PREFIX + rest.id, JSON.stringify({ ...rest, at: Date.now() }));
    return true;
  } catch {
    return false;
  }
}

/** @param {string} id */
export function dropRest(id) {
  try {
    localStorage.removeItem(PREFIX + id);
  } catch {
    // There is none to drop.
  }
}

/** What was noted and not yet put into its draft, the latest first. @returns {Rest[]} */
export function rests() {
  try {
    const ids = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
    return ids.map(readRest).filter((rest) => rest !== null).sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

/** @param {string} id @returns {Rest | null} */
export function readRest(id) {
  try {
    const { name, text, revision, at } = JSON.parse(localStorage.getItem(PREFIX + id) ?? "{}");
    return typeof text === "string" && typeof revision === "number" ? { id, name: String(name), text, revision, at: Number(at) || 0 } : null;
  } catch {
    return null;
  }
}
