// A window of the studio over the page: the rest waits until it is closed, by its button, by Escape or by a click beside it.

import { create } from "../elements/create.js";
import { tellInside } from "./notices.js";

export class Dialog {
  /** @type {HTMLDialogElement} */
  #element;
  /** What stands in the window below its title. */
  body = create("div", { class: "dialog-body" });

  /**
   * @param {string} id
   * @param {string} title
   */
  constructor(id, title) {
    const close = create("button", { type: "button", class: "quiet dialog-close" }, "Close");
    close.addEventListener("click", () => this.close());
    const head = create("div", { class: "dialog-head" }, create("h2", { id: `${id}-title` }, title), close);
    const attributes = { id, class: "dialog", "aria-labelledby": `${id}-title`, closedby: "any" };
    this.#element = /** @type {HTMLDialogElement} */ (create("dialog", attributes, head, this.body));
    document.body.append(this.#element);
    tellInside(this.#element);
  }

  get isOpen() {
    return this.#element.open;
  }

  open() {
    if (!this.isOpen) this.#element.showModal();
    this.#element.scrollTop = 0;
  }

  close() {
    this.#element.close();
  }

  /** @param {() => void} listener */
  onClose(listener) {
    this.#element.addEventListener("close", listener);
  }
}
