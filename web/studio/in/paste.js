// Pasting into the text: what comes with formatting becomes Markdown, in one step that can be undone. The author's own choice
// "paste as plain text" brings no formatting along, and is left to the editor.

import { isLiteral } from "../editor/language.js";
import { tell } from "../notices.js";
import { hasStructure, htmlToMarkdown, leftOutWords } from "./markdown.js";

/** @import {EditorView} from "@codemirror/view" */
/** @import {Editor} from "../editor/editor.js" */

/**
 * @param {Editor} editor
 * @param {(file: File) => Promise<unknown>} takeFile
 */
export function startPaste(editor, takeFile) {
  const { view } = editor;
  // Before the editor's own listener.
  view.dom.addEventListener("paste", (event) => paste(event, event.clipboardData), { capture: true });
  view.dom.addEventListener("drop", (event) => dropped(event), { capture: true });

  /** @param {DragEvent} event */
  function dropped(event) {
    const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
    // Words that move inside the text are the editor's business.
    if (at === null || view.state.selection.main.from !== view.state.selection.main.to) return;
    if (editor.isReadOnly || !event.dataTransfer?.getData("text/html")) return;
    view.dispatch({ selection: { anchor: at } });
    paste(event, event.dataTransfer);
  }

  /** @param {Event} event @param {DataTransfer | null} data */
  function paste(event, data) {
    if (!data || editor.isReadOnly) return;
    const html = data.getData("text/html");
    const plain = data.getData("text/plain");
    const [file] = data.files;
    if (html && hasStructure(html) && !/^---\n/.test(plain) && !isValue(plain)) {
      const { markdown, leftOut } = htmlToMarkdown(html);
      if (markdown.trim() === "") return;
      stop(event);
      insert(markdown, plain);
      tell(`Pasted with its formatting. ${leftOutWords(leftOut)}`.trim(), plain ? [{ label: "Paste as plain text instead", run: () => insteadPlain(plain) }] : []);
    } else if (!html && !plain && file) {
      stop(event);
      takeFile(file);
    }
  }

  /** Whether a line goes into the head of the text, into code or into the address of a link, where marks would be seen as they are. @param {string} plain */
  function isValue(plain) {
    const line = plain.trim();
    const { state } = view;
    const { from, to } = state.selection.main;
    if (line === "" || line.includes("\n")) return false;
    return [from, to].every((at) => isLiteral(state, at)) || /\]\(<?[^\s()]*$/.test(state.sliceDoc(state.doc.lineAt(from).from, from));
  }

  /** Where the last paste stands. @type {{from: number, to: number, text: string}} */
  let last = { from: 0, to: 0, text: "" };

  /** @param {string} markdown @param {string} plain */
  function insert(markdown, plain) {
    const { main } = view.state.selection;
    // A few words go into the line, more go onto lines of their own.
    const isInline = !/\n/.test(markdown.trim()) && !/\n\s*\n/.test(plain.trim()) && !/^(#{1,6} |- |\d+\. |> |\|)/.test(markdown);
    const text = isInline ? markdown.trim() : withDistance(view, main.from, main.to, markdown);
    replace(main.from, main.to, text);
  }

  /** @param {number} from @param {number} to @param {string} text */
  function replace(from, to, text) {
    view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length }, scrollIntoView: true, userEvent: "input.paste" });
    last = { from, to: from + text.length, text };
    view.focus();
  }

  /** @param {string} plain */
  function insteadPlain(plain) {
    const words = plain.replace(/\r\n?/g, "\n");
    if (editor.isReadOnly || view.state.sliceDoc(last.from, last.to) !== last.text) return tell("The text has changed since. Undo, and paste again with Ctrl+Shift+V.");
    replace(last.from, last.to, words);
  }
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * Empty lines between what is pasted and what stands around it.
 * @param {EditorView} view
 * @param {number} from
 * @param {number} to
 * @param {string} markdown
 */
function withDistance({ state }, from, to, markdown) {
  const before = state.sliceDoc(Math.max(0, from - 2), from);
  const after = state.sliceDoc(to, to + 2);
  const above = from === 0 || before === "\n\n" ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = to === state.doc.length ? "\n" : after === "\n\n" ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  return `${above}${markdown.trim()}${below}`;
}
