// The badge as DOM nodes: the same markup as in an article (docs/architecture.md).

import { SHAPE_PATHS } from "../generated/vocabulary.js";
import { create } from "./create.js";

/**
 * @typedef {object} Badge
 * @property {string} area may be empty
 * @property {string} word the grade in words
 * @property {string | null} wordLanguage where it is not the language around
 * @property {number} [rank] without one, as where the scale is not known, there is no shape
 * @property {number} [tone] without one there is no colour
 * @property {string[]} notes "read from the text", a date
 * @property {string | null} href
 * @property {string | false} [lang] of all its words, where somebody says so
 */

/**
 * @param {Badge} badge
 * @returns {HTMLElement}
 */
export function createBadge({ area, word, wordLanguage, rank, tone, notes, href, lang }) {
  const shape = shapePath(rank);
  const parts = [
    shape && create("svg", { class: "pm-grade-shape", viewBox: "0 0 16 16", "aria-hidden": "true" }, shape),
    area && create("span", { class: "pm-grade-area" }, area),
    create("span", { class: "pm-grade-word", lang: wordLanguage }, word),
    ...notes.map((note) => create("span", { class: "pm-grade-source" }, note)),
  ].filter(Boolean);
  // A space between each two, for those who copy or hear the words.
  const content = /** @type {(string | Node)[]} */ (parts.flatMap((part, index) => (index ? [" ", part] : [part])));
  return create(href ? "a" : "span", { class: withTone("pm-grade", tone), href, lang }, ...content);
}

/** @param {number} [rank] */
export function shapePath(rank = 0) {
  const d = SHAPE_PATHS[Math.min(rank, SHAPE_PATHS.length) - 1];
  return d ? create("path", { d }) : null;
}

/** @param {string} name @param {number} [tone] */
export function withTone(name, tone) {
  return tone ? `${name} pm-tone-${tone}` : name;
}
