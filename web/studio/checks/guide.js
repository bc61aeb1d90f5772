// A short guided example for those who see the studio for the first time: five steps beside the first release, each ticked
// off when the author has done it. It goes with the release: whoever opens something else is no beginner any more.

import { create } from "../../elements/create.js";
import { FIRST_RELEASE } from "../first-release.js";

/** @import {Reading} from "../manuscript.js" */
/** @import {Studio} from "../studio.js" */

/**
 * @typedef {object} Step
 * @property {string} words
 * @property {(reading: Reading) => boolean} [isDone] told by what was read
 * @property {string} [press] the button whose press is the step, as a selector
 */

/** @type {readonly Step[]} */
const STEPS = Object.freeze([
  { words: "Write a word into the text: the page beside it follows.", isDone: ({ text }) => text !== FIRST_RELEASE },
  { words: "Find “Make it a list” among the remarks below and press it.", isDone: ({ model }) => !model.diagnostics.some(({ fix }) => fix?.label === "Make it a list") },
  { words: "Declare the grades that were found in your words: a button does it.", isDone: ({ model }) => model.grades.length > 0 && model.grades.every(({ source }) => source === "declared") },
  { words: "See it as the public will: on a telephone, in the dark, before its time.", press: "#public button" },
  { words: "Take it along: Export has it as a web page, for e-mail and more.", press: "#actions button" },
]);

const LINES = new Set(FIRST_RELEASE.split("\n").filter(Boolean));

/** Whether a text is still the example, and not another one that was pasted over it. @param {string} text */
function isExample(text) {
  return new Set(text.split("\n").filter((line) => LINES.has(line))).size > LINES.size / 2;
}

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function startGuide(panel, { manuscript }) {
  const rows = STEPS.map(({ words }) => {
    const state = create("span", { class: "unseen" }, "To do: ");
    return { state, row: create("li", { class: "answer answer-none" }, create("span", { class: "answer-mark", "aria-hidden": "true" }), create("span", { class: "guide-words" }, state, words)) };
  });
  const end = create("p", { class: "guide-end", role: "status" });
  const close = create("button", { type: "button", class: "small" }, "Hide the guide");
  const guide = create("section", { class: "guide", "aria-labelledby": "guide-title", hidden: "hidden" }, create("h2", { id: "guide-title" }, "Try it in five steps"), create("ol", {}, ...rows.map(({ row }) => row)), end, close);
  panel.prepend(guide);
  /** @type {Set<Step>} */
  const done = new Set();

  /** @param {Step} step */
  function tick(step) {
    done.add(step);
    show();
  }

  function show() {
    STEPS.forEach((step, index) => {
      const { row, state } = /** @type {typeof rows[0]} */ (rows[index]);
      row.className = `answer answer-${done.has(step) ? "good" : "none"}`;
      state.textContent = done.has(step) ? "Done: " : "To do: ";
    });
    end.textContent = done.size === STEPS.length ? "That is all there is to it. Drafts, above, begins a release of your own." : "";
  }

  manuscript.addEventListener("draft", () => {
    if (!manuscript.draft.isFresh) return;
    guide.hidden = manuscript.text !== FIRST_RELEASE;
    done.clear();
    show();
  });
  manuscript.addEventListener("reading", () => {
    const reading = manuscript.currentReading;
    if (!reading || guide.hidden) return;
    guide.hidden = !isExample(reading.text);
    for (const step of STEPS) if (!done.has(step) && step.isDone?.(reading)) tick(step);
  });
  document.addEventListener("click", ({ target }) => {
    if (guide.hidden || !(target instanceof Element)) return;
    for (const step of STEPS) if (step.press && target.closest(step.press)) tick(step);
  });
  close.addEventListener("click", () => {
    guide.hidden = true;
    document.getElementById("checks-tab")?.focus();
  });
}
