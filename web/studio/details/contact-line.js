// A contact that is written as one line: what the core reads in it.

/** @import {Model} from "../manuscript.js" */

/** Words that only say what comes next to them. */
const LABELS = /\b(e-?mail|mail|telephone|phone|tel|call)\b/gi;

/**
 * The parts of the line, where they are all that it says: nothing of it would be lost by them.
 * @param {Model} model read from the text in which the line stands
 * @param {string} line
 * @returns {{key: string, words: string}[] | null}
 */
export function contactParts({ contacts }, line) {
  for (const { name, telephone, email } of contacts) {
    const parts = Object.entries({ name, telephone, email }).flatMap(([key, words]) => (words === null ? [] : [{ key, words }]));
    const rest = parts.reduce((words, part) => words.replace(part.words, () => " "), line);
    const isIn = parts.every(({ words }) => line.includes(words));
    if (parts.length > 1 && isIn && !/[\p{L}\p{N}]/u.test(rest.replace(LABELS, ""))) return parts;
  }
  return null;
}
