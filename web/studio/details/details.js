// The form for what stands at the head of a release: headline, dates, area, language, picture, contacts, files, changes. It
// edits the same text as the editor, by ranges, and never rewrites the rest. While an edit is not yet read, further
// keystrokes wait for it.

import { create } from "../../elements/create.js";
import { setWords } from "../set-words.js";
import { FieldView } from "./field-view.js";
import { FIELDS, headOf, LISTS } from "./fields.js";
import { ListView } from "./list-view.js";

/** @import {Edit} from "../editor/editor.js" */
/** @import {Studio} from "../studio.js" */
/** @import {Head} from "./fields.js" */

/** A part of the form that is written in. @typedef {{edits: (head: Head) => Edit[] | null}} Written */

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function startDetails(panel, { manuscript, editor }) {
  const views = FIELDS.map((field) => new FieldView(field));
  const lists = LISTS.map((list) => new ListView(list, { written, edit: (edits) => editor.edit(edits), headNow }));
  const locked = create("p", { class: "form-locked", role: "status" });
  // A draft that another tab writes can be read here, in the form as in the text.
  const fields = /** @type {HTMLFieldSetElement} */ (create("fieldset", { class: "details-fields", role: "presentation" }, ...views.map(({ element }) => element), ...lists.map(({ element }) => element)));
  const form = create("form", { class: "details" }, locked, fields);
  editor.addEventListener("abilities", () => (fields.disabled = editor.isReadOnly));
  panel.append(create("h2", { class: "unseen" }, "Details of the release"), form);
  form.addEventListener("submit", (event) => event.preventDefault());

  /** Whether the next keystroke begins a step of undo. */
  let isFirst = true;
  form.addEventListener("focusin", () => (isFirst = true));
  /** Fields whose keystrokes came before the last one was read. @type {Set<Written>} */
  const waiting = new Set();
  for (const view of views) view.element.addEventListener("input", () => written(view));

  /** A keystroke in a field goes into the text, at once or when the text has been read. @param {Written} view */
  function written(view) {
    if (manuscript.currentReading) write(view);
    else waiting.add(view);
  }

  /** @param {Written} view */
  function write(view) {
    const head = headNow();
    const edits = head && view.edits(head);
    if (!edits || edits.length === 0) return;
    editor.edit(edits, { typing: isFirst ? "first" : "further" });
    isFirst = false;
  }

  /** @returns {Head | null} */
  function headNow() {
    const reading = manuscript.currentReading;
    return reading && headOf(reading);
  }

  manuscript.addEventListener("reading", () => {
    const head = headNow();
    if (!head) return;
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      write(next);
      if (!manuscript.currentReading) return;
    }
    const broken = !head.matter.isEditable || (!head.model.frontMatter && head.model.diagnostics.some(({ code, severity }) => severity === "error" && code.startsWith("front-matter")));
    setWords(locked, broken ? "The lines at the head of the text cannot be read as they are. Mend them first: the checks say how." : "");
    for (const view of [...views, ...lists]) view.show(head, broken);
  });
}
