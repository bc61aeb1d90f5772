// The headline can stand in the front matter, there with the name of the site behind it, or be the first heading of the
// text: changing it changes every place that shows it.

import { narrowed } from "./front-matter.js";

/** @import {Edit} from "../editor/editor.js" */
/** @import {Model} from "../manuscript.js" */
/** @import {FrontMatter} from "./front-matter.js" */

const PAGE = /** @type {const} */ (["title"]);
const SHARED = /** @type {const} */ (["og.title", "og:title"]);

/**
 * @param {string} text
 * @param {Model} model read from the text
 * @param {FrontMatter} matter
 * @param {string} words
 * @returns {Edit[] | null} null: not certain
 */
export function writeHeadline(text, model, matter, words) {
  const page = matter.read(PAGE);
  const shared = matter.read(SHARED);
  const heading = headingOf(text, model);
  /** @type {(Edit[] | null)[]} */
  const edits = [];
  if (shared !== null && shared === model.title) edits.push(matter.write(SHARED, words));
  if (page !== null && model.title !== null && page.startsWith(model.title)) {
    edits.push(matter.write(PAGE, words + (words === "" ? "" : page.slice(model.title.length))));
  }
  if (heading && (edits.length === 0 || sameWords(heading.words, model.title ?? ""))) {
    edits.push([narrowed(text, { start: heading.start, end: heading.end, text: words })]);
  }
  if (edits.length === 0) edits.push(matter.write(PAGE, words));
  return edits.every((each) => each !== null) ? edits.flat() : null;
}

/**
 * The words of the heading that is the headline, in the text.
 * @param {string} text
 * @param {Model} model
 */
function headingOf(text, { title, headings }) {
  const heading = headings.find((each) => title !== null && sameWords(each.text, title));
  if (!heading) return null;
  let lineStart = 0;
  for (let line = 1; line < heading.line; line++) lineStart = text.indexOf("\n", lineStart) + 1;
  const [line = ""] = text.slice(lineStart).split("\n", 1);
  const [before] = /^ {0,3}(#{1,6}[ \t]+)?/.exec(line) ?? [""];
  const words = line.slice(before.length).replace(/([ \t]+#+)?[ \t]*$/, "");
  const start = lineStart + before.length;
  return { start, end: start + words.length, words: heading.text };
}

/** Typography has no say in whether words are the same. @param {string} one @param {string} other */
function sameWords(one, other) {
  /** @param {string} words */
  const plain = (words) => words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—-]+/g, "-").replace(/…/g, "...");
  return plain(one) === plain(other);
}
