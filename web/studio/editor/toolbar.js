// The buttons above the text: formatting for authors who do not write Markdown, undo and redo.

import { bold, bulletList, heading, italic, link, numberedList, quotation } from "./format.js";

/** @import {Studio} from "../studio.js" */

/** The names are those of the buttons in the page. */
const COMMANDS = Object.freeze({ bold, italic, heading, "bullet-list": bulletList, "numbered-list": numberedList, quotation, link });

/**
 * One stop of the Tab key; the arrow keys move inside.
 * @param {HTMLElement} toolbar
 * @param {Studio} studio
 */
export function startToolbar(toolbar, { editor }) {
  const buttons = [.../** @type {NodeListOf<HTMLButtonElement>} */ (toolbar.querySelectorAll("button"))];
  buttons.forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
  toolbar.addEventListener("click", ({ target }) => {
    const name = /** @type {Element} */ (target).closest("button")?.dataset["command"];
    if (name === "undo") editor.undo();
    else if (name === "redo") editor.redo();
    else if (name && name in COMMANDS) editor.run(COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)]);
  });
  // The selection in the text stays.
  toolbar.addEventListener("pointerdown", (event) => event.preventDefault());
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (!step) return;
    event.preventDefault();
    const now = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const next = /** @type {HTMLButtonElement} */ (buttons[Math.min(buttons.length - 1, Math.max(0, now + step))]);
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}
