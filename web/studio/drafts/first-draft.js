// What the studio shows when it is opened, and when its address changes: what a link brings, the draft that this tab had, what
// was left unwritten, the draft that was changed last, or an example.

import { FIRST_RELEASE } from "../first-release.js";
import { tell } from "../notices.js";
import { linkedText } from "../out/link.js";

/** @import {Manuscript} from "../manuscript.js" */
/** @import {Keeper} from "./keeper.js" */
/** @import {DraftStore} from "./store.js" */

const DRAFT_ADDRESS = /^#draft=([0-9a-f]+)$/;

/**
 * @param {DraftStore} store
 * @param {Keeper} keeper
 * @param {{manuscript: Manuscript, open: (id: string) => Promise<void>, leave: (next: () => Promise<unknown>) => Promise<void>}} parts
 * @returns {{start: () => Promise<void>, openLatest: () => Promise<void>}}
 */
export function startOpening(store, keeper, { manuscript, open, leave }) {
  manuscript.addEventListener("draft", () => {
    const { id } = manuscript.draft;
    const address = id ? `#draft=${id}` : location.pathname + location.search;
    if (id ? location.hash !== address : DRAFT_ADDRESS.test(location.hash)) history.replaceState(history.state, "", address);
  });
  globalThis.addEventListener("hashchange", async () => {
    const wanted = wantedDraft();
    if (wanted && wanted !== keeper.id) await open(wanted);
    else if (/^#release=/.test(location.hash)) await leave(openLinked);
  });

  /** The draft of this tab, what was left unwritten, or the draft that was changed last; else an example. */
  async function openLatest() {
    try {
      await keeper.recoverNew();
      const drafts = (await store.list()).filter(({ deleted }) => deleted === null);
      const wanted = drafts.find(({ id }) => id === wantedDraft());
      if (!wanted && !hasBegun() && (await keeper.openNoted())) return;
      const first = wanted ?? drafts[0];
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
    if (!(await openLinked())) await openLatest();
    await store.clear().catch(() => {});
  }

  return { start, openLatest };
}

/** The draft that the page's address names. */
function wantedDraft() {
  return DRAFT_ADDRESS.exec(location.hash)?.[1];
}
