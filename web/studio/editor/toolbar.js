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
  const buttons = [...toolbar.querySelectorAll("button")];

  /** What cannot be done now stays in its place, and says so. */
  function showAbilities() {
    for (const button of buttons) {
      const { command } = button.dataset;
      const can = command === "undo" ? editor.canUndo : command === "redo" ? editor.canRedo : !editor.isReadOnly;
      button.setAttribute("aria-disabled", String(!can));
    }
  }

  editor.addEventListener("abilities", showAbilities);
  showAbilities();
  toolbar.addEventListener("click", ({ target }) => {
    const button = /** @type {Element} */ (target).closest("button");
    if (button?.getAttribute("aria-disabled") === "true") return;
    const name = button?.dataset["command"];
    if (name === "undo") editor.undo();
    else if (name === "redo") editor.redo();
    else if (name && name in COMMANDS) editor.run(COMMANDS[/** @type {keyof typeof COMMANDS} */ (name)]);
  });
  globalThis.addEventListener("keydown", (event) => {
    const command = historyCommand(event);
    if (!command || event.defaultPrevented || isElsewhere(event.composedPath()[0])) return;
    event.preventDefault();
    editor[command]();
  });
  // The selection in the text stays.
  toolbar.addEventListener("pointerdown", (event) => event.preventDefault());
}

/** What the keys of undo and redo ask for, also beside the text: a mend is undone where it was made. @param {KeyboardEvent} event */
function historyCommand({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : null;
}

/** Fields undo what was typed in them; an open window has nothing of the text. @param {EventTarget | undefined} target */
function isElsewhere(target) {
  return target instanceof Element && target.closest("input, textarea, select, dialog") !== null;
}
