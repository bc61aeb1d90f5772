// The boxes that <press-release> shows in place of a release: why it failed, or until when it is held back. They say their
// language and its direction, as the page around may be of any.

import { create } from "./create.js";
import { RELEASE_WORDS, momentWords } from "./release-words.js";

/** @import {PressmarkError} from "../core/errors.js" */
/** @import {Moment} from "../core/types.js" */
/** @import {Language} from "./words.js" */

/**
 * @param {PressmarkError} error
 * @param {Language} language
 * @param {URL | null} source the release's own address, where it has one
 * @param {() => void} retry
 * @returns {HTMLElement}
 */
export function failureNotice(error, language, source, retry) {
  const words = RELEASE_WORDS[language];
  const reason = create("span", { lang: "en" }, error.message);
  const button = create("button", { type: "button" }, words.tryAgain);
  button.addEventListener("click", retry);
  const actions = create("p", { class: "pm-notice-actions" }, button);
  if (source) actions.prepend(create("a", { href: source.href }, words.openSource), " ");
  const text = create("p", {}, create("strong", {}, words.failed), " ", reason);
  return create("div", { class: "pm-notice pm-notice-failure", role: "alert", lang: language, dir: "ltr" }, text, actions);
}

/**
 * @param {Moment | null} embargo
 * @param {Language} language
 * @returns {HTMLElement}
 */
export function embargoNotice(embargo, language) {
  const words = RELEASE_WORDS[language];
  const statement = embargo ? words.embargoedUntil(momentWords(embargo, language)) : words.embargoed;
  const text = create("p", {}, create("strong", {}, statement), " ", words.courtesy);
  return create("div", { class: "pm-notice pm-notice-embargo", role: "note", lang: language, dir: "ltr" }, text);
}
