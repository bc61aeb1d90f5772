// The window with all drafts: open, copy, delete and bring back, the versions of each, and the ways to begin a new one.

import { create } from "../../elements/create.js";
import { Dialog } from "../dialog.js";
import { EXAMPLES } from "../in/examples.js";
import { attempt, tell } from "../notices.js";
import { setWords } from "../set-words.js";
import { DAYS_TO_REGRET } from "./store.js";

/** @import {Studio} from "../studio.js" */
/** @import {Keeper} from "./keeper.js" */
/** @import {DraftRecord, DraftStore, VersionRecord} from "./store.js" */

/**
 * @typedef {object} Ways
 * @property {(id: string) => Promise<void>} open
 * @property {(text: string) => Promise<void>} begin a new draft with this text
 * @property {(text: string) => Promise<void>} example shows a text that becomes a draft when it is changed
 * @property {() => void} openFile
 */

export class DraftList {
  #dialog = new Dialog("drafts-window", "Drafts");
  #list = create("ul", { class: "draft-list" });
  #deleted = create("ul", { class: "draft-list" });
  #deletedPart = create("details", { class: "draft-deleted" }, create("summary", {}, `Deleted, kept for ${DAYS_TO_REGRET} days`), this.#deleted);
  #none = create("p", { class: "dialog-note" });
  #promise = create("p", { class: "dialog-note" });
  #studio;
  #store;
  #keeper;
  #ways;

  /**
   * @param {Studio} studio
   * @param {DraftStore} store
   * @param {Keeper} keeper
   * @param {Ways} ways
   */
  constructor(studio, store, keeper, ways) {
    this.#studio = studio;
    this.#store = store;
    this.#keeper = keeper;
    this.#ways = ways;
    this.#dialog.body.append(this.#beginnings(), this.#none, this.#list, this.#deletedPart, this.#promise);
  }

  /** The rows of last time may be those of drafts that are gone, so they wait for the new ones out of sight. */
  async show() {
    for (const list of [this.#list, this.#deleted]) list.replaceChildren();
    this.#none.textContent = "";
    this.#deletedPart.hidden = true;
    this.#list.setAttribute("aria-busy", "true");
    this.#dialog.open();
    await this.#keeper.keep();
    await this.#refresh();
    this.#list.removeAttribute("aria-busy");
  }

  #beginnings() {
    const blank = this.#way("Blank release", () => this.#ways.begin(""));
    const file = this.#way("Open a file…", () => this.#ways.openFile());
    const examples = create("select", { "aria-label": "Examples" }, create("option", { value: "-1" }, "An example…"));
    EXAMPLES.forEach(({ name }, index) => examples.append(create("option", { value: String(index) }, name)));
    examples.addEventListener("change", () => {
      const select = /** @type {HTMLSelectElement} */ (examples);
      const example = EXAMPLES[Number(select.value)];
      select.value = "-1";
      if (!example) return;
      this.#dialog.close();
      this.#ways.example(example.text);
    });
    return create("div", { class: "draft-beginnings" }, blank, file, examples);
  }

  /** @param {string} label @param {() => unknown} run */
  #way(label, run) {
    const button = create("button", { type: "button", class: "small" }, label);
    button.addEventListener("click", () => {
      this.#dialog.close();
      attempt(run);
    });
    return button;
  }

  async #refresh() {
    /** @type {DraftRecord[]} */
    let drafts = [];
    let isKept = true;
    this.#none.textContent = "";
    try {
      drafts = await this.#store.list();
      if (!drafts.some(({ deleted }) => deleted === null)) this.#none.textContent = "There are no drafts yet. The first keystroke makes one.";
    } catch {
      isKept = false;
    }
    const refocus = this.#keepFocus();
    this.#list.replaceChildren(...drafts.filter(({ deleted }) => deleted === null).map((draft) => this.#row(draft)));
    const deleted = drafts.filter((draft) => draft.deleted !== null);
    this.#deleted.replaceChildren(...deleted.map((draft) => this.#deletedRow(draft)));
    this.#deletedPart.hidden = deleted.length === 0;
    refocus();
    this.#promise.textContent = isKept ? await promiseWords() : "This browser keeps no drafts for this page, as in a private window. Save your text as a file.";
  }

  /** Rows are made anew: the one that takes the place of that with the focus has it then. */
  #keepFocus() {
    const row = document.activeElement?.closest(".draft");
    const list = row?.parentElement;
    if (!row || !list) return () => {};
    const place = [...list.children].indexOf(row);
    return () => {
      const next = list.children[Math.min(place, list.children.length - 1)] ?? this.#dialog.body;
      /** @type {HTMLElement | null} */ (next.querySelector("button"))?.focus();
    };
  }

  /** @param {DraftRecord} draft */
  #row(draft) {
    const open = create("button", { type: "button", class: "draft-open" }, create("span", { class: "draft-title" }, draft.name), " ", create("span", { class: "draft-facts" }, facts(draft.text, draft.changed)));
    open.addEventListener("click", () => {
      this.#dialog.close();
      if (draft.id !== this.#keeper.id) attempt(() => this.#ways.open(draft.id));
    });
    const row = create("li", { class: "draft", "data-draft": draft.id }, open);
    if (draft.id === this.#keeper.id) open.setAttribute("aria-current", "true");
    const versions = create("div", { class: "draft-versions", id: `versions-${draft.id}` });
    const more = this.#action(draft, "Versions", () => this.#toggleVersions(draft, more, versions));
    more.setAttribute("aria-expanded", "false");
    more.setAttribute("aria-controls", versions.id);
    const copy = this.#action(draft, "Duplicate", () => {
      this.#dialog.close();
      this.#ways.begin(draft.text);
    });
    const remove = this.#action(draft, "Delete", () => this.#delete(draft));
    row.append(create("div", { class: "draft-actions" }, more, copy, remove), versions);
    return row;
  }

  /** @param {DraftRecord} draft */
  #deletedRow(draft) {
    const back = this.#action(draft, "Bring back", () => this.#setDeleted(draft, false));
    const words = create("p", { class: "draft-open" }, create("span", { class: "draft-title" }, draft.name), " ", create("span", { class: "draft-facts" }, facts(draft.text, draft.changed)));
    return create("li", { class: "draft" }, words, create("div", { class: "draft-actions" }, back));
  }

  /**
   * @param {DraftRecord} draft
   * @param {string} label
   * @param {() => void} run
   */
  #action({ name }, label, run) {
    const button = create("button", { type: "button", class: "quiet" }, label, create("span", { class: "unseen" }, `: ${name}`));
    button.addEventListener("click", () => attempt(run));
    return button;
  }

  /** @param {DraftRecord} draft */
  async #delete(draft) {
    const isOpen = draft.id === this.#keeper.id;
    if (isOpen) await this.#ways.begin("");
    await this.#setDeleted(draft, true);
    tell(`“${draft.name}” is deleted.`, [
      {
        label: "Bring it back",
        run: async () => {
          await this.#setDeleted(draft, false);
          if (isOpen) await this.#ways.open(draft.id);
        },
      },
    ]);
  }

  /**
   * @param {DraftRecord} draft
   * @param {boolean} isDeleted
   */
  async #setDeleted(draft, isDeleted) {
    await this.#store.setDeleted(draft.id, isDeleted);
    await this.#refresh();
  }

  /**
   * @param {DraftRecord} draft
   * @param {HTMLElement} button
   * @param {HTMLElement} place
   */
  async #toggleVersions(draft, button, place) {
    const isOpen = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!isOpen));
    place.replaceChildren();
    if (!isOpen) await this.#showVersions(draft, place);
  }

  /** @param {DraftRecord} draft @param {HTMLElement} place */
  async #showVersions(draft, place) {
    const versions = await this.#store.versions(draft.id);
    const keep = create("button", { type: "button", class: "small" }, "Keep this version");
    keep.addEventListener("click", () =>
      attempt(async () => {
        await this.#store.addVersion(draft.id);
        await this.#showVersions(draft, place);
        place.querySelector("button")?.focus();
      }),
    );
    const note = create("p", { class: "dialog-note" }, "A version stays after every pause, and every ten minutes while you write.");
    place.replaceChildren(note, keep, create("ul", {}, ...versions.map((version) => this.#versionRow(draft, version))));
  }

  /** @param {DraftRecord} draft @param {VersionRecord} version */
  #versionRow(draft, { text, at }) {
    const restore = create("button", { type: "button", class: "small" }, "Go back to this version");
    restore.addEventListener("click", () => attempt(() => this.#restore(draft, text)));
    const words = create("pre", { tabindex: "0", role: "region", "aria-label": `Version of ${moment(at)}` });
    const version = create("details", {}, create("summary", {}, facts(text, at)), words, restore);
    // A hundred versions of a long release are a long page that nobody reads.
    version.addEventListener("toggle", () => setWords(words, text), { once: true });
    return create("li", {}, version);
  }

  /** The text as it is stays as a version, and going back can be undone. @param {DraftRecord} draft @param {string} text */
  async #restore(draft, text) {
    this.#dialog.close();
    if (draft.id !== this.#keeper.id) await this.#ways.open(draft.id);
    const { editor, manuscript } = this.#studio;
    if (editor.isReadOnly || !(await this.#keeper.keep())) return tell("The draft cannot be changed here for now.");
    await this.#store.addVersion(draft.id);
    editor.edit([{ start: 0, end: manuscript.text.length, text }]);
    tell("The older version is back. The text that stood here is among the versions.", [{ label: "Undo", run: () => editor.undo() }]);
  }
}

/** @param {string} text @param {number} time */
function facts(text, time) {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  return `${moment(time)}, ${words === 1 ? "1 word" : `${words.toLocaleString("en-GB")} words`}`;
}

/** @param {number} time */
function moment(time) {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  const clock = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return isToday ? `Today, ${clock}` : `${date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, ${clock}`;
}

async function promiseWords() {
  const here = "Drafts stay in this browser on this computer; nobody else sees them.";
  const isPromised = await navigator.storage?.persisted?.().catch(() => false);
  return isPromised ? `${here} The browser has promised to keep them.` : `${here} A browser may throw them away when the disk is full or when you clear its data: save what matters as a file.`;
}
