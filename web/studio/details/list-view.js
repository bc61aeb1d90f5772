// A part of the form for a list in the front matter: an item is a few fields, with a button that takes it out; another
// button begins a new one, which stands in the text from its first keystroke.

import { create } from "../../elements/create.js";
import { FieldView } from "./field-view.js";

/** @import {Edit} from "../editor/editor.js" */
/** @import {Written} from "./details.js" */
/** @import {Field, Head, ListField} from "./fields.js" */

/**
 * What a list needs of the form.
 * @typedef {object} Form
 * @property {(view: Written) => void} written
 * @property {(edits: Edit[]) => void} edit
 * @property {() => Head | null} headNow null: the text has not been read yet
 */

export class ListView {
  #list;
  #form;
  /** @type {ItemView[]} */
  #items = [];
  #place = create("div", { class: "form-items" });
  #note = create("p", { class: "field-note" });
  #add;
  /** Whether a new item waits for its first keystroke. */
  #isAdding = false;
  element;

  /**
   * @param {ListField} list
   * @param {Form} form
   */
  constructor(list, form) {
    this.#list = list;
    this.#form = form;
    this.#note.textContent = list.hint;
    this.#add = /** @type {HTMLButtonElement} */ (create("button", { type: "button", class: "small", id: `field-${list.id}` }, `Add a ${list.one.toLowerCase()}`));
    this.#add.addEventListener("click", () => this.#begin());
    this.element = create("fieldset", { class: "form-list" }, create("legend", {}, list.title), this.#note, this.#place, this.#add);
  }

  /**
   * @param {Head} head
   * @param {boolean} broken
   */
  show(head, broken) {
    const places = head.matter.items(this.#list.paths);
    const last = this.#items.at(-1);
    // The item that was begun has come into the text.
    if (this.#isAdding && places.length === this.#items.length && last && !last.isEmpty) this.#isAdding = false;
    const count = places.length + (this.#isAdding ? 1 : 0);
    while (this.#items.length > count) this.#items.pop()?.element.remove();
    while (this.#items.length < count) this.#append();
    this.#items.forEach((item, index) => item.show(head, broken, places[index]));
    const { paths, fields } = this.#list;
    this.#add.disabled = broken || this.#isAdding || fields.every(({ keys }) => head.matter.writeInItem(paths, places.length, keys, "words") === null);
  }

  #append() {
    const item = new ItemView(this.#list, this.#items.length, { ...this.#form, remove: (index) => this.#remove(index) });
    this.#items.push(item);
    this.#place.append(item.element);
    return item;
  }

  #begin() {
    this.#isAdding = true;
    this.#add.disabled = true;
    this.#append().focus();
  }

  /** @param {number} index */
  #remove(index) {
    const head = this.#form.headNow();
    if (!head) return;
    if (index >= head.matter.items(this.#list.paths).length) {
      this.#isAdding = false;
      this.show(head, false);
    } else {
      const edits = head.matter.removeItem(this.#list.paths, index);
      if (edits) this.#form.edit(edits);
    }
    this.#add.disabled = false;
    this.#add.focus();
  }
}

class ItemView {
  #list;
  #index;
  #fields;
  /** The item as one line of words, where it may be that. @type {FieldView | null} */
  #line = null;
  #split;
  /** Why it cannot be changed here. */
  #note = create("p", { class: "field-note" });
  #rows;
  #remove;
  element;

  /**
   * @param {ListField} list
   * @param {number} index
   * @param {Form & {remove: (index: number) => void}} form
   */
  constructor(list, index, { written, edit, headNow, remove }) {
    const { id, one, paths, fields, plain, line } = list;
    this.#list = list;
    this.#index = index;
    const name = `${one} ${index + 1}`;
    this.#fields = fields.map(({ keys, ...field }) => {
      /** @type {Field} */
      const whole = {
        ...field,
        id: `${id}-${index}-${field.id}`,
        paths,
        find: ({ matter }) => matter.findInItem(paths, index, keys, plain),
        read: ({ matter }) => String(matter.findInItem(paths, index, keys, plain)?.value ?? ""),
        write: ({ matter }, words) => matter.writeInItem(paths, index, keys, words, plain),
      };
      const view = new FieldView(whole);
      view.element.addEventListener("input", () => written(view));
      return view;
    });
    this.#rows = create("div", { class: "form-item-fields" }, ...this.#fields.map(({ element }) => element));
    this.#remove = /** @type {HTMLButtonElement} */ (create("button", { type: "button", class: "quiet" }, "Remove", create("span", { class: "unseen" }, `: ${name}`)));
    this.#remove.addEventListener("click", () => remove(index));
    this.#split = /** @type {HTMLButtonElement} */ (create("button", { type: "button", class: "quiet" }, "Fill in one by one", create("span", { class: "unseen" }, `: ${name}`)));
    this.#split.addEventListener("click", () => {
      const head = headNow();
      const edits = head && this.#splitEdits(head);
      if (edits) edit(edits);
    });
    if (line) {
      const view = new FieldView({
        id: `${id}-${index}-line`,
        label: line.label,
        kind: "text",
        paths,
        find: ({ matter }) => matter.findLine(paths, index),
        read: ({ matter }) => String(matter.findLine(paths, index)?.value ?? ""),
        write: ({ matter }, words) => matter.writeLine(paths, index, words),
      });
      view.element.addEventListener("input", () => written(view));
      this.#line = view;
      view.element.hidden = true;
    }
    this.#split.hidden = true;
    const parts = [this.#note, ...(this.#line ? [this.#line.element] : []), this.#rows];
    const buttons = create("div", { class: "form-item-actions" }, this.#split, this.#remove);
    this.element = create("fieldset", { class: "form-item" }, create("legend", {}, name), ...parts, buttons);
  }

  /** @param {Head} head */
  #splitEdits({ matter, model }) {
    const { paths, line } = this.#list;
    const words = matter.findLine(paths, this.#index)?.value;
    const parts = line && typeof words === "string" ? line.parts(model, words) : null;
    return parts && matter.splitLine(paths, this.#index, parts);
  }

  get isEmpty() {
    return this.#fields.every(({ isEmpty }) => isEmpty);
  }

  focus() {
    this.#fields[0]?.focus();
  }

  /**
   * @param {Head} head
   * @param {boolean} broken
   * @param {import("../../core/types.js").ValuePlace | undefined} place undefined: it is not in the text yet
   */
  show(head, broken, place) {
    const { paths } = this.#list;
    const isLine = place?.kind === "scalar" && place.end > place.start;
    const canWrite = !isLine || head.matter.findLine(paths, this.#index) !== null;
    const isList = place?.kind === "list";
    this.#note.textContent = isList || !canWrite ? "This stands on several lines: change it in the text." : "";
    const asLine = this.#line !== null && isLine;
    this.#rows.hidden = isList || !canWrite || asLine;
    if (this.#line) {
      this.#line.element.hidden = !asLine || !canWrite;
      this.#line.show(head, broken);
    }
    this.#split.hidden = broken || this.#splitEdits(head) === null;
    this.#remove.disabled = broken;
    for (const field of this.#fields) field.show(head, broken);
  }
}
