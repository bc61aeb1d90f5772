// The preview beside the text: shows each reading in the page as the public will see it, leads from a click to the source
// and from the source to the page, and says so where the text could not be read.

import { setWords } from "../set-words.js";
import { placeInHead } from "./head-place.js";
import { openPage } from "./page.js";
import { ScrollSync } from "./scroll.js";

/** @import {Studio} from "../studio.js" */
/** @import {PreviewPage} from "./page.js" */

/**
 * @param {HTMLElement} section
 * @param {Pick<Studio, "manuscript" | "editor">} studio
 * @returns {Promise<PreviewPage>}
 */
export async function startPreview(section, { manuscript, editor }) {
  const page = await openPage(/** @type {HTMLIFrameElement} */ (section.querySelector("iframe")));
  const scroll = new ScrollSync(editor.view, page);
  const failure = /** @type {HTMLElement} */ (section.querySelector(".preview-failure"));

  const show = () => {
    if (!manuscript.reading) return;
    const changed = page.show(manuscript.reading.article);
    failure.hidden = true;
    const { state, hasFocus } = editor.view;
    if (changed > 0 && hasFocus) scroll.showLine(state.doc.lineAt(state.selection.main.head).number);
  };
  manuscript.addEventListener("reading", show);
  manuscript.addEventListener("failure", () => {
    setWords(failure, `The preview stands still: ${manuscript.failure?.message ?? "the text could not be read."}`);
    failure.hidden = false;
  });
  show();

  page.document.addEventListener("click", (event) => {
    // Links of the release lead nowhere from here.
    const target = /** @type {Element} */ (event.target);
    const link = target.closest("a");
    if (link) event.preventDefault();
    const address = link?.getAttribute("href") ?? "";
    if (address.startsWith("#")) page.reach(decodeURIComponent(address.slice(1)));
    // A selection of words is no click.
    const selected = page.document.getSelection();
    if (selected && !selected.isCollapsed) return;
    leadToSource(address.startsWith("#") ? page.document.getElementById(address.slice(1)) : target);
  });

  /** Puts the caret where the element's words stand. @param {Element | null} element */
  function leadToSource(element) {
    const reading = manuscript.currentReading;
    if (!element || !reading) return;
    const { model } = reading;
    const id = element.closest(".pm-evidence[id]")?.id;
    const grade = id && model.grades.find(({ evidence }) => evidence?.id === id);
    if (grade && grade.evidence) return editor.show(grade.evidence.start, grade.evidence.end, { focus: true });
    const anchor = page.anchors.findLast(({ element: each }) => each.contains(element));
    const { doc } = editor.view.state;
    const place = anchor ? doc.line(Math.min(anchor.line, doc.lines)).from : placeInHead(element, reading);
    if (place !== null) editor.show(place, place, { focus: true });
  }
  return page;
}
