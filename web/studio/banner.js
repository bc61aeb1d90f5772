// The line under the bar that says why the text cannot be changed or kept as it is, and what to do.

import { create } from "../elements/create.js";

/** @import {Action} from "./notices.js" */

export class Banner {
  #element = create("div", { class: "banner", role: "alert", hidden: "hidden" });
  #words = create("p", {});
  #heir;

  /**
   * @param {Element} bar
   * @param {HTMLElement} heir takes the focus that goes with a button of the line
   */
  constructor(bar, heir) {
    bar.append(this.#element);
    this.#heir = heir;
  }

  /**
   * @param {string} words
   * @param {readonly Action[]} actions
   */
  show(words, actions) {
    // Said already: it would be said again with every keystroke that is not kept.
    if (!this.#element.hidden && this.#words.textContent === words) return;
    const buttons = actions.map(({ label, run }) => {
      const button = create("button", { type: "button", class: "small" }, label);
      button.addEventListener("click", run);
      return button;
    });
    this.#words.textContent = words;
    this.#element.replaceChildren(this.#words, create("div", { class: "notice-actions" }, ...buttons));
    this.#element.hidden = false;
  }

  hide() {
    if (this.#element.hidden) return;
    if (this.#element.contains(document.activeElement)) this.#heir.focus();
    this.#element.hidden = true;
    this.#element.replaceChildren();
  }
}
