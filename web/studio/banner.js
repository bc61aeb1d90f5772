// The line under the bar that says why the text cannot be changed or kept as it is, and what to do.

import { create } from "../elements/create.js";

/** @import {Action} from "./notices.js" */

export class Banner {
  #element = create("div", { class: "banner", role: "alert", hidden: "hidden" });

  /** @param {Element} bar */
  constructor(bar) {
    bar.append(this.#element);
  }

  /**
   * @param {string} words
   * @param {readonly Action[]} actions
   */
  show(words, actions) {
    const buttons = actions.map(({ label, run }) => {
      const button = create("button", { type: "button", class: "small" }, label);
      button.addEventListener("click", run);
      return button;
    });
    this.#element.replaceChildren(create("p", {}, words), create("div", { class: "notice-actions" }, ...buttons));
    this.#element.hidden = false;
  }

  hide() {
    this.#element.hidden = true;
    this.#element.replaceChildren();
  }
}
