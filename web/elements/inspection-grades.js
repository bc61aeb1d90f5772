// <inspection-grades>: all the grades of a release, or of the <inspection-grade> children.

import { inspectionGrades } from "../generated/words.js";
import { BaseElement } from "./base-element.js";
import { createGradeList } from "./grade-list.js";
import { scaleName } from "./scales.js";
import { isOverall, languageOf } from "./words.js";

/** @import {GradeEntry, Layout} from "./grade-list.js" */
/** @import {InspectionGradeElement} from "./inspection-grade.js" */
/** @import {ReleaseGrades} from "./release-grades.js" */

/**
 * What is needed of a <press-release>; this file must not load the core.
 * @typedef {Element & {gradeEntries?(language: string | null): ReleaseGrades | null}} ReleaseElement
 */

/** A release tells the document by it that it shows other grades than before, or elsewhere; the detail is its id. */
export const GRADES_CHANGED = "pm-grades";

/** Several inspection grades: as badges, as a table, or as a bar. */
export class InspectionGradesElement extends BaseElement {
  static observedAttributes = ["for", "layout", "language"];

  /** Tells of children that come and go; what changes in one, it tells itself. */
  #observer = new MutationObserver(() => this.requestUpdate());
  /** The layout of the children that stands beside them. @type {HTMLElement | null} */
  #view = null;
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
    document.addEventListener(GRADES_CHANGED, this);
  }

  disconnected() {
    document.removeEventListener(GRADES_CHANGED, this);
  }

  update() {
    this.#observer.observe(this, { childList: true });
    this.#view?.remove();
    if (this.for) this.#showRelease();
    else this.#showChildren();
    // Our own changes of the children are not news.
    this.#observer.takeRecords();
  }

  /** A release tells of its grades. @param {Event} event */
  handleEvent(event) {
    if (/** @type {CustomEvent} */ (event).detail === this.for) this.requestUpdate();
  }

  #showRelease() {
    const element = /** @type {Document} */ (this.getRootNode()).getElementById(this.for);
    const shown = /** @type {ReleaseElement | null} */ (element)?.gradeEntries?.(this.getAttribute("language"));
    const view = shown && createGradeList(this.layout, shown.entries, shown.language, shown.marked);
    // Without a grade of now, only the table has anything to show.
    this.showInstead(view?.firstChild && view);
  }

  /** Badges are the children themselves, told to be a list; for another layout they are hidden and shown in it. */
  #showChildren() {
    this.showInstead();
    const children = /** @type {InspectionGradeElement[]} */ ([...this.children].filter((child) => "badge" in child));
    const asBadges = this.layout === "badges";
    const role = asBadges && children[0] ? "list" : null;
    this.reflect("role", role);
    // A label of the page's own stays.
    const words = inspectionGrades[this.language];
    if ((this.getAttribute("aria-label") ?? words) === words) this.reflect("aria-label", role && words);
    /** @type {GradeEntry[]} */
    const entries = children.flatMap((child) => {
      const { area, badge: now, badgeBefore: before } = child;
      child.reflect("role", asBadges ? "listitem" : null);
      // Without a grade, the words of the page are all that is known of it.
      child.hidden = !asBadges && !!now;
      if (asBadges || !now) return [];
      return { area: now.area, scheme: scaleName(child.scale), overall: isOverall(area), now, before, count: 1 };
    });
    if (!entries[0]) return;
    this.#view = createGradeList(this.layout, entries, this.language, this.hasAttribute("language"));
    this.append(this.#view);
  }
}
