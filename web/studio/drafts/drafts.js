// The drafts of the author: which one is open, whether it is safe, and the window with all of them. Decides what the studio
// shows when it is opened: what a link brings, the draft that this tab had, the one that was changed last, or an example.

import { create } from "../../elements/create.js";
import { Banner } from "../banner.js";
import { FIRST_RELEASE } from "../first-release.js";
import { tell } from "../notices.js";
import { linkedText } from "../out/link.js";
import { saveFile, saveInto } from "../out/save.js";
import { setWords } from "../set-words.js";
import { Tabs } from "./hold.js";
import { Keeper } from "./keeper.js";
import { DraftList } from "./list.js";
import { fileName, nameOf, UNTITLED } from "./name.js";
import { DraftStore } from "./store.js";

/** @import {Studio} from "../studio.js" */
/** @import {KeeperState} from "./keeper.js" */

const DRAFT_ADDRESS = /^#draft=([0-9a-f]+)$/;

/** @type {Readonly<Record<KeeperState, string>>} */
const STATE_WORDS = Object.freeze({
  new: "Not changed yet",
  keeping: "Keeping…",
  kept: "Kept on this computer",
  refused: "Not kept",
  elsewhere: "Open in another tab",
  offered: "From a link",
});

/** Keeping that takes less is not spoken of: each keystroke would be, and heard by those who listen to the page. */
const SLOW = 1000;

/**
 * What other parts of the studio do with drafts.
 * @typedef {object} Drafts
 * @property {(text: string, file?: FileSystemFileHandle | null) => Promise<void>} begin makes a text a new draft and opens it, after the open one is
 *   safe; file: that it came from
 */

/**
 * @param {HTMLElement} place in the bar
 * @param {Studio} studio
 * @param {{openFile: () => void}} parts
 * @returns {Drafts}
 */
export function startDrafts(place, studio, { openFile }) {
  const { manuscript } = studio;
  const store = new DraftStore();
  const keeper = new Keeper(studio, store, new Tabs());
  const name = create("span", { class: "draft-name" });
  const state = create("span", { class: "draft-state", role: "status" });
  const button = create("button", { type: "button", class: "quiet draft-button", "aria-haspopup": "dialog", title: "Drafts" }, create("span", { class: "unseen" }, "Drafts: "), name);
  place.append(button, state);
  const banner = new Banner(/** @type {Element} */ (place.closest("header")), button);

  const list = new DraftList(studio, store, keeper, {
    open,
    begin: (text) => begin(text),
    example: (text) => leave(() => keeper.begin(text)),
    openFile,
  });
  button.addEventListener("click", () => list.show());

  const showName = () => {
    name.textContent = keeper.id || manuscript.currentReading ? nameOf(manuscript) : manuscript.draft.name || UNTITLED;
  };
  for (const kind of ["reading", "draft"]) manuscript.addEventListener(kind, showName);
  manuscript.addEventListener("draft", () => {
    const { id } = manuscript.draft;
    const address = id ? `#draft=${id}` : location.pathname + location.search;
    if (id ? location.hash !== address : DRAFT_ADDRESS.test(location.hash)) history.replaceState(history.state, "", address);
  });

  keeper.addEventListener("state", showState);
  keeper.addEventListener("aside", () => tell("Another tab changed this draft too. What you write here is kept as a draft of its own; the other one stays as it is."));
  // Asking means a question to the author in some browsers: it comes when there is something to lose.
  keeper.addEventListener("state", () => keeper.state === "kept" && askForPersistence());

  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);

  function showState() {
    state.dataset["state"] = keeper.state;
    clearTimeout(timer);
    if (keeper.state === "keeping") timer = setTimeout(say, SLOW);
    else {
      say();
      showBanner();
    }
  }

  function say() {
    state.dataset["said"] = keeper.state;
    setWords(state, STATE_WORDS[keeper.state]);
  }

  function showBanner() {
    if (keeper.state === "elsewhere") {
      banner.show("This draft is open in another tab. Here it can be read, so that neither writes over the other.", [
        { label: "Write here instead", run: () => keeper.takeOver() },
        { label: "Open a copy", run: () => begin(manuscript.text) },
      ]);
    } else if (keeper.state === "offered") {
      banner.show("This release came with a link. It is none of your drafts, and you can read it before you decide.", [
        { label: "Keep it as a draft", run: () => keeper.accept() },
        { label: "Leave it", run: () => openLatest() },
      ]);
    } else if (keeper.state === "refused") {
      banner.show(refusal(keeper.failure), [
        { label: "Download the text", run: download },
        { label: "Try again", run: () => keeper.keep() },
      ]);
    } else banner.hide();
  }

  function download() {
    return saveFile({ name: `${fileName(nameOf(manuscript))}.md`, type: "text/markdown", content: manuscript.text });
  }

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
   * @param {FileSystemFileHandle | null} [file]
   */
  function begin(text, file = null) {
    return leave(async () => {
      await keeper.begin(text, { keep: text !== "" });
      if (file) await keeper.belongTo(file);
      studio.open("write");
      studio.editor.focus();
    });
  }

  /** Into the file that the draft belongs to, else into one that the author chooses. */
  async function saveText() {
    const { text } = manuscript;
    const { file } = keeper;
    if (file && (await saveInto(file, text))) return tell(`Saved into ${file.name}.`);
    const { saved, handle } = await download();
    if (handle) await keeper.belongTo(handle);
    if (saved) tell(handle ? `Saved as ${handle.name}. The next time goes into the same file.` : "Saved as a file, where your browser puts its downloads.");
  }

  globalThis.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    saveText();
  });

  /** @param {string} id */
  async function open(id) {
    await leave(async () => {
      if (!(await keeper.open(id))) tell("This draft is gone.");
    });
  }

  /** The draft of this tab or the one that was changed last; else an example. */
  async function openLatest() {
    try {
      await keeper.recoverNew();
      if (!hasBegun() && (await keeper.openNoted())) return;
      const wanted = DRAFT_ADDRESS.exec(location.hash)?.[1];
      const drafts = (await store.list()).filter(({ deleted }) => deleted === null);
      const first = drafts.find(({ id }) => id === wanted) ?? drafts[0];
      if (first && !hasBegun() && (await keeper.open(first.id))) return;
    } catch {
      // Nothing is kept here: the author hears of it with the first keystroke.
    }
    if (!hasBegun() && !(await keeper.openNoted())) await keeper.begin(FIRST_RELEASE);
  }

  /** Whether the author writes already, as where the storage is slow to answer. */
  function hasBegun() {
    return keeper.state !== "offered" && manuscript.text !== "";
  }

  async function openLinked() {
    const linked = await linkedText(location.hash);
    if (linked === null) return false;
    // The address of a text that was accepted or left is that of a draft again.
    history.replaceState(history.state, "", location.pathname + location.search);
    if (typeof linked === "string") await keeper.begin(linked, { offered: true });
    else tell(linked.message);
    return typeof linked === "string";
  }

  async function start() {
    showState();
    if (!(await openLinked())) await openLatest();
    await store.clear().catch(() => {});
  }

  globalThis.addEventListener("hashchange", async () => {
    const wanted = DRAFT_ADDRESS.exec(location.hash)?.[1];
    if (wanted && wanted !== keeper.id) await open(wanted);
    else if (/^#release=/.test(location.hash)) await leave(openLinked);
  });
  start();
  return { begin };
}

/** @param {unknown} failure */
function refusal(failure) {
  const isFull = failure instanceof DOMException && failure.name === "QuotaExceededError";
  const reason = isFull ? "there is no room left for this page" : "this browser keeps nothing for this page, as in a private window";
  return `Your text is not kept: ${reason}. Download it before you close the page.`;
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
