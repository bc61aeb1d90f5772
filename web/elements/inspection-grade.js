// <inspection-grade>: one badge, of attributes alone. It loads nothing.

import { BADGE_STYLES } from "../generated/styles.js";
import { BadgeView } from "./badge-view.js";
import { BaseElement } from "./base-element.js";
import { findRung } from "./scales.js";
import { adoptStyles } from "./styles.js";
import { areaWords, dateWords, languageOf } from "./words.js";

/** @import {Badge} from "./badge-view.js" */

/** One inspection grade: its area and grade in words, the shape of its rank and the colour of its scale. */
export class InspectionGradeElement extends BaseElement {
  static observedAttributes = ["scale", "area", "grade", "date", "href", "language"];

  /** @type {BadgeView | null} */
  #view = null;

  get scale() {
    return this.textAttribute("scale");
  }
  set scale(value) {
    this.reflect("scale", value);
  }

  get area() {
    return this.textAttribute("area");
  }
  set area(value) {
    this.reflect("area", value);
  }

  get grade() {
    return this.textAttribute("grade");
  }
  set grade(value) {
    this.reflect("grade", value);
  }

  get date() {
    return this.textAttribute("date");
  }
  set date(value) {
    this.reflect("date", value);
  }

  get href() {
    return this.textAttribute("href");
  }
  set href(value) {
    this.reflect("href", value);
  }

  get language() {
    return languageOf(this.getAttribute("language"));
  }
  set language(value) {
    this.reflect("language", value);
  }

  /** Without a grade there is nothing to show, and the children stay. */
  update() {
    adoptStyles(this.getRootNode(), BADGE_STYLES);
    if (this.grade.trim() === "") return;
    const badge = this.badge;
    const before = this.#view?.element;
    const element = this.#view ? this.#view.update(badge) : (this.#view = new BadgeView(badge)).element;
    if (element !== before || element.parentNode !== this) this.replaceChildren(element);
  }

  /** What the attributes say, looked up in the scale. @returns {Badge} */
  get badge() {
    const { language } = this;
    const rung = findRung(this.scale, this.grade, language);
    return {
      area: areaWords({ area: this.area.trim() }, language),
      word: rung?.label ?? this.grade.trim(),
      wordLanguage: rung && !rung.translated ? "en" : null,
      rank: rung?.rank ?? null,
      tone: rung?.tone ?? null,
      notes: this.date ? [dateWords(this.date, language)] : [],
      href: linkTarget(this.getAttribute("href"), this.baseURI),
    };
  }
}

/**
 * An address that may be followed, as written; null for none and for schemes that could run something.
 * @param {string | null} href
 * @param {string} base
 */
function linkTarget(href, base) {
  if (!href) return null;
  try {
    const { protocol } = new URL(href, base);
    return /^(?:https?|mailto|tel):$/.test(protocol) || protocol === new URL(base).protocol ? href : null;
  } catch {
    return null;
  }
}
