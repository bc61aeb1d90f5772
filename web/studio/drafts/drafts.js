// The drafts of the author: which one is open, whether it is safe, and the window with all of them.

import { create } from "../../elements/create.js";
import { tell } from "../notices.js";
import { startOpening } from "./first-draft.js";
import { Tabs } from "./hold.js";
import { Keeper } from "./keeper.js";
import { DraftList } from "./list.js";
import { nameOf, UNTITLED } from "./name.js";
import { startSaving } from "./saving.js";
import { showKeeping } from "./state-view.js";
import { DraftStore } from "./store.js";

/** @import {Studio} from "../studio.js" */
/** @import {OpenFile} from "../out/save.js" */

/**
 * What other parts of the studio do with drafts.
 * @typedef {object} Drafts
 * @property {(text: string, file?: OpenFile | null) => Promise<void>} begin makes a text a new draft and opens it, after the open one is
 *   safe; file: that it came from
 */

/**
 * @param {HTMLElement} place in the bar
 * @param {Studio} studio
 * @param {{openFile: () => void}} parts
 * @returns {Drafts}
 */
export function startDrafts(place, studio, { openFile }) {
  const store = new DraftStore();
  const keeper = new Keeper(studio, store, new Tabs());
  const { download } = startSaving(studio.manuscript, keeper);
  const list = new DraftList(studio, store, keeper, { open, begin, example: (text) => leave(() => keeper.begin(text)), openFile });
  const button = startName(place, studio, keeper);
  button.addEventListener("click", () => list.show());
  const opening = startOpening(store, keeper, { open, leave, manuscript: studio.manuscript });
  showKeeping(place, keeper, { heir: button, begin: () => begin(studio.manuscript.text), leaveOffer: opening.openLatest, download });
  keeper.addEventListener("aside", () => tell("Another tab changed this draft too. What you write here is kept as a draft of its own; the other one stays as it is."));
  // Asking means a question to the author in some browsers: it comes when there is something to lose.
  keeper.addEventListener("state", () => keeper.state === "kept" && askForPersistence());

  /**
   * Goes on where the open text is safe. Where it cannot be kept, the author decides.
   * @param {() => Promise<unknown>} next
   */
  async function leave(next) {
    const isSafe = keeper.state === "elsewhere" || keeper.state === "offered" || (await keeper.keep());
    if (isSafe) return void (await next());
    tell("The text that is open could not be kept, and opening another one would lose it.", [
      { label: "Download it first", run: download },
      { label: "Lose it", run: next },
    ]);
  }

  /**
   * @param {string} text
   * @param {OpenFile | null} [file]
   */
  function begin(text, file = null) {
    return leave(async () => {
      await keeper.begin(text, { keep: text !== "" });
      if (file) await keeper.belongTo(file);
      studio.open("write");
      studio.editor.focus();
    });
  }

  /** @param {string} id */
  function open(id) {
    return leave(async () => {
      if (!(await keeper.open(id))) tell("This draft is gone.");
    });
  }

  opening.start();
  return { begin };
}

/**
 * The button with the name of the open draft.
 * @param {HTMLElement} place
 * @param {Studio} studio
 * @param {Keeper} keeper
 */
function startName(place, { manuscript }, keeper) {
  const name = create("span", { class: "draft-name" });
  const button = create("button", { type: "button", class: "quiet draft-button", "aria-haspopup": "dialog", title: "Drafts" }, create("span", { class: "unseen" }, "Drafts: "), name);
  place.append(button);
  const show = () => {
    name.textContent = keeper.id || manuscript.currentReading ? nameOf(manuscript) : manuscript.draft.name || UNTITLED;
  };
  for (const kind of ["reading", "draft"]) manuscript.addEventListener(kind, show);
  return button;
}

let hasAsked = false;

/** Without this, a browser may throw drafts away when the disk is full. */
async function askForPersistence() {
  if (hasAsked) return;
  hasAsked = true;
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // The browser does not know of it, or refuses it; the window of the drafts says so.
  }
}
