// <inspection-grade>: one badge, of attributes alone. It loads nothing.

import { createBadge } from "./badge-view.js";
import { BaseElement } from "./base-element.js";
import { findRung } from "./scales.js";
import { areaWords, dateWords, languageOf } from "./words.js";

/** @import {Badge} from "./badge-view.js" */
/** @import {Rung} from "./scales.js" */

/** One inspection grade: its area and grade in words, the shape of its rank and the colour of its scale. */
export class InspectionGradeElement extends BaseElement {
  static observedAttributes = ["scale", "area", "grade", "previous", "date", "href", "language"];

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

  get previous() {
    return this.textAttribute("previous");
  }
  set previous(value) {
    this.reflect("previous", value);
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
    const { badge, parentElement } = this;
    this.showInstead(badge && createBadge(badge));
    // An <inspection-grades> around shows what its children say.
    if (parentElement instanceof BaseElement) parentElement.requestUpdate();
  }

  /** The grade before, for a table of then and now. @returns {Badge | null} */
  get badgeBefore() {
    return this.previous ? this.#badgeOf(this.previous, [], null) : null;
  }

  /** What the attributes say, looked up in the scale; null without a grade. @returns {Badge | null} */
  get badge() {
    if (!this.grade.trim()) return null;
    const notes = this.date ? [dateWords(this.date, this.language)] : [];
    return this.#badgeOf(this.grade, notes, linkTarget(this.href, this.baseURI));
  }

  /**
   * @param {string} grade
   * @param {string[]} notes
   * @param {string | null} href
   * @returns {Badge}
   */
  #badgeOf(grade, notes, href) {
    const { language } = this;
    /** @type {Partial<Rung>} */
    const { label = grade.trim(), translated = true, rank, tone } = findRung(this.scale, grade, language) ?? {};
    const lang = this.hasAttribute("language") && language;
    return { area: areaWords(this.area, language), word: label, wordLanguage: translated ? null : "en", rank, tone, notes, href, lang };
  }
}

/**
 * An address that may be followed, as written; empty for none, null for schemes that could run something.
 * @param {string} href
 * @param {string} base
 */
function linkTarget(href, base) {
  try {
    const { protocol } = new URL(href, base);
    return /^(https?|mailto|tel):$/.test(protocol) || protocol === new URL(base).protocol ? href : null;
  } catch {
    return null;
  }
}
