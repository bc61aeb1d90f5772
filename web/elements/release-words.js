// What <press-release> says of its own, in the two languages.

/** @import {Language} from "./words.js" */
/** @import {Moment} from "../core/types.js" */

/**
 * @typedef {object} ReleaseWords
 * @property {string} failed
 * @property {string} openSource
 * @property {string} tryAgain
 * @property {string} embargoed
 * @property {(moment: string) => string} embargoedUntil
 * @property {string} courtesy
 */

/** @type {Readonly<Record<Language, ReleaseWords>>} */
export const RELEASE_WORDS = Object.freeze({
  en: {
    failed: "This release could not be shown.",
    openSource: "Open the release itself",
    tryAgain: "Try again",
    embargoed: "This release is under embargo.",
    embargoedUntil: (moment) => `This release is under embargo until ${moment}.`,
    courtesy: "As a courtesy to its publisher, this page waits until then.",
  },
  cy: {
    failed: "Nid oedd modd dangos y datganiad hwn.",
    openSource: "Agor y datganiad ei hun",
    tryAgain: "Rhoi cynnig arall arni",
    embargoed: "Mae'r datganiad hwn dan embargo.",
    embargoedUntil: (moment) => `Mae'r datganiad hwn dan embargo tan ${moment}.`,
    courtesy: "Fel cwrteisi i'w gyhoeddwr, mae'r dudalen hon yn aros tan hynny.",
  },
});

/**
 * The moment in words and in its own time zone: "Thursday 2 May 2019 at 00:01 BST".
 * @param {Moment} moment
 * @param {Language} language
 */
export function momentWords(moment, language) {
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  if (!moment.iso) return moment.text;
  if (moment.iso.includes("T")) {
    Object.assign(form, { hour: "2-digit", minute: "2-digit", timeZoneName: "short", timeZone: moment.timeZone });
  }
  try {
    return new Intl.DateTimeFormat(language === "cy" ? "cy" : "en-GB", form).format(new Date(moment.iso));
  } catch {
    return moment.text; // A zone that this browser does not know.
  }
}
