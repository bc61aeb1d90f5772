// The badge as DOM nodes: the same markup as in an article (docs/architecture.md), built once and changed where it must.

import { SHAPE_PATHS } from "../generated/vocabulary.js";

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

/**
 * @typedef {object} Badge
 * @property {string} area may be empty
 * @property {string} word the grade in words
 * @property {string | null} wordLanguage where it is not the language around
 * @property {number | null} rank null: the scale is not known, so no shape
 * @property {number | null} tone null: no colour
 * @property {string[]} notes "previous inspection", "read from the text", a date
 * @property {string | null} href
 */

export class BadgeView {
  /** @type {HTMLElement} */
  element;
  #path = document.createElementNS(SVG_NAMESPACE, "path");
  #shape = shapeAround(this.#path);
  #area = span("pm-grade-area");
  #word = span("pm-grade-word");
  /** What the element shows, to leave it alone when nothing has changed. */
  #shown = "";

  /** @param {Badge} badge */
  constructor(badge) {
    this.element = span("pm-grade");
    this.update(badge);
  }

  /**
   * @param {Badge} badge
   * @returns {HTMLElement} the element, which is a new one when a link came or went
   */
  update(badge) {
    const wanted = JSON.stringify(badge);
    if (wanted === this.#shown) return this.element;
    this.#shown = wanted;

    const name = badge.href === null ? "span" : "a";
    if (this.element.localName !== name) this.element = document.createElement(name);
    this.element.className = badge.tone === null ? "pm-grade" : `pm-grade pm-tone-${badge.tone}`;
    if (badge.href !== null) this.element.setAttribute("href", badge.href);

    const path = badge.rank === null ? undefined : SHAPE_PATHS[badge.rank - 1];
    if (path) this.#path.setAttribute("d", path);
    this.#area.textContent = badge.area;
    this.#word.textContent = badge.word;
    if (badge.wordLanguage) this.#word.lang = badge.wordLanguage;
    else this.#word.removeAttribute("lang");

    const notes = badge.notes.map((note) => span("pm-grade-source", note));
    const parts = [path ? this.#shape : "", badge.area ? this.#area : "", this.#word, ...notes];
    // A space between each two, for those who copy or hear the words.
    this.element.replaceChildren(...parts.filter(Boolean).flatMap((part, index) => (index ? [" ", part] : [part])));
    return this.element;
  }
}

/** @param {SVGPathElement} path */
function shapeAround(path) {
  const svg = document.createElementNS(SVG_NAMESPACE, "svg");
  svg.classList.add("pm-grade-shape");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  svg.append(path);
  return svg;
}

/**
 * @param {string} className
 * @param {string} [text]
 */
function span(className, text) {
  const element = document.createElement("span");
  element.className = className;
  if (text) element.textContent = text;
  return element;
}
