// The page of the preview: a frame of its own, so that the article meets the widths and colours of a real page and none of
// the studio's styles. Nothing in it runs; its links are answered by the studio.

import { adoptStyles } from "../../elements/styles.js";
import { BADGE_STYLES, RELEASE_STYLES } from "../../generated/styles.js";
import { PAGE_STYLE } from "./page-style.js";
import { ArticleView } from "./patch.js";

/** @import {ArticleBlocks} from "../../core/node-blocks.js" */

export class PreviewPage {
  /** @type {HTMLIFrameElement} */
  #frame;
  /** @type {HTMLElement} */
  #article;
  /** What stands in the place of a release that is held back. @type {HTMLElement} */
  #notice;
  /** What stands in the place of a release of which nothing has been written. @type {HTMLElement} */
  #blank;
  /** @type {ArticleView} */
  #view;
  /** The style sheet of the host page. @type {CSSStyleSheet | null} */
  #worn = null;

  /** @param {HTMLIFrameElement} frame whose document has been loaded */
  constructor(frame) {
    this.#frame = frame;
    for (const sheet of [PAGE_STYLE, BADGE_STYLES, RELEASE_STYLES]) adoptStyles(this.document, sheet);
    this.#article = this.document.createElement("div");
    this.#notice = this.document.createElement("div");
    this.#blank = this.document.createElement("p");
    this.#blank.className = "blank";
    this.#blank.textContent = "What you write appears here as the public will see it.";
    this.document.body.append(this.#article, this.#notice);
    this.#view = new ArticleView(this.#article);
  }

  get frame() {
    return this.#frame;
  }

  /** @returns {Document} */
  get document() {
    return /** @type {Document} */ (this.#frame.contentDocument);
  }

  /** The elements that tell lines of the source, in order. */
  get anchors() {
    return this.#view.anchors;
  }

  /** The block of the body in which a line stands. @param {number} line from 1 */
  blockAt(line) {
    return this.#view.blockAt(line);
  }

  get scroller() {
    return this.document.documentElement;
  }

  /**
   * @param {ArticleBlocks} article
   * @returns {number} how many blocks have changed
   */
  show(article) {
    const { before, blocks, after } = article;
    if (before.length + blocks.length + after.length > 0) this.#blank.remove();
    else this.document.body.prepend(this.#blank);
    return this.#view.show(article);
  }

  /**
   * Lets the page look as one with this style sheet does; null: as before. Its rules beat those of Pressmark, as on the
   * page that it comes from.
   * @param {string | null} css
   */
  wear(css) {
    const { document } = this;
    const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#worn);
    this.#worn = null;
    if (css === null) return;
    this.#worn = new view.CSSStyleSheet();
    this.#worn.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#worn];
  }

  /** Shows a notice in place of the article; null: the article. @param {Element | null} notice */
  hold(notice) {
    this.#article.hidden = notice !== null;
    this.#notice.replaceChildren(...(notice ? [notice] : []));
  }

  /** @param {"light" | "dark"} colours */
  set colours(colours) {
    this.document.documentElement.dataset["colours"] = colours;
  }

  /** Leads to the words with this id, as a badge does. @param {string} id */
  reach(id) {
    for (const old of this.document.querySelectorAll(".pm-reached")) old.classList.remove("pm-reached");
    const target = this.document.getElementById(id);
    if (!target) return;
    const block = target.closest("p, li, h1, h2, h3, h4, h5, h6, td, th");
    for (const element of [target, ...(block?.querySelectorAll(".pm-evidence-more") ?? [])]) element.classList.add("pm-reached");
    target.scrollIntoView({ block: "center" });
  }
}

/**
 * Waits until the frame's own document is there.
 * @param {HTMLIFrameElement} frame
 * @returns {Promise<PreviewPage>}
 */
export async function openPage(frame) {
  // Before it is loaded, a frame shows an empty document that is thrown away.
  if (!frame.contentDocument?.querySelector("meta")) {
    await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  }
  return new PreviewPage(frame);
}
