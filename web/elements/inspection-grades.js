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

/** Several inspection grades: as badges, as a table, or as a bar. */
export class InspectionGradesElement extends BaseElement {
  static observedAttributes = ["for", "layout", "language"];

  /** Where events of releases are heard. @type {Node | null} */
  #root = null;
  /** Tells of changes among the children. */
  #observer = new MutationObserver(() => this.requestUpdate());
  /** What stood inside before the grades of a release did. @type {Node[] | null} */
  #fallback = null;
  /** What this element has built. @type {HTMLElement | null} */
  #view = null;
  /** @param {Event} event */
  #hear = (event) => {
    if (/** @type {Element} */ (event.target).id === this.for) this.requestUpdate();
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

  disconnected() {
    this.#listenTo(null);
    this.#observer.disconnect();
  }

  update() {
    const root = this.getRootNode();
    adoptStyles(root, BADGE_STYLES);
    this.#listenTo(root);
    // Our own changes of the children are not news.
    this.#observer.disconnect();
    if (this.for) this.#showRelease(root);
    else this.#showChildren();
    this.#observer.observe(this, { childList: true, subtree: true, attributes: true });
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
    // An element that is not in a document has a root without ids.
    const element = /** @type {Document} */ (root).getElementById?.(this.for);
    const shown = /** @type {ReleaseElement | null} */ (element)?.gradeEntries?.(this.getAttribute("language"));
    if (!shown) return this.#clear();
    const view = createGradeList(this.layout, shown.entries, shown.language);
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
    const isList = asBadges && children[0];
    this.reflect("role", isList ? "list" : null);
    // A label of the page's own stays.
    const words = inspectionGrades[this.language];
    if ((this.getAttribute("aria-label") ?? words) === words) this.reflect("aria-label", isList ? words : null);
    for (const child of children) {
      child.hidden = !asBadges;
      child.reflect("role", asBadges ? "listitem" : null);
    }
    if (asBadges || !children[0]) return;
    this.#view = createGradeList(this.layout, children.map(entryOfChild), this.language);
    this.append(this.#view);
  }
}

/** @param {InspectionGradeElement} child @returns {GradeEntry} */
function entryOfChild({ area, badge, badgeBefore, scale }) {
  return { area: badge.area, scheme: scaleName(scale), overall: isOverall(area), now: badge, before: badgeBefore, count: 1 };
}
