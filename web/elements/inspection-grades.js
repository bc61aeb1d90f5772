// <inspection-grades>: all the grades of a release, or of the <inspection-grade> children.

import { BADGE_STYLES } from "../generated/styles.js";
import { inspectionGrades } from "../generated/words.js";
import { BaseElement } from "./base-element.js";
import { createGradeList } from "./grade-list.js";
import { scaleName } from "./scales.js";
import { adoptStyles } from "./styles.js";
import { isOverall, languageOf } from "./words.js";

/** @import {GradeEntry, Layout} from "./grade-list.js" */
/** @import {InspectionGradeElement} from "./inspection-grade.js" */
/** @import {ReleaseGrades} from "./release-grades.js" */

/**
 * What is needed of a <press-release>; this file must not load the core.
 * @typedef {Element & {gradeEntries?(language: string | null): ReleaseGrades | null}} ReleaseElement
 */

/** A release tells by it, on its document or shadow root, that it shows other grades than before; the detail is its id. */
export const GRADES_CHANGED = "pm-grades";

/** Several inspection grades: as badges, as a table, or as a bar. */
export class InspectionGradesElement extends BaseElement {
  static observedAttributes = ["for", "layout", "language"];

  /** Where releases tell of their grades. @type {Node | null} */
  #root = null;
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

  disconnected() {
    this.#listenTo(null);
  }

  update() {
    const root = this.getRootNode();
    adoptStyles(root, BADGE_STYLES);
    this.#listenTo(root);
    this.#observer.observe(this, { childList: true });
    this.#view?.remove();
    if (this.for) this.#showRelease(root);
    else this.#showChildren();
    // Our own changes of the children are not news.
    this.#observer.takeRecords();
  }

  /** @param {Node | null} root */
  #listenTo(root) {
    this.#root?.removeEventListener(GRADES_CHANGED, this);
    root?.addEventListener(GRADES_CHANGED, this);
    this.#root = root;
  }

  /** A release tells of its grades. @param {Event} event */
  handleEvent(event) {
    if (/** @type {CustomEvent} */ (event).detail === this.for) this.requestUpdate();
  }

  /** @param {Node} root */
  #showRelease(root) {
    // An element that is not in a document has a root without ids.
    const element = /** @type {Document} */ (root).getElementById?.(this.for);
    const shown = /** @type {ReleaseElement | null} */ (element)?.gradeEntries?.(this.getAttribute("language"));
    const view = shown && createGradeList(this.layout, shown.entries, shown.language);
    // What stands here already stays, and with it the focus. Without a grade of now, only the table has anything to show.
    if (!view?.isEqualNode(this.firstChild)) this.showInstead(view?.firstChild ? view : null);
  }

  /** Badges are the children themselves, told to be a list; for another layout they are hidden and shown in it. */
  #showChildren() {
    this.showInstead(null);
    const children = /** @type {InspectionGradeElement[]} */ ([...this.children].filter((child) => "badge" in child));
    const asBadges = this.layout === "badges";
    const isList = asBadges && children[0];
    this.reflect("role", isList ? "list" : null);
    // A label of the page's own stays.
    const words = inspectionGrades[this.language];
    if ((this.getAttribute("aria-label") ?? words) === words) this.reflect("aria-label", isList ? words : null);
    const entries = children.flatMap((child) => {
      // Words of the page that stand there without a grade are all that is known of it.
      const entry = asBadges ? null : entryOfChild(child);
      child.hidden = !!entry;
      child.reflect("role", asBadges ? "listitem" : null);
      return entry ?? [];
    });
    if (!entries[0]) return;
    this.#view = createGradeList(this.layout, entries, this.language);
    this.append(this.#view);
  }
}

/** @param {InspectionGradeElement} child @returns {GradeEntry | null} */
function entryOfChild({ area, badge, badgeBefore, scale }) {
  return badge && { area: badge.area, scheme: scaleName(scale), overall: isOverall(area), now: badge, before: badgeBefore, count: 1 };
}
