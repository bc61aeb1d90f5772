// Bold, italic, headings, lists, quotations and links for authors who do not write Markdown: each is one edit of the text,
// and taking it back is the same command again.

import { EditorSelection } from "@codemirror/state";

/** @import {EditorView} from "@codemirror/view" */
/** @import {ChangeSpec, EditorState, Line} from "@codemirror/state" */

/** @typedef {(view: EditorView) => boolean} Command */

/**
 * Puts a mark around the selected words, or takes it away where it stands already.
 * @param {string} mark
 * @returns {Command}
 */
export function surround(mark) {
  return (view) => {
    const { state } = view;
    view.dispatch(
      state.changeByRange((range) => {
        const { from, to } = range.empty ? (state.wordAt(range.head) ?? range) : range;
        const size = mark.length;
        const around = state.sliceDoc(from - size, from) === mark && state.sliceDoc(to, to + size) === mark;
        if (around) {
          const changes = [{ from: from - size, to: from }, { from: to, to: to + size }];
          return { changes, range: EditorSelection.range(from - size, to - size) };
        }
        const changes = [{ from, insert: mark }, { from: to, insert: mark }];
        return { changes, range: EditorSelection.range(from + size, to + size) };
      }),
      { userEvent: "input.format", scrollIntoView: true },
    );
    return true;
  };
}

/** @param {EditorState} state @returns {Line[]} */
function selectedLines(state) {
  const { from, to } = state.selection.main;
  const lines = [];
  for (let at = from; ; ) {
    const line = state.doc.lineAt(at);
    lines.push(line);
    if (line.to >= to) return lines;
    at = line.to + 1;
  }
}

/**
 * Begins every selected line with a mark of its own, or takes it away where all have it. A mark of another kind gives way.
 * @param {(index: number) => string} markOf
 * @param {RegExp} own how the mark is recognised
 * @returns {Command}
 */
function beginLines(markOf, own) {
  return (view) => {
    const lines = selectedLines(view.state).filter((line, _, all) => line.length > 0 || all.length === 1);
    const all = lines.every(({ text }) => own.test(text));
    /** @type {ChangeSpec[]} */
    const changes = lines.map(({ from, text }, index) => {
      const before = /^(#{1,6} |> |[-*+] |\d+[.)] )?/.exec(text)?.[0].length ?? 0;
      return { from, to: from + before, insert: all ? "" : markOf(index) };
    });
    view.dispatch({ changes, userEvent: "input.format", scrollIntoView: true });
    return true;
  };
}

export const heading = beginLines(() => "## ", /^## /);
export const bulletList = beginLines(() => "- ", /^[-*+] /);
export const numberedList = beginLines((index) => `${index + 1}. `, /^\d+[.)] /);
export const quotation = beginLines(() => "> ", /^> /);
export const bold = surround("**");
export const italic = surround("*");

/** Makes the selected words a link and selects the place of its address. @type {Command} */
export function link(view) {
  const { from, to } = view.state.selection.main;
  const words = view.state.sliceDoc(from, to) || "words of the link";
  const address = "https://";
  const start = from + words.length + 3;
  view.dispatch({
    changes: { from, to, insert: `[${words}](${address})` },
    selection: { anchor: start, head: start + address.length },
    userEvent: "input.format",
    scrollIntoView: true,
  });
  return true;
}
