// The buttons above the text: formatting for authors who do not write Markdown, undo and redo.

import { rove } from "../roving.js";
import { bold, bulletList, heading, italic, link, numberedList, quotation } from "./format.js";

/** @import {Studio} from "../studio.js" */

/** The names are those of the buttons in the page. */
const COMMANDS = Object.freeze({ bold, italic, heading, "bullet-list": bulletList, "numbered-list": numberedList, quotation, link });

/**
 * @param {HTMLElement} toolbar
 * @param {Studio} studio
 */
export function startToolbar(toolbar, { editor }) {
  rove(toolbar);
  toolbar.addEventListener("click", ({ target }) => {
    const name = /** @type {Element} */ (target).closest("button")?.dataset["command"];
    if (name === "undo") editor.undo();
    else if (name === "redo") editor.redo();
    else if (name && name in COMMANDS) editor.run(COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)]);
  });
  // The selection in the text stays.
  toolbar.addEventListener("pointerdown", (event) => event.preventDefault());
}
