// What the studio tells the author in passing, at the foot of the page, with what can be done about it. A notice stays until
// it is answered or another one comes.

import { create } from "../elements/create.js";

/** @typedef {{label: string, run: () => void}} Action */

const place = create("div", { class: "notices", role: "status" });
// Screen readers tell of changes in what was there before.
document.body.append(place);
/** What had the focus before a button of the notice. @type {HTMLElement | null} */
let origin = null;
place.addEventListener("focusin", ({ relatedTarget }) => {
  if (relatedTarget instanceof HTMLElement && !place.contains(relatedTarget)) origin = relatedTarget;
});

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
      const hadFocus = place.contains(document.activeElement);
      place.replaceChildren();
      if (hadFocus) giveBack();
      run();
    });
    return button;
  });
  place.replaceChildren(create("div", { class: "notice" }, create("p", {}, words), create("div", { class: "notice-actions" }, ...buttons)));
}

/** Takes back what was told: it is about something that is gone. */
export function hush() {
  place.replaceChildren();
}

/** The focus goes where it came from, else to what is open. */
function giveBack() {
  const open = document.querySelector("dialog[open] button") ?? document.getElementById("editor");
  const heir = origin?.isConnected ? origin : /** @type {HTMLElement | null} */ (open);
  heir?.focus();
}
