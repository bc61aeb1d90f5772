// Where the parts of the page stand that are made of the head of the text: a click on one of them leads there.

import { FIELDS, headOf, LISTS } from "../details/fields.js";

/** @import {Reading} from "../manuscript.js" */

/** By the lines of the form that write them; the first that is there counts. */
const PARTS = Object.freeze([
  { selector: ".pm-embargo", fields: ["embargo", "status", "published"] },
  { selector: ".pm-draft, .pm-corrected, .pm-withdrawn", fields: ["status"] },
  { selector: ".pm-summary", fields: ["summary"] },
  { selector: ".pm-area", fields: ["area"] },
  { selector: ".pm-dateline", fields: ["published"] },
  { selector: ".pm-image", fields: ["image"] },
  { selector: ".pm-contact", fields: ["contacts"] },
  { selector: ".pm-attachments", fields: ["attachments"] },
  { selector: ".pm-history", fields: ["history"] },
]);

/**
 * @param {Element} element of the page
 * @param {Reading} reading that it shows
 * @returns {number | null} the place in the text
 */
export function placeInHead(element, reading) {
  const part = PARTS.find(({ selector }) => element.closest(selector));
  if (!part) return null;
  const { matter } = headOf(reading);
  for (const name of part.fields) {
    const field = [...FIELDS, ...LISTS].find(({ id }) => id === name);
    const found = field && matter.find(field.paths);
    if (found) return found.entry.place.start;
  }
  return null;
}
