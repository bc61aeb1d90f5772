// <inspection-grades>: all the grades of a release, or of the <inspection-grade> children.

import { BADGE_STYLES } from "../generated/styles.js";
import { detectedNote, inspectionGrades, previously } from "../generated/words.js";
import { BaseElement } from "./base-element.js";
import { buildGradeList } from "./grade-list.js";
import { findRung } from "./scales.js";
import { adoptStyles } from "./styles.js";
import { areaWords, languageOf } from "./words.js";

/** @import {Grade} from "../core/types.js" */
/** @import {GradeEntry, Layout} from "./grade-list.js" */
/** @import {InspectionGradeElement} from "./inspection-grade.js" */
/** @import {Language} from "./words.js" */

/**
 * What is needed of a <press-release>; this file must not load the core.
 * @typedef {Element & {release?: {grades: readonly Grade[], language: string | null} | null, embargoed?: boolean}} ReleaseElement
 */

/** Several inspection grades: as badges, as a table, or as a bar. */
export class InspectionGradesElement extends BaseElement {
  static observedAttributes = ["for", "layout", "language"];

  /** Where events of releases are heard. @type {Node | null} */
  #root = null;
  /** Tells of changes among the children. @type {MutationObserver | null} */
  #observer = null;
  /** What stood inside before the grades of a release did. @type {Node[] | null} */
  #fallback = null;
  /** What this element has built. @type {HTMLElement | null} */
  #view = null;
  /** @param {Event} event */
  #hear = (event) => {
    if (event.target instanceof Element && event.target.id === this.for) this.requestUpdate();
  };

  /** The id of a <press-release> in the same document or shadow root. */
  get for() {
    return this.textAttribute("for");
  }
  set for(value) {
    this.reflect("for", value);
  }

  /** @returns {Layout} */
  get layout() {
    return this.wordAttribute("layout", /** @type {const} */ (["badges", "table", "bar"]));
  }
  set layout(value) {
    this.reflect("layout", value);
  }

  get language() {
    return languageOf(this.getAttribute("language"));
  }
  set language(value) {
    this.reflect("language", value);
  }

  connected() {
    this.#observer = new MutationObserver(() => this.requestUpdate());
  }

  disconnected() {
    this.#listenTo(null);
    this.#observer?.disconnect();
  }

  update() {
    const root = this.getRootNode();
    adoptStyles(root, BADGE_STYLES);
    this.#listenTo(root);
    // Our own changes of the children are not news.
    this.#observer?.disconnect();
    if (this.for) this.#showRelease(root);
    else this.#showChildren();
    this.#observer?.observe(this, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["scale", "area", "grade", "date", "href"],
    });
  }

  /** @param {Node | null} root */
  #listenTo(root) {
    if (root === this.#root) return;
    for (const type of ["pressmark-render", "pressmark-error"]) {
      this.#root?.removeEventListener(type, this.#hear);
      root?.addEventListener(type, this.#hear);
    }
    this.#root = root;
  }

  /** @param {Node} root */
  #showRelease(root) {
    const element = "getElementById" in root ? /** @type {Document} */ (root).getElementById(this.for) : null;
    const { release, embargoed } = /** @type {ReleaseElement} */ (element ?? {});
    if (!release || embargoed || release.grades.length === 0) return this.#clear();
    const language = languageOf(this.getAttribute("language") ?? release.language);
    const subjects = new Set(release.grades.map(({ subject }) => subject));
    const entries = release.grades.map((grade) => entryOfGrade(grade, language, subjects.size > 1));
    const view = buildGradeList(this.layout, entries, language);
    this.#fallback ??= [...this.childNodes];
    this.#view = view;
    this.replaceChildren(view);
  }

  /** Takes away what this element has built. */
  #clear() {
    if (this.#fallback) this.replaceChildren(...this.#fallback);
    else this.#view?.remove();
    this.#fallback = null;
    this.#view = null;
  }

  /** Badges are the children themselves, told to be a list; for another layout they are hidden and shown in it. */
  #showChildren() {
    this.#clear();
    const children = /** @type {InspectionGradeElement[]} */ ([...this.children].filter((child) => "badge" in child));
    const asBadges = this.layout === "badges";
    const isList = asBadges && children.length > 0;
    this.reflect("role", isList ? "list" : null);
    // A label of the page's own stays.
    const label = this.getAttribute("aria-label");
    const words = inspectionGrades[this.language];
    if (label === null || label === words) this.reflect("aria-label", isList ? words : null);
    for (const child of children) {
      child.hidden = !asBadges;
      child.reflect("role", asBadges ? "listitem" : null);
    }
    if (asBadges || children.length === 0) return;
    this.#view = buildGradeList(this.layout, children.map((child) => ({ ...child.badge, count: 1 })), this.language);
    this.append(this.#view);
  }
}

/**
 * @param {Grade} grade
 * @param {Language} language
 * @param {boolean} severalSubjects whether the release tells of more than one
 * @returns {GradeEntry}
 */
function entryOfGrade(grade, language, severalSubjects) {
  const rung = findRung(grade.scale, grade.grade, language);
  /** @type {string[]} */
  const notes = [];
  if (grade.subject && severalSubjects) notes.push(grade.subject);
  if (grade.when === "previous") notes.push(previously[language]);
  if (grade.source === "detected") notes.push(detectedNote[language]);
  return {
    area: areaWords(grade, language),
    word: rung?.label ?? grade.label,
    wordLanguage: rung && !rung.translated ? "en" : null,
    rank: grade.rank,
    tone: grade.tone,
    notes,
    href: null,
    count: countOf(grade),
  };
}

/** For how many areas a grade speaks. @param {Grade} grade */
function countOf({ area, count }) {
  return area === "all" || area === "some" ? (count ?? null) : 1;
}
