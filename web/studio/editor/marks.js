// What was read from the text, marked in the text: the front matter as a block of its own, the words that prove a grade,
// and what is doubtful, with its fix.

import { forEachDiagnostic, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";

/** @import {Diagnostic as LintDiagnostic} from "@codemirror/lint" */
/** @import {Command, DecorationSet} from "@codemirror/view" */
/** @import {Text, TransactionSpec} from "@codemirror/state" */
/** @import {Diagnostic, Fix, Grade} from "../../core/types.js" */
/** @import {Model} from "../manuscript.js" */

/** @type {import("@codemirror/state").StateEffectType<Model>} */
const modelRead = StateEffect.define();

/** The decorations move with the text until the next reading. */
const marks = StateField.define({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) if (effect.is(modelRead)) return decorate(effect.value, transaction.state.doc);
    return decorations.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

export const readingMarks = [marks];

/**
 * The change of the editor that shows what was read.
 * @param {EditorView} view
 * @param {Model} model of the text that the view shows
 * @param {(fix: Fix) => void} accept
 * @returns {TransactionSpec}
 */
export function showReading(view, model, accept) {
  // Where there is no text yet, there is nothing to mark.
  const diagnostics = view.state.doc.length > 0 ? model.diagnostics : [];
  const lint = setDiagnostics(view.state, diagnostics.map((diagnostic) => lintMark(diagnostic, accept)));
  return { effects: [modelRead.of(model), .../** @type {readonly StateEffect<unknown>[]} */ (lint.effects)] };
}

/**
 * @param {Diagnostic} diagnostic
 * @param {(fix: Fix) => void} accept
 * @returns {LintDiagnostic}
 */
function lintMark({ start, end, severity, message, fix }, accept) {
  return { from: start, to: end, severity, message, actions: fix ? [{ name: fix.label, apply: () => accept(fix) }] : [] };
}

/**
 * Leads to a remark and says it: the box that shows it is not heard.
 * @param {Command} lead
 * @returns {Command}
 */
function saying(lead) {
  return (view) => {
    lead(view);
    const { from, to } = view.state.selection.main;
    /** @type {string[]} */
    const words = [];
    forEachDiagnostic(view.state, ({ message, actions = [] }, start, end) => {
      if (start === from && end === to) words.push(message, ...actions.map(({ name }) => `Tab leads to “${name}”.`));
    });
    view.dispatch({ effects: EditorView.announce.of(words.join(" ") || "Nothing is doubtful in this text.") });
    return true;
  };
}

export const nextRemark = saying(nextDiagnostic);
export const previousRemark = saying(previousDiagnostic);

/**
 * @param {Model} model
 * @param {Text} doc
 * @returns {DecorationSet}
 */
function decorate(model, doc) {
  const builder = /** @type {RangeSetBuilder<Decoration>} */ (new RangeSetBuilder());
  if (model.frontMatter) addFrontMatter(builder, model.frontMatter, doc);
  addEvidence(builder, model);
  return builder.finish();
}

/**
 * @param {RangeSetBuilder<Decoration>} builder
 * @param {{start: number, end: number}} block
 * @param {Text} doc
 */
function addFrontMatter(builder, { start, end }, doc) {
  const first = doc.lineAt(start).number;
  // The block ends with its last line's end, which is the beginning of the next line.
  const last = doc.lineAt(Math.max(start, end - 1)).number;
  for (let number = first; number <= last; number++) {
    const ends = `${number === first ? " cm-front-first" : ""}${number === last ? " cm-front-last" : ""}`;
    const { from } = doc.line(number);
    builder.add(from, from, Decoration.line({ class: `cm-front${ends}`, attributes: { spellcheck: "false" } }));
  }
}

/**
 * Detected grades whose words overlap share a mark.
 * @param {RangeSetBuilder<Decoration>} builder
 * @param {Model} model
 */
function addEvidence(builder, model) {
  for (const { start, end, words } of evidencePlaces(model)) {
    builder.add(start, end, Decoration.mark({ class: "cm-evidence", attributes: { title: `Read as: ${words.join("; ")}` } }));
  }
}

/** @param {Model} model */
function evidencePlaces({ grades, frontMatter }) {
  const bodyStart = frontMatter?.end ?? 0;
  /** @type {{start: number, end: number, words: string[]}[]} */
  const places = [];
  const found = grades.filter(({ source, evidence }) => source === "detected" && evidence && evidence.start >= bodyStart);
  for (const grade of found.sort((one, other) => startOf(one) - startOf(other))) {
    const { start, end } = /** @type {import("../../core/types.js").Evidence} */ (grade.evidence);
    const words = `${grade.area}: ${grade.label}${grade.when === "previous" ? " (before)" : ""}`;
    const last = places.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.words.push(words);
    } else {
      places.push({ start, end, words: [words] });
    }
  }
  return places;
}

/** @param {Grade} grade */
function startOf(grade) {
  return grade.evidence?.start ?? 0;
}
