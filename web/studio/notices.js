// What the studio tells the author in passing, at the foot of the page or of the window over it, with what can be done about
// it. A notice stays until it is answered or another one comes.

import { create } from "../elements/create.js";

/** @typedef {{label: string, run: () => void}} Action */

/** What had the focus before a button of the notice. @type {HTMLElement | null} */
let origin = null;
/** Under an open window nothing can be reached. @type {WeakMap<Element, HTMLElement>} */
const inWindows = new WeakMap();
const onPage = placeIn(document.body);

/** Screen readers tell of changes in what was there before, so each place is made before there is a notice. @param {Element} around */
function placeIn(around) {
  const place = create("div", { class: "notices", role: "status" });
  around.append(place);
  place.addEventListener("focusin", ({ relatedTarget }) => {
    if (relatedTarget instanceof HTMLElement && !place.contains(relatedTarget)) origin = relatedTarget;
  });
  return place;
}

/** Makes the place in a window; what is told there stays in sight when it is closed. @param {HTMLDialogElement} window */
export function tellInside(window) {
  const place = placeIn(window);
  inWindows.set(window, place);
  window.addEventListener("close", () => place.firstChild && onPage.replaceChildren(...place.childNodes));
}

/**
 * @param {string} words
 * @param {readonly Action[]} [actions]
 */
export function tell(words, actions = []) {
  const open = document.querySelector("dialog[open]");
  const place = (open && inWindows.get(open)) ?? onPage;
  const notice = create("div", { class: "notice" });
  const buttons = [...actions, { label: "Dismiss", run: () => {} }].map(({ label, run }) => {
    const button = create("button", { type: "button", class: "small" }, label);
    button.addEventListener("click", () => {
      const hadFocus = notice.contains(document.activeElement);
      notice.remove();
      if (hadFocus) giveBack();
      run();
    });
    return button;
  });
  notice.append(create("p", {}, words), create("div", { class: "notice-actions" }, ...buttons));
  hush();
  place.replaceChildren(notice);
}

/** What an author presses either works or says why not. @param {() => unknown} run */
export async function attempt(run) {
  try {
    await run();
  } catch (error) {
    tell(`That did not work: ${error instanceof Error ? error.message : error}`);
  }
}

/** Takes back what was told: it is about something that is gone. */
export function hush() {
  for (const notice of document.querySelectorAll(".notice")) notice.remove();
}

/** The focus goes where it came from, else to what is open. */
function giveBack() {
  const open = document.querySelector("dialog[open] button") ?? document.getElementById("editor");
  const heir = origin?.isConnected ? origin : /** @type {HTMLElement | null} */ (open);
  heir?.focus();
}
