// The editor: CodeMirror in a shadow root of its own, where its style sheets are adopted, so that a policy without inline
// styles holds. It owns the text; every other part of the studio changes it through `edit`, which can be undone.
//
//   "abilities" what can be done with the text has changed: whether it can be written, undone and redone

import { defaultKeymap, history, historyKeymap, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorSelection, EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder, tooltips } from "@codemirror/view";
import { create } from "../../elements/create.js";
import { bold, italic, link } from "./format.js";
import { releaseLanguage } from "./language.js";
import { nextRemark, previousRemark, readingMarks, showReading } from "./marks.js";
import { theme } from "./theme.js";

/** @import {Extension} from "@codemirror/state" */
/** @import {Fix} from "../../core/types.js" */
/** @import {Manuscript} from "../manuscript.js" */

/** Replace [start, end) by `text`. @typedef {{start: number, end: number, text: string}} Edit */

const keys = [
  { key: "Mod-b", run: bold, preventDefault: true },
  { key: "Mod-i", run: italic, preventDefault: true },
  { key: "Mod-k", run: link, preventDefault: true },
  { key: "F8", run: nextRemark },
  { key: "Shift-F8", run: previousRemark },
];

/** What CodeMirror calls the parts of its search. */
const SEARCH_WORDS = Object.freeze({
  next: "Next",
  previous: "Previous",
  all: "Select all",
  "match case": "Match case",
  regexp: "Pattern",
  "by word": "Whole words",
  replace: "Replace",
  "replace all": "Replace all",
  Replace: "Replace with",
  close: "Close",
});

/** Nobody changes the text, by no way. */
const locked = [EditorState.readOnly.of(true), EditorState.changeFilter.of(() => false)];

export class Editor extends EventTarget {
  /** @type {EditorView} */
  #view;
  #lock = new Compartment();
  #isReadOnly = false;
  #canUndo = false;
  #canRedo = false;
  /** @type {Extension[]} */
  #extensions;

  /**
   * @param {HTMLElement} host
   * @param {Manuscript} manuscript that hears of every change
   */
  constructor(host, manuscript) {
    super();
    const root = host.attachShadow({ mode: "open", delegatesFocus: true });
    this.#extensions = [
      history(),
      drawSelection(),
      EditorView.lineWrapping,
      releaseLanguage,
      readingMarks,
      theme,
      search({ top: true }),
      EditorState.phrases.of(SEARCH_WORDS),
      // Remarks stay off the buttons above the text.
      tooltips({ tooltipSpace: (view) => view.dom.getBoundingClientRect() }),
      highlightSelectionMatches(),
      placeholder("Write or paste your release here"),
      // Tab is left to the page, so that the keyboard leaves the editor with it.
      keymap.of([...keys, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({
        "aria-label": "Text of the release",
        "aria-describedby": "keys",
        tabindex: "0",
        spellcheck: "true",
        autocapitalize: "sentences",
        autocorrect: "on",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) manuscript.changed(update.state.doc.toString());
        this.#lookAtHistory(update.state);
      }),
    ];
    // Described from inside: an id does not reach over the edge of a shadow root.
    root.append(create("p", { id: "keys", hidden: "hidden" }, "Tab leaves the text. F8 goes to the next remark."));
    this.#view = new EditorView({ state: this.#stateOf(""), root, parent: root });
    manuscript.addEventListener("reading", () => {
      const reading = manuscript.currentReading;
      if (reading) this.#view.dispatch(showReading(this.#view, reading.model, (fix) => this.#acceptHere(fix)));
    });
    this.manuscript = manuscript;
  }

  get isReadOnly() {
    return this.#isReadOnly;
  }

  /** Whether the text can only be read, because it belongs to somebody else for now. */
  set isReadOnly(isReadOnly) {
    if (isReadOnly === this.#isReadOnly) return;
    this.#isReadOnly = isReadOnly;
    this.#view.dispatch({ effects: this.#lock.reconfigure(isReadOnly ? locked : []) });
    this.dispatchEvent(new Event("abilities"));
  }

  get canUndo() {
    return this.#canUndo && !this.#isReadOnly;
  }

  get canRedo() {
    return this.#canRedo && !this.#isReadOnly;
  }

  /** @param {EditorState} state */
  #lookAtHistory(state) {
    const [canUndo, canRedo] = [undoDepth(state) > 0, redoDepth(state) > 0];
    if (canUndo === this.#canUndo && canRedo === this.#canRedo) return;
    this.#canUndo = canUndo;
    this.#canRedo = canRedo;
    this.dispatchEvent(new Event("abilities"));
  }

  /** CodeMirror itself, for what is done with it in this folder and the preview's scrolling. */
  get view() {
    return this.#view;
  }

  /** Shows another text; what was done to the one before cannot be undone in it. @param {string} text */
  load(text) {
    this.#view.setState(this.#stateOf(text));
    this.#lookAtHistory(this.#view.state);
    this.manuscript.changed(this.#view.state.doc.toString());
  }

  /**
   * Changes ranges of the text, all of which count in the text as it is. One step for undo.
   * @param {readonly Edit[]} edits
   * @param {{select?: {start: number, end: number}, focus?: boolean, typing?: "first" | "further"}} [options] select: in the
   *   text as it will be; typing: the edit is a keystroke elsewhere, and further ones join the step of the first
   */
  edit(edits, { select, focus = false, typing } = {}) {
    this.#view.dispatch({
      changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      ...(select && { selection: EditorSelection.range(select.start, select.end), scrollIntoView: true }),
      userEvent: typing ? "input.type.elsewhere" : "input.studio",
      ...(typing !== "further" && { annotations: isolateHistory.of(typing ? "before" : "full") }),
    });
    if (focus) this.#view.focus();
  }

  /** Applies what a diagnostic offers. @param {Fix} fix of the text as it is */
  accept({ start, end, text }) {
    this.edit([{ start, end, text }]);
    this.show(start, start + text.length);
  }

  /** From the box beside the words, which goes, and the focus with it. @param {Fix} fix */
  #acceptHere(fix) {
    // The places of an older reading are not those of the text.
    if (this.manuscript.currentReading) this.accept(fix);
    this.#view.focus();
  }

  /**
   * Selects a range and brings it to where it is seen.
   * @param {number} start
   * @param {number} [end]
   * @param {{focus?: boolean}} [options]
   */
  show(start, end = start, { focus = false } = {}) {
    const last = this.#view.state.doc.length;
    const range = EditorSelection.range(Math.min(start, last), Math.min(end, last));
    this.#view.dispatch({ selection: range, effects: EditorView.scrollIntoView(range, { y: "center" }) });
    if (focus) this.#view.focus();
  }

  focus() {
    this.#view.focus();
  }

  /** @param {(view: EditorView) => boolean} command */
  run(command) {
    command(this.#view);
    this.#view.focus();
  }

  undo() {
    return undo(this.#view);
  }

  redo() {
    return redo(this.#view);
  }

  /** @param {string} text */
  #stateOf(text) {
    return EditorState.create({ doc: text, extensions: [this.#extensions, this.#lock.of(this.#isReadOnly ? locked : [])] });
  }
}
