// What was typed in the last moment before a page is left: the database may not be fast enough then, but a note that is
// written at once is. It is put into the draft when the draft is next opened.

/** @typedef {{id: string, name: string, text: string, revision: number}} Rest revision: the one that the text follows */

const PREFIX = "pressmark-studio-rest-";

/** @param {Rest} rest @returns {boolean} whether it is written: storage may be refused or full */
export function writeRest(rest) {
  try {
    localStorage.setItem(PREFIX + rest.id, JSON.stringify(rest));
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

/** The drafts that have a rest. @returns {string[]} */
export function restIds() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** @param {string} id @returns {Rest | null} */
export function readRest(id) {
  try {
    const rest = JSON.parse(localStorage.getItem(PREFIX + id) ?? "null");
    return typeof rest?.text === "string" && typeof rest.revision === "number" ? { id, name: String(rest.name), text: rest.text, revision: rest.revision } : null;
  } catch {
    return null;
  }
}
