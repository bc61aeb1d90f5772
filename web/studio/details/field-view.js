// One line of the form: its label, what is written in it, and what the core says of it.

import { create } from "../../elements/create.js";
import { momentWords } from "../../elements/release-words.js";
import { setWords } from "../set-words.js";
import { localWords } from "./local-words.js";

/** @import {Edit} from "../editor/editor.js" */
/** @import {Choice, Field, Head} from "./fields.js" */

const NOT_WHOLE = "A part of this is still missing, so the text keeps what it has.";

export class FieldView {
  #field;
  #input;
  /** The time of a date. @type {HTMLInputElement | null} */
  #time = null;
  #note = create("p", { class: "field-note" });
  #remark = create("p", { class: "field-remark" });
  element;

  /** @param {Field} field */
  constructor(field) {
    this.#field = field;
    const { id, label, hint, kind, choices = [] } = field;
    this.#note.id = `${id}-note`;
    this.#remark.id = `${id}-remark`;
    const described = { id: `field-${id}`, "aria-describedby": `${id}-note ${id}-remark` };
    this.#input = /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (inputFor(kind, described, choices));
    const row = create("div", { class: "field-row" }, this.#input);
    if (kind === "moment") {
      this.#time = /** @type {HTMLInputElement} */ (create("input", { type: "time", "aria-label": `${label}: time`, "aria-describedby": described["aria-describedby"] }));
      row.append(this.#time);
    }
    this.#note.textContent = hint ?? "";
    this.element = create("div", { class: "field" }, create("label", { for: described.id }, label), row, this.#note, this.#remark);
  }

  /**
   * What has to change in the text for it to say what the field says.
   * @param {Head} head
   */
  edits(head) {
    const { write, paths } = this.#field;
    if (!this.#sayWhetherWhole(head)) return [];
    const words = this.#words();
    if (words === this.#wordsIn(head)) return [];
    return write ? write(head, words) : head.matter.write(paths, words);
  }

  /**
   * Fills the field from the text, but never while it is being written in.
   * @param {Head} head
   * @param {boolean} broken
   */
  show(head, broken) {
    const { hint, moment, paths, find } = this.#field;
    const found = find ? find(head) : head.matter.find(paths);
    const isList = found !== null && found.entry.value.kind !== "scalar";
    for (const input of this.#inputs) input.disabled = broken || isList;
    if (!this.#inputs.includes(/** @type {HTMLInputElement} */ (document.activeElement))) this.#fill(this.#wordsIn(head));
    const read = moment?.(head.model);
    const words = read ? momentWords(read, "en") : (hint ?? "");
    this.#note.textContent = isList ? "This stands on several lines: change it in the text." : words;
    this.#sayWhetherWhole(head);
  }

  /**
   * Says what is wrong with what stands in the field or in the text. A date of which a part is missing is none, and the text
   * keeps the one that it has: an embargo would be lost between two keystrokes.
   * @param {Head} head
   * @returns {boolean} whether what stands in the field can go into the text
   */
  #sayWhetherWhole(head) {
    const isWhole = this.#inputs.every(({ validity }) => !validity.badInput && !validity.rangeUnderflow);
    const remarks = head.remarks.get(this.#field.id) ?? [];
    setWords(this.#remark, isWhole ? remarks.map(({ message }) => message).join(" ") : NOT_WHOLE);
    const isWrong = !isWhole || remarks.some(({ severity }) => severity === "error");
    for (const input of this.#inputs) {
      if (isWrong) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
    return isWhole;
  }

  get isEmpty() {
    return this.#words() === "";
  }

  focus() {
    this.#input.focus();
  }

  get #inputs() {
    return this.#time ? [this.#input, this.#time] : [this.#input];
  }

  /** What the field says, as it would stand in the text. */
  #words() {
    const words = this.#input.value.trim();
    return this.#time?.value && words ? `${words} ${this.#time.value}` : words;
  }

  /** What the text says, as the field would say it. @param {Head} head */
  #wordsIn(head) {
    const { read, paths, moment } = this.#field;
    if (moment) return localWords(moment(head.model));
    return read ? read(head) : (head.matter.read(paths) ?? "");
  }

  /** @param {string} words */
  #fill(words) {
    const [date = "", time = ""] = this.#time ? words.split(" ") : [words];
    if (this.#input instanceof HTMLSelectElement) this.#offer(date);
    if (this.#input.value !== date) this.#input.value = date;
    if (this.#time && this.#time.value !== time) this.#time.value = time;
  }

  /** Words that are not among the choices become one. @param {string} words */
  #offer(words) {
    const select = /** @type {HTMLSelectElement} */ (this.#input);
    if ([...select.options].some(({ value }) => value === words)) return;
    select.append(create("option", { value: words }, words));
  }
}

/**
 * @param {Field["kind"]} kind
 * @param {Record<string, string>} attributes
 * @param {readonly Choice[]} choices
 */
function inputFor(kind, attributes, choices) {
  if (kind === "text") return create("textarea", { ...attributes, rows: 2, spellcheck: "true" });
  // A year of fewer digits is one that is still being typed.
  if (kind === "moment") return create("input", { ...attributes, type: "date", min: "1900-01-01", max: "9999-12-31" });
  if (kind === "address") return create("input", { ...attributes, type: "text", inputmode: "url", spellcheck: "false" });
  if (kind === "line") return create("input", { ...attributes, type: "text", spellcheck: "true" });
  return create("select", attributes, ...choices.map(({ value, label }) => choice(value, label)));
}

/** @param {string} value @param {string} label */
function choice(value, label) {
  const option = create("option", {}, label);
  // An empty value is one, too.
  option.setAttribute("value", value);
  return option;
}
