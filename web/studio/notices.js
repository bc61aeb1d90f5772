// What the studio tells the author in passing, at the foot of the page, with what can be done about it. A notice stays until
// it is answered or another one comes.

import { create } from "../elements/create.js";

/** @typedef {{label: string, run: () => void}} Action */

const place = create("div", { class: "notices", role: "status" });

/**
 * @param {string} words
 * @param {readonly Action[]} [actions]
 */
export function tell(words, actions = []) {
  // Beside an open window nothing can be reached.
  const around = document.querySelector("dialog[open]") ?? document.body;
  if (place.parentNode !== around) around.append(place);
  around.addEventListener("close", () => document.body.append(place), { once: true });
  const buttons = [...actions, { label: "Dismiss", run: () => {} }].map(({ label, run }) => {
    const button = create("button", { type: "button", class: "small" }, label);
    button.addEventListener("click", () => {
      place.replaceChildren();
      run();
    });
    return button;
  });
  place.replaceChildren(create("div", { class: "notice" }, create("p", {}, words), create("div", { class: "notice-actions" }, ...buttons)));
}
