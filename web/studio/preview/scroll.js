// Keeps text and preview at the same place. The side that the author uses leads; the other follows by the lines that the
// blocks of the article tell, and in between by proportion.

/** @import {EditorView} from "@codemirror/view" */
/** @import {PreviewPage} from "./page.js" */
/** @import {Anchor} from "./patch.js" */

export class ScrollSync {
  /** @type {EditorView} */
  #editor;
  /** @type {PreviewPage} */
  #page;
  /** @type {"editor" | "page"} */
  #leader = "editor";
  #frame = 0;

  /**
   * @param {EditorView} editor
   * @param {PreviewPage} page
   */
  constructor(editor, page) {
    this.#editor = editor;
    this.#page = page;
    for (const kind of ["pointerdown", "pointerenter", "wheel", "touchstart", "keydown", "focusin"]) {
      editor.scrollDOM.addEventListener(kind, () => (this.#leader = "editor"), { passive: true });
      page.document.addEventListener(kind, () => (this.#leader = "page"), { passive: true });
    }
    editor.scrollDOM.addEventListener("scroll", () => this.#leader === "editor" && this.#later(() => this.#followEditor()), { passive: true });
    page.document.addEventListener("scroll", () => this.#leader === "page" && this.#later(() => this.#followPage()), { passive: true });
  }

  /** Brings the block of a line into sight in the preview, where it is not. @param {number} line from 1 */
  showLine(line) {
    this.#leader = "editor";
    const block = this.#page.blockAt(line);
    if (!block) return;
    const { top, bottom } = block.getBoundingClientRect();
    const height = this.#page.scroller.clientHeight;
    if (top >= 0 && bottom <= height) return;
    this.#page.document.defaultView?.scrollBy({ top: top - height / 3 });
  }

  /** @param {() => void} work */
  #later(work) {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(work);
  }

  #followEditor() {
    const { scrollDOM, documentTop } = this.#editor;
    const { anchors, scroller } = this.#page;
    if (anchors.length === 0 || scroller.clientHeight === 0) return;
    const end = scrollDOM.scrollHeight - scrollDOM.clientHeight;
    const frameEnd = scroller.scrollHeight - scroller.clientHeight;
    if (scrollDOM.scrollTop <= 1) return this.#scrollPage(0);
    if (scrollDOM.scrollTop >= end - 1) return this.#scrollPage(frameEnd);
    const height = scrollDOM.getBoundingClientRect().top - documentTop;
    const block = this.#editor.lineBlockAtHeight(height);
    const line = this.#editor.state.doc.lineAt(block.from).number;
    const exact = line + (block.height > 0 ? Math.min(1, Math.max(0, (height - block.top) / block.height)) : 0);
    const index = lastAtOrBefore(anchors, (each) => each.line <= exact);
    const [above, below] = [anchors[index], next(anchors, index)];
    const [from, to] = [above?.line ?? 1, below?.line ?? this.#editor.state.doc.lines + 1];
    const [top, bottom] = [above ? this.#topOf(above) : 0, below ? this.#topOf(below) : frameEnd + scroller.clientHeight];
    this.#scrollPage(top + ((bottom - top) * (exact - from)) / Math.max(1, to - from));
  }

  #followPage() {
    const { scrollDOM, documentTop, state } = this.#editor;
    const { anchors, scroller } = this.#page;
    if (anchors.length === 0) return;
    const place = scroller.scrollTop;
    if (place <= 1) return void (scrollDOM.scrollTop = 0);
    const index = lastAtOrBefore(anchors, (each) => this.#topOf(each) <= place);
    const [above, below] = [anchors[index], next(anchors, index)];
    const [top, bottom] = [above ? this.#topOf(above) : 0, below ? this.#topOf(below) : scroller.scrollHeight];
    const [from, to] = [above?.line ?? 1, below?.line ?? state.doc.lines];
    const exact = from + ((to - from) * (place - top)) / Math.max(1, bottom - top);
    const line = state.doc.line(Math.min(state.doc.lines, Math.max(1, Math.floor(exact))));
    const block = this.#editor.lineBlockAt(line.from);
    const offset = documentTop - scrollDOM.getBoundingClientRect().top + scrollDOM.scrollTop;
    scrollDOM.scrollTop = offset + block.top + block.height * (exact - Math.floor(exact));
  }

  /** @param {Anchor} anchor */
  #topOf({ element }) {
    return element.getBoundingClientRect().top + this.#page.scroller.scrollTop;
  }

  /** @param {number} top */
  #scrollPage(top) {
    this.#page.scroller.scrollTop = top;
  }
}

/**
 * Index of the last anchor for which it is true, -1 where there is none; true for the first ones and false from there on.
 * @param {readonly Anchor[]} anchors
 * @param {(anchor: Anchor) => boolean} holds
 */
function lastAtOrBefore(anchors, holds) {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(/** @type {Anchor} */ (anchors[middle]))) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first anchor behind this one that begins on a later line. @param {readonly Anchor[]} anchors @param {number} index */
function next(anchors, index) {
  const line = anchors[index]?.line ?? 0;
  for (let at = index + 1; at < anchors.length; at++) {
    if (/** @type {Anchor} */ (anchors[at]).line > line) return anchors[at];
  }
  return undefined;
}
