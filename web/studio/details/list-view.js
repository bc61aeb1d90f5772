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
    const found = head.matter.find(this.#list.paths);
    this.#add.disabled = broken || this.#isAdding || (found !== null && found.entry.value.kind !== "list");
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
  #fields;
  #line = create("p", { class: "field-note" });
  #rows;
  #remove;
  element;

  /**
   * @param {ListField} list
   * @param {number} index
   * @param {Form & {remove: (index: number) => void}} form
   */
  constructor({ id, one, paths, fields }, index, { written, remove }) {
    const name = `${one} ${index + 1}`;
    this.#fields = fields.map(({ keys, ...field }) => {
      /** @type {Field} */
      const whole = {
        ...field,
        id: `${id}-${index}-${field.id}`,
        paths,
        find: ({ matter }) => matter.findInItem(paths, index, keys),
        read: ({ matter }) => String(matter.findInItem(paths, index, keys)?.value ?? ""),
        write: ({ matter }, words) => matter.writeInItem(paths, index, keys, words),
      };
      const view = new FieldView(whole);
      view.element.addEventListener("input", () => written(view));
      return view;
    });
    this.#rows = create("div", { class: "form-item-fields" }, ...this.#fields.map(({ element }) => element));
    this.#remove = /** @type {HTMLButtonElement} */ (create("button", { type: "button", class: "quiet" }, "Remove", create("span", { class: "unseen" }, `: ${name}`)));
    this.#remove.addEventListener("click", () => remove(index));
    this.element = create("fieldset", { class: "form-item" }, create("legend", {}, name), this.#line, this.#rows, this.#remove);
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
    const isLine = place !== undefined && place.kind !== "map";
    this.#line.textContent = isLine ? `“${head.text.slice(place.start, place.end)}” stands on one line: change it in the text.` : "";
    this.#rows.hidden = isLine;
    this.#remove.disabled = broken;
    for (const field of this.#fields) field.show(head, broken);
  }
}
