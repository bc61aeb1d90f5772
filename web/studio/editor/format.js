// Bold, italic, headings, lists, quotations and links for authors who do not write Markdown: each is one edit of the text,
// and taking it back is the same command again.

import { EditorSelection } from "@codemirror/state";
import { isLiteral } from "./language.js";

/** @import {EditorView} from "@codemirror/view" */
/** @import {EditorState, Line, SelectionRange} from "@codemirror/state" */

/** @typedef {(view: EditorView) => boolean} Command */

/** Where words stand. @typedef {{from: number, to: number}} Words */

/** What begins a line and is none of its words. */
const BEGINNING = /^\s*(?:(?:#{1,6}|>|[-*+]|\d+[.)])\s+)*/;

/**
 * Puts a mark of stars around the selected words, or takes it away where all of them have it.
 * @param {"*" | "**"} mark
 * @returns {Command}
 */
export function surround(mark) {
  const size = mark.length;
  return (view) => {
    const { state } = view;
    view.dispatch(
      state.changeByRange((range) => {
        const words = wordsIn(state, range);
        const bare = words.filter((each) => !isMarked(state, each, mark));
        const changes = state.changes(
          bare.length > 0
            ? bare.flatMap(({ from, to }) => [{ from, insert: mark }, { from: to, insert: mark }])
            : words.flatMap(({ from, to }) => [{ from: from - size, to: from }, { from: to, to: to + size }]),
        );
        const [first] = words;
        const last = words.at(-1);
        if (!first || !last) return { range };
        if (first.from === first.to) return { changes, range: EditorSelection.cursor(first.from + (bare.length > 0 ? size : -size)) };
        // Of several lines the marks are selected too: those between them are in any case.
        const side = first === last ? 1 : -1;
        return { changes, range: EditorSelection.range(changes.mapPos(first.from, side), changes.mapPos(last.to, -side)) };
      }),
      { userEvent: "input.format", scrollIntoView: true },
    );
    return true;
  };
}

/**
 * The selected words of each line: a mark works neither beyond a paragraph nor with a space at its inner side. Without a
 * selection, the word at the caret, else the caret.
 * @param {EditorState} state
 * @param {SelectionRange} range
 * @returns {Words[]}
 */
function wordsIn(state, range) {
  const lines = linesIn(state, range);
  if (range.empty) return lines.map(() => state.wordAt(range.head) ?? range);
  return lines.flatMap((line) => {
    const start = Math.max(range.from, line.from + (BEGINNING.exec(line.text)?.[0].length ?? 0));
    const text = state.sliceDoc(start, Math.max(start, Math.min(range.to, line.to)));
    const trimmed = text.trim();
    // Marks that were selected along with their words stand around them.
    const [, stars = "", inner = trimmed] = /^(\*{1,3})(?!\*)((?:(?!\1).)+)\1$/.exec(trimmed) ?? [];
    const from = start + text.length - text.trimStart().length + stars.length;
    return inner ? [{ from, to: from + inner.length }] : [];
  });
}

/** @param {EditorState} state @param {Words} words @param {"*" | "**"} mark */
function isMarked(state, { from, to }, mark) {
  const before = /\**$/.exec(state.sliceDoc(Math.max(0, from - 3), from))?.[0].length ?? 0;
  const after = /^\**/.exec(state.sliceDoc(to, to + 3))?.[0].length ?? 0;
  const stars = Math.min(before, after);
  // Two are bold, one is italic, three are both.
  return mark === "**" ? stars >= 2 : stars % 2 === 1;
}

/**
 * The selected lines, but for those in which marks mean nothing: the head of the text and code.
 * @param {EditorState} state
 * @param {Words} range
 * @returns {Line[]}
 */
function linesIn(state, { from, to }) {
  const lines = [];
  for (let at = from; at <= to; ) {
    const line = state.doc.lineAt(at);
    if (!isLiteral(state, line.from)) lines.push(line);
    at = line.to + 1;
  }
  return lines;
}

/**
 * Begins every selected line with a mark of its own, or takes it away where all have it. A mark of another kind gives way.
 * @param {(index: number) => string} markOf
 * @param {RegExp} own how the mark is recognised
 * @returns {Command}
 */
function beginLines(markOf, own) {
  return (view) => {
    const { state } = view;
    const lines = linesIn(state, state.selection.main).filter((line, _, all) => line.length > 0 || all.length === 1);
    const all = lines.every(({ text }) => own.test(text));
    const changes = state.changes(
      lines.map(({ from, text }, index) => {
        const before = /^(#{1,6} |> |[-*+] |\d+[.)] )?/.exec(text)?.[0].length ?? 0;
        return { from, to: from + before, insert: all ? "" : markOf(index) };
      }),
    );
    // A caret at the beginning of the line stands behind the mark.
    view.dispatch({ changes, selection: state.selection.map(changes, 1), userEvent: "input.format", scrollIntoView: true });
    return true;
  };
}

export const heading = beginLines(() => "## ", /^## /);
export const bulletList = beginLines(() => "- ", /^[-*+] /);
export const numberedList = beginLines((index) => `${index + 1}. `, /^\d+[.)] /);
export const quotation = beginLines(() => "> ", /^> /);
export const bold = surround("**");
export const italic = surround("*");

/**
 * The words of a selection that can be one link: those of its first paragraph, without what begins it.
 * @param {EditorState} state
 * @returns {Words}
 */
function wordsForLink(state) {
  const { main } = state.selection;
  const [first, ...further] = main.empty ? [] : wordsIn(state, main);
  if (!first) return main;
  let { to } = first;
  for (const words of further) {
    // On the next line, and with nothing before it that begins a block.
    if (state.sliceDoc(to, words.from).trim() !== "" || /\n\s*\n/.test(state.sliceDoc(to, words.from))) break;
    to = words.to;
  }
  return { from: first.from, to };
}

/**
 * Makes the selected words a link and selects the place of its address; in a link, leaves its words alone.
 * @type {Command}
 */
export function link(view) {
  const { from, to } = wordsForLink(view.state);
  if (linesIn(view.state, { from, to }).length === 0) return true;
  const around = linkAround(view.state, from, to);
  if (around) {
    view.dispatch({ changes: { from: around.from, to: around.to, insert: around.words }, userEvent: "input.format", scrollIntoView: true });
    return true;
  }
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

/**
 * The link in which a selection stands; a picture is none.
 * @param {EditorState} state
 * @param {number} from
 * @param {number} to
 */
function linkAround(state, from, to) {
  const line = state.doc.lineAt(from);
  for (const { 0: whole, 1: words = "", index } of line.text.matchAll(/(?<!!)\[([^[\]]*)\]\([^()]*\)/g)) {
    const start = line.from + index;
    if (start <= from && to <= start + whole.length) return { from: start, to: start + whole.length, words };
  }
  return null;
}
