// Keeps what the author writes, from the first keystroke: the open draft is written to the store shortly after each change
// and at once when the page is left. It knows at any time whether the text is safe, and says so.
//
//   "state" how the text stands has changed

import { hold } from "./hold.js";
import { nameOf } from "./name.js";
import { dropRest, readRest, rests, writeRest } from "./rest.js";
import { ConflictError } from "./store.js";

/** @import {Studio} from "../studio.js" */
/** @import {OpenFile} from "../out/save.js" */
/** @import {Tabs} from "./hold.js" */
/** @import {DraftRecord, DraftStore} from "./store.js" */

/**
 * How the open text stands: "new": not changed since it was shown, and no draft yet; "keeping": to be written; "kept";
 * "refused": the browser does not keep it; "elsewhere": another tab writes the draft, here it is read alone; "offered": it
 * came with a link, and is read alone until it is accepted.
 * @typedef {"new" | "keeping" | "kept" | "refused" | "elsewhere" | "offered"} KeeperState
 */

/** After a keystroke; the next one does not put it off any further. */
const WAIT = 150;

export class Keeper extends EventTarget {
  #studio;
  #store;
  #tabs;
  /** @type {KeeperState} */
  #state = "new";
  /** @type {unknown} */
  #failure = null;
  /** @type {string | null} */
  #id = null;
  /** The file that the draft belongs to. @type {OpenFile | null} */
  #file = null;
  /** The draft as it was last read or written. @type {{text: string, name: string, revision: number}} */
  #kept = { text: "", name: "", revision: 0 };
  /** @type {import("./hold.js").Hold | null} */
  #hold = null;
  /** Ends the waiting for a tab that has the draft. @type {AbortController | null} */
  #waiting = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<boolean> | null} */
  #writing = null;
  /** The page goes, and what is not yet written is noted. */
  #isLeaving = false;

  /**
   * @param {Pick<Studio, "manuscript" | "editor">} studio
   * @param {DraftStore} store
   * @param {Tabs} tabs
   */
  constructor(studio, store, tabs) {
    super();
    this.#studio = studio;
    this.#store = store;
    this.#tabs = tabs;
    tabs.answerWith(async (id) => id === this.#id && this.#isWriter && this.keep());
    const { manuscript } = studio;
    manuscript.addEventListener("text", () => this.#changed());
    manuscript.addEventListener("reading", () => this.#id && this.#isWriter && this.#changed());
    document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && this.#hide());
    globalThis.addEventListener("pagehide", () => this.#leave());
    globalThis.addEventListener("pageshow", () => {
      // The page comes back as it was left.
      if (this.#isLeaving) this.keep();
      this.#isLeaving = false;
    });
    globalThis.addEventListener("beforeunload", (event) => {
      if (this.#state === "refused" && this.#isUnkept) event.preventDefault();
    });
  }

  get state() {
    return this.#state;
  }

  /** Why the text is not kept. */
  get failure() {
    return this.#failure;
  }

  /** The draft that is open; null before it is first kept. */
  get id() {
    return this.#id;
  }

  /** The file that the open draft was opened from or saved into. */
  get file() {
    return this.#file;
  }

  /** Notes the file of the open draft, for the next time too. @param {OpenFile} file */
  async belongTo(file) {
    this.#file = file;
    // Some browsers cannot keep it: then it is forgotten with the page.
    if (this.#id && this.#isWriter) await this.#store.setFile(this.#id, file).catch(() => {});
  }

  /**
   * Shows a text that is no draft yet; it becomes one with the first change, or at once.
   * @param {string} text
   * @param {{keep?: boolean, offered?: boolean}} [options] offered: nothing is kept, and nothing can be changed, before it is accepted
   */
  async begin(text, { keep = false, offered = false } = {}) {
    this.#letGo();
    this.#show(null, { text: keep ? "" : text, name: "", revision: 0 }, text);
    this.#to(offered ? "offered" : "new");
    if (keep) await this.keep();
  }

  /** Takes what a link brought among the drafts. */
  async accept() {
    this.#kept = { text: "", name: "", revision: 0 };
    this.#to("keeping");
    await this.keep();
  }

  /**
   * Opens a draft. Where another tab writes it, it is shown to be read.
   * @param {string} id
   * @param {{steal?: boolean}} [options]
   * @returns {Promise<boolean>} whether there is such a draft
   */
  async open(id, { steal = false } = {}) {
    if (!(await this.#store.get(id))) return false;
    this.#letGo();
    const held = await hold(id, { steal, lost: () => this.#lost(id) });
    const record = await this.#store.get(id);
    if (!record) {
      held?.release();
      return false;
    }
    // What was typed while the browser was slow to answer.
    if (this.#isWriter && this.#isUnkept) await this.keep();
    this.#letGo();
    if (held) await this.#openHeld(record, held);
    else {
      this.#show(id, record, record.text);
      this.#to("elsewhere");
      this.#waitFor(id);
    }
    return true;
  }

  /**
   * Opens what was noted when its page was left and is no draft yet, as where the browser keeps none or the disk is full.
   * @returns {Promise<boolean>} whether there is such a text
   */
  async openNoted() {
    for (const { id, name, text, revision } of rests()) {
      if (await this.#store.get(id).catch(() => undefined)) continue;
      const held = await hold(id, { lost: () => this.#lost(id) });
      if (!held) continue;
      await this.#openHeld({ id, name, text: "", revision }, held);
      return true;
    }
    return false;
  }

  /** Writes here, and no longer in the other tab, which keeps its text first. */
  async takeOver() {
    const id = this.#id;
    if (!id) return;
    await this.#tabs.handOver(id);
    if (this.#state === "elsewhere" && this.#id === id) await this.open(id, { steal: true });
  }

  /** Writes what is not yet written. @returns {Promise<boolean>} whether the text is safe */
  keep() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!this.#writing) this.#writing = this.#write().finally(() => (this.#writing = null));
    return this.#writing;
  }

  get #isWriter() {
    return this.#state !== "elsewhere" && this.#state !== "offered";
  }

  get #isUnkept() {
    return this.#studio.manuscript.text !== this.#kept.text;
  }

  #changed() {
    if (!this.#isWriter) return;
    const { manuscript } = this.#studio;
    if (!this.#isUnkept && (!this.#id || nameOf(manuscript) === this.#kept.name)) return;
    if (this.#isUnkept) this.#to("keeping");
    this.#timer ??= setTimeout(() => this.keep(), WAIT);
  }

  /** @returns {Promise<boolean>} */
  async #write() {
    const { manuscript } = this.#studio;
    try {
      while (this.#isWriter && (this.#isUnkept || (this.#id && nameOf(manuscript) !== this.#kept.name))) {
        await this.#begin();
        const id = /** @type {string} */ (this.#id);
        const { text } = manuscript;
        const record = await this.#store.write({ id, name: nameOf(manuscript), text }, this.#kept.revision);
        // Another draft may have been opened meanwhile, and may have to be written as well.
        if (this.#id !== id) continue;
        this.#kept = record;
        dropRest(id);
        manuscript.opened({ id, name: record.name, isFresh: false });
        if (this.#file && !record.file) await this.belongTo(this.#file);
      }
      if (this.#isWriter && this.#id) this.#to("kept");
      return true;
    } catch (error) {
      if (error instanceof ConflictError) return this.#goAside();
      this.#failure = error;
      this.#to("refused");
      return false;
    }
  }

  /** A text becomes a draft. */
  async #begin() {
    if (this.#id) return;
    const id = newId();
    this.#id = id;
    this.#hold = await hold(id, { lost: () => this.#lost(id) });
  }

  /** Another tab has written the draft: what was written here becomes a draft of its own. */
  async #goAside() {
    this.#letGo();
    this.#id = null;
    this.#kept = { text: "", name: "", revision: 0 };
    this.dispatchEvent(new Event("aside"));
    this.#writing = null;
    return this.keep();
  }

  /** @param {string} id */
  async #lost(id) {
    if (id !== this.#id) return;
    this.#hold = null;
    if (this.#isUnkept) await this.#goAside();
    else {
      this.#to("elsewhere");
      this.#waitFor(id);
    }
  }

  /** When the other tab is closed, the draft can be written here again. @param {string} id */
  async #waitFor(id) {
    const waiting = new AbortController();
    this.#waiting = waiting;
    const held = await hold(id, { wait: waiting.signal, lost: () => this.#lost(id) });
    if (!held) return;
    if (waiting.signal.aborted || this.#id !== id || this.#state !== "elsewhere") return held.release();
    const record = await this.#store.get(id);
    if (record) await this.#openHeld(record, held);
    else held.release();
  }

  /**
   * Shows a draft that this tab writes, with what was noted of it when its page was left.
   * @param {Pick<DraftRecord, "id" | "name" | "text" | "revision">} record
   * @param {import("./hold.js").Hold} held
   */
  async #openHeld(record, held) {
    const text = await this.#latestText(record);
    this.#hold = held;
    this.#show(record.id, record, text);
    this.#to(this.#isUnkept ? "keeping" : "kept");
    if (this.#isUnkept) await this.keep();
  }

  /** What was noted after the draft was written. @param {Pick<DraftRecord, "id" | "text" | "revision">} record */
  async #latestText({ id, text, revision }) {
    const rest = readRest(id);
    if (!rest || rest.revision === revision) return rest?.text ?? text;
    // Another tab has written the draft since: what was noted is a draft of its own. What the store does not take stays noted.
    const isSafe = rest.text === text || (await this.#store.write({ ...rest, id: newId() }, 0).catch(() => null));
    if (isSafe) dropRest(id);
    return text;
  }

  #letGo() {
    this.#waiting?.abort();
    this.#waiting = null;
    this.#hold?.release();
    this.#hold = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /**
   * @param {string | null} id
   * @param {{text: string, name: string, revision: number, file?: OpenFile | null}} kept
   * @param {string} text
   */
  #show(id, kept, text) {
    const { editor, manuscript } = this.#studio;
    this.#id = id;
    this.#file = kept.file ?? null;
    // The editor reads all line ends as one kind.
    this.#kept = { ...kept, text: kept.text.replace(/\r\n?/g, "\n") };
    if (text.replace(/\r\n?/g, "\n") !== manuscript.text || id !== manuscript.draft.id) editor.load(text);
    manuscript.opened({ id, name: kept.name, isFresh: true });
  }

  #leave() {
    if (!this.#isWriter || !this.#isUnkept) return;
    // A write that begins in a page that goes can block the database for the page that comes (WebKit).
    clearTimeout(this.#timer);
    this.#isLeaving = this.#note();
    if (!this.#isLeaving) this.keep();
  }

  /** The page may be ended without a further word, as on a telephone. */
  #hide() {
    if (!this.#isWriter || this.#isLeaving) return;
    this.keep();
    if (this.#isUnkept) this.#note();
  }

  /** @returns {boolean} whether what is not yet written is noted */
  #note() {
    const { manuscript } = this.#studio;
    this.#id ??= newId();
    return writeRest({ id: this.#id, name: nameOf(manuscript), text: manuscript.text, revision: this.#kept.revision });
  }

  /** Drafts that were left in the middle of a keystroke and were never written. What the store does not take stays noted. */
  async recoverNew() {
    for (const { id, name, text } of rests()) {
      if (await this.#store.get(id)) continue;
      const held = await hold(id, { lost: () => {} });
      // Else another tab is about to write it.
      if (!held) continue;
      await this.#store.write({ id, name, text }, 0).then(() => dropRest(id), () => {});
      held.release();
    }
  }

  /** @param {KeeperState} state */
  #to(state) {
    if (state !== "refused") this.#failure = null;
    this.#studio.editor.isReadOnly = state === "elsewhere" || state === "offered";
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new Event("state"));
  }
}

/** Random, also where a page is not trusted with randomUUID. */
function newId() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
