// The words that badges and grade lists add of their own, in the two languages.

/** @typedef {"en" | "cy"} Language */

/**
 * @typedef {object} BadgeWords
 * @property {string} grades names a list or table of grades
 * @property {string} area
 * @property {string} grade
 * @property {string} overall
 * @property {string} allAreas
 * @property {(count: number) => string} someAreas
 * @property {string} severalAreas where the number is not known
 * @property {string} previous marks a grade of an earlier inspection
 * @property {string} detected marks a grade that was read from the text
 */

/** @type {Readonly<Record<Language, BadgeWords>>} */
export const BADGE_WORDS = Object.freeze({
  en: {
    grades: "Inspection grades",
    area: "Area",
    grade: "Grade",
    overall: "Overall",
    allAreas: "All areas",
    someAreas: (count) => (count === 1 ? "1 area" : `${count} areas`),
    severalAreas: "Some areas",
    previous: "previous inspection",
    detected: "read from the text",
  },
  cy: {
    grades: "Graddau arolygu",
    area: "Maes",
    grade: "Gradd",
    overall: "Cyffredinol",
    allAreas: "Pob maes",
    someAreas: (count) => `${count} maes`,
    severalAreas: "Rhai meysydd",
    previous: "arolygiad blaenorol",
    detected: "darllenwyd o'r testun",
  },
});

/** @param {string | null | undefined} value @returns {Language} */
export function languageOf(value) {
  return /^cy(-|$)/i.test(value ?? "") ? "cy" : "en";
}

/** A date as people write it; a text that is no ISO date stays as it is. @param {string} date @param {Language} language */
export function dateWords(date, language) {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date.trim());
  if (!match) return date;
  const [, year, month, day] = match;
  const instant = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  // Another month or day than was asked for: the 31st of June and the like.
  if (instant.getUTCMonth() + 1 !== Number(month)) return date;
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { year: "numeric", month: "long", timeZone: "UTC" };
  if (day) form.day = "numeric";
  return new Intl.DateTimeFormat(language === "cy" ? "cy" : "en-GB", form).format(instant);
}
