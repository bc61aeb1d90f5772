// How the open text stands, in a word beside its name, and in a line under the bar where the author has to decide.

import { create } from "../../elements/create.js";
import { Banner } from "../banner.js";
import { setWords } from "../set-words.js";

/** @import {Action} from "../notices.js" */
/** @import {Keeper, KeeperState} from "./keeper.js" */

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
 * What the author can decide. `heir`: takes the focus that goes with a decision; `begin`: makes the open text a draft of its own;
 * `leaveOffer`: goes back to the author's own drafts.
 * @typedef {{heir: HTMLElement, begin: () => unknown, leaveOffer: () => unknown, download: () => unknown}} Decisions
 */

/**
 * @param {HTMLElement} place in the bar
 * @param {Keeper} keeper
 * @param {Decisions} decisions
 */
export function showKeeping(place, keeper, decisions) {
  const state = create("span", { class: "draft-state", role: "status" });
  place.append(state);
  const banner = new Banner(/** @type {Element} */ (place.closest("header")), decisions.heir);
  let timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);

  function say() {
    state.dataset["said"] = keeper.state;
    setWords(state, STATE_WORDS[keeper.state]);
  }

  function show() {
    state.dataset["state"] = keeper.state;
    clearTimeout(timer);
    if (keeper.state === "keeping") {
      timer = setTimeout(say, SLOW);
      return;
    }
    say();
    const decision = decisionOf(keeper, decisions);
    if (decision) banner.show(decision.words, decision.actions);
    else banner.hide();
  }

  keeper.addEventListener("state", show);
  show();
}

/**
 * What has to be decided before the text can be changed, or is safe.
 * @param {Keeper} keeper
 * @param {Decisions} decisions
 * @returns {{words: string, actions: readonly Action[]} | null}
 */
function decisionOf(keeper, { begin, leaveOffer, download }) {
  if (keeper.state === "elsewhere") {
    const words = "This draft is open in another tab. Here it can be read, so that neither writes over the other.";
    return { words, actions: [{ label: "Write here instead", run: () => keeper.takeOver() }, { label: "Open a copy", run: begin }] };
  }
  if (keeper.state === "offered") {
    const words = "This release came with a link. It is none of your drafts, and you can read it before you decide.";
    return { words, actions: [{ label: "Keep it as a draft", run: () => keeper.accept() }, { label: "Leave it", run: leaveOffer }] };
  }
  if (keeper.state !== "refused") return null;
  return { words: refusal(keeper.failure), actions: [{ label: "Download the text", run: download }, { label: "Try again", run: () => keeper.keep() }] };
}

/** @param {unknown} failure */
function refusal(failure) {
  const isFull = failure instanceof DOMException && failure.name === "QuotaExceededError";
  const reason = isFull ? "there is no room left for this page" : "this browser keeps nothing for this page, as in a private window";
  return `Your text is not kept: ${reason}. Download it before you close the page.`;
}
