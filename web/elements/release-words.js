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
    courtesy: "As a courtesy to its publisher, this page waits until the embargo ends.",
  },
  cy: {
    failed: "Nid oedd modd dangos y datganiad hwn.",
    openSource: "Agor y datganiad ei hun",
    tryAgain: "Rhoi cynnig arall arni",
    embargoed: "Mae'r datganiad hwn dan embargo.",
    embargoedUntil: (moment) => `Mae'r datganiad hwn dan embargo tan ${moment}.`,
    courtesy: "Fel cwrteisi i'w gyhoeddwr, mae'r dudalen hon yn aros nes i'r embargo ddod i ben.",
  },
});

/** Whose zone need not be named. */
const BRITISH_ZONES = Object.freeze(["Europe/London", "Europe/Dublin"]);

/**
 * The moment as the article writes it, in its own time zone: "Thursday 2 May 2019, 00:01".
 * @param {Moment} moment
 * @param {Language} language
 */
export function momentWords({ text, iso, timeZone }, language) {
  if (!iso) return text;
  const hasTime = iso.includes("T");
  /** @param {Intl.DateTimeFormatOptions} form */
  const words = (form) =>
    new Intl.DateTimeFormat(language === "cy" ? "cy" : "en-GB", { ...form, timeZone: hasTime ? timeZone : "UTC" }).format(
      new Date(iso),
    );
  try {
    const date = `${words({ weekday: "long" })} ${words({ day: "numeric", month: "long", year: "numeric" })}`;
    if (!hasTime) return date;
    const zone = BRITISH_ZONES.includes(timeZone) ? "" : ` (${timeZone})`;
    return `${date}, ${words({ hour: "2-digit", minute: "2-digit" })}${zone}`;
  } catch {
    return text; // A zone that this browser does not know.
  }
}
