// The checks beside the text: whether the release is ready, and every remark with its place and, where it is certain, its
// mend. The list is worked through with the arrow keys as well as by hand; F8 does the same from inside the text.

import { create } from "../../elements/create.js";
import { headOf } from "../details/fields.js";
import { setWords } from "../set-words.js";
import { startGuide } from "./guide.js";
import { readiness, survey } from "./ready.js";

/** @import {Diagnostic} from "../../core/types.js" */
/** @import {Reading} from "../manuscript.js" */
/** @import {Studio} from "../studio.js" */
/** @import {Answer} from "./ready.js" */

/** Severities in the order of their weight, with their headings. */
const GROUPS = Object.freeze([
  { severity: "error", title: "To be mended" },
  { severity: "warning", title: "Worth a look" },
  { severity: "info", title: "Good to know" },
]);

const STATES = Object.freeze({ good: "Good", look: "Worth a look", missing: "Missing", none: "Nothing to check" });

/** Looking through the whole article may wait until the author pauses. */
const SURVEY_WAIT = 250;

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function startChecks(panel, studio) {
  const { manuscript, preview } = studio;
  const ready = create("section", { class: "ready", "aria-labelledby": "ready-title" });
  const verdict = create("p", { class: "ready-verdict", role: "status" });
  const answers = create("ul", { class: "answers" });
  ready.append(create("h2", { id: "ready-title" }, "Is it ready?"), verdict, answers);
  const remarks = new RemarkList(studio);
  panel.append(ready, remarks.element);
  startGuide(panel, studio);

  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  manuscript.addEventListener("reading", () => {
    const reading = /** @type {Reading} */ (manuscript.reading);
    const { diagnostics } = reading.model;
    for (const count of document.querySelectorAll("[data-count]")) setWords(count, diagnostics.length > 0 ? String(diagnostics.length) : "");
    remarks.show(reading);
    clearTimeout(timer);
    timer = setTimeout(showReady, SURVEY_WAIT);
  });

  async function showReady() {
    const { document: page } = await preview;
    const model = manuscript.reading?.model;
    if (!model) return;
    const found = readiness(model, survey(page));
    const missing = found.filter(({ state }) => state === "missing").length;
    const errors = model.diagnostics.filter(({ severity }) => severity === "error").length;
    const isDraft = model.status?.state === "draft";
    setWords(verdict, verdictWords(missing, errors, isDraft));
    verdict.dataset["state"] = missing + errors === 0 && !isDraft ? "good" : "missing";
    const rows = found.map((answer) => answerRow(answer, studio));
    if (!sameRows(answers, rows)) answers.replaceChildren(...rows);
  }
}

/** @param {number} missing @param {number} errors @param {boolean} isDraft */
function verdictWords(missing, errors, isDraft) {
  if (missing + errors === 0) return isDraft ? "It is ready, but still marked as a draft, and the page says so." : "It is ready to go out.";
  const things = [
    missing === 1 ? "one thing is missing" : missing > 1 ? `${missing} things are missing` : "",
    errors === 1 ? "one fault is to be mended" : errors > 1 ? `${errors} faults are to be mended` : "",
  ].filter(Boolean);
  return `Not yet: ${things.join(", and ")}.`;
}

/** What has not changed stays, with the focus that is in it. @param {Element} list @param {Element[]} rows */
function sameRows(list, rows) {
  return list.children.length === rows.length && rows.every((row, index) => list.children[index]?.isEqualNode(row));
}

/**
 * @param {Answer} answer
 * @param {Studio} studio
 */
function answerRow({ id, state, title, detail, field, words: place }, studio) {
  const mark = create("span", { class: "answer-mark", "aria-hidden": "true" });
  const name = create("span", { class: "answer-title" }, create("span", { class: "unseen" }, `${STATES[state]}: `), title);
  const words = create("span", { class: "answer-detail" }, detail);
  const row = create("li", { class: `answer answer-${state}`, "data-answer": id }, mark, name, words);
  if (field && state === "missing") {
    const button = create("button", { type: "button", class: "small" }, "Fill in", create("span", { class: "unseen" }, `: ${title}`));
    button.addEventListener("click", () => openField(studio, field));
    row.append(button);
  } else if (place) {
    const button = create("button", { type: "button", class: "small" }, "Show", create("span", { class: "unseen" }, `: ${title}`));
    button.addEventListener("click", () => showWords(studio, place));
    row.append(button);
  }
  return row;
}

/** @param {Studio} studio @param {string} words that stand in the text, as far as the article has them unchanged */
function showWords({ open, editor, manuscript }, words) {
  const start = manuscript.text.indexOf(words);
  open("write");
  if (start >= 0) editor.show(start, start + words.length, { focus: true });
}

/** @param {Studio} studio @param {string} field */
function openField({ open }, field) {
  open("details");
  const line = document.getElementById(`field-${field}`);
  // Above lines that are locked it is written why.
  (line?.matches(":disabled") ? document.getElementById("details") : line)?.focus();
}

class RemarkList {
  #studio;
  /** The rows by what they say, so that a row stays itself while the text around it moves. @type {Map<string, RemarkRow>} */
  #rows = new Map();
  element = create("section", { class: "remarks", "aria-labelledby": "remarks-title" });
  #groups = GROUPS.map(({ severity, title }) => ({ severity, heading: create("h3", {}, title), list: create("ul", {}) }));
  #none = create("p", { class: "remarks-none" }, "Nothing is doubtful in this text.");

  /** @param {Studio} studio */
  constructor(studio) {
    this.#studio = studio;
    const parts = this.#groups.flatMap(({ heading, list }) => [heading, list]);
    this.element.append(create("h2", { id: "remarks-title" }, "Remarks"), this.#none, ...parts);
    this.element.addEventListener("keydown", (event) => this.#move(event));
    studio.editor.addEventListener("abilities", () => this.#rows.forEach((row) => row.showAbilities()));
  }

  /** @param {Reading} reading */
  show(reading) {
    const { diagnostics } = reading.model;
    const fields = new Map([...headOf(reading).remarks].flatMap(([field, those]) => those.map((each) => [each, field])));
    const focused = /** @type {HTMLElement | null} */ (document.activeElement?.closest(".remark"));
    const place = focused ? this.#leads().indexOf(/** @type {HTMLElement} */ (focused.querySelector(".remark-lead"))) : -1;
    /** @type {Map<string, RemarkRow>} */
    const rows = new Map();
    for (const { severity, heading, list } of this.#groups) {
      const elements = diagnostics.filter((each) => each.severity === severity).map((diagnostic) => this.#row(diagnostic, fields.get(diagnostic) ?? null, rows).element);
      const staying = new Set(elements);
      for (const element of [...list.children]) if (!staying.has(/** @type {HTMLElement} */ (element))) element.remove();
      elements.forEach((element, index) => {
        if (list.children[index] !== element) list.insertBefore(element, list.children[index] ?? null);
      });
      heading.hidden = list.hidden = elements.length === 0;
    }
    this.#rows = rows;
    this.#none.hidden = diagnostics.length > 0;
    // The remark that was mended has gone: the next one takes its place.
    if (focused && !focused.isConnected) {
      const leads = this.#leads();
      (leads[Math.min(place, leads.length - 1)] ?? document.getElementById("checks-tab"))?.focus();
    }
  }

  /**
   * @param {Diagnostic} diagnostic
   * @param {string | null} field of the form that answers it
   * @param {Map<string, RemarkRow>} rows of this reading so far
   */
  #row(diagnostic, field, rows) {
    let key = `${diagnostic.code} ${diagnostic.message} ${diagnostic.fix?.label} ${field}`;
    while (rows.has(key)) key += "+";
    const row = this.#rows.get(key) ?? new RemarkRow(this.#studio, diagnostic, field);
    row.diagnostic = diagnostic;
    rows.set(key, row);
    return row;
  }

  #leads() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll(".remark-lead"))];
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    const leads = this.#leads();
    const now = leads.findIndex((lead) => lead.closest(".remark")?.contains(document.activeElement));
    if (!step || now < 0) return;
    event.preventDefault();
    leads[Math.min(leads.length - 1, Math.max(0, now + step))]?.focus();
  }
}

class RemarkRow {
  /** @type {Diagnostic} */
  #diagnostic;
  #line = create("span", { class: "remark-line" });
  #editor;
  /** Takes the mend, where there is one. @type {HTMLButtonElement | null} */
  #mend = null;
  element;

  /**
   * @param {Studio} studio
   * @param {Diagnostic} diagnostic
   * @param {string | null} field of the form that answers it
   */
  constructor(studio, diagnostic, field) {
    const { manuscript, editor, open } = studio;
    this.#diagnostic = diagnostic;
    this.#editor = editor;
    const { severity, message, fix } = diagnostic;
    const lead = create("button", { type: "button", class: "remark-lead" }, create("span", { class: "remark-words" }, message), " ", this.#line);
    lead.addEventListener("click", () => {
      open("write");
      editor.show(this.#diagnostic.start, this.#diagnostic.end, { focus: true });
    });
    this.element = create("li", { class: `remark remark-${severity}` }, lead);
    if (!fix && field !== null) this.element.append(fieldButton(studio, field));
    if (!fix) return;
    const mend = /** @type {HTMLButtonElement} */ (create("button", { type: "button", class: "remark-fix" }, fix.label));
    const accept = () => this.element.isConnected && this.#diagnostic.fix && editor.accept(this.#diagnostic.fix);
    mend.addEventListener("click", () => {
      // An older reading's places are not those of the text: the next one's are, if the remark is still there.
      if (manuscript.currentReading) accept();
      else manuscript.addEventListener("reading", accept, { once: true });
    });
    this.#mend = mend;
    this.showAbilities();
    this.element.append(mend);
  }

  /** A text that can only be read takes no mends. */
  showAbilities() {
    if (this.#mend) this.#mend.disabled = this.#editor.isReadOnly;
  }

  /** @param {Diagnostic} diagnostic the same remark in the text as it is now */
  set diagnostic(diagnostic) {
    this.#diagnostic = diagnostic;
    setWords(this.#line, `Line ${diagnostic.line}`);
  }
}

/** @param {Studio} studio @param {string} field */
function fieldButton(studio, field) {
  const button = create("button", { type: "button", class: "remark-fix" }, "Change it in the form");
  button.addEventListener("click", () => openField(studio, field));
  return button;
}
