// The words that badges and grade lists add of their own, in the two languages.

import { allAreas, allCountedAreas, countedAreas, oneArea, overall, someAreas } from "../generated/words.js";

/** @typedef {"en" | "cy"} Language */
/** @typedef {Readonly<Record<Language, string>>} Word */

/** @param {string | null | undefined} value @returns {Language} */
export function languageOf(value) {
  return /^cy(-|$)/i.test(value ?? "") ? "cy" : "en";
}

/**
 * What a grade speaks of: an area as it is named, or words for all of it.
 * @param {{area: string, count?: number | null | undefined}} grade
 * @param {Language} language
 */
export function areaWords({ area, count }, language) {
  if (area.toLowerCase() === "overall") return overall[language];
  if (area === "all") return withCount(count ? allCountedAreas : allAreas);
  if (area !== "some") return area;
  if (count === 1) return oneArea[language];
  return withCount(count ? countedAreas : someAreas);

  /** @param {Word} words */
  function withCount(words) {
    return words[language].replace("{count}", String(count));
  }
}

/** A date as people write it; a text that is no ISO date stays as it is. @param {string} date @param {Language} language */
export function dateWords(date, language) {
  const text = date.trim();
  const instant = new Date(/^\d{4}-\d\d(-\d\d)?$/.test(text) ? text : NaN);
  // A date that does not exist is read as none or as another one.
  if (Number.isNaN(+instant) || !instant.toISOString().startsWith(text)) return date;
  const day = text.length > "2022-04".length ? "numeric" : undefined;
  return new Intl.DateTimeFormat(language === "cy" ? "cy" : "en-GB", { day, month: "long", year: "numeric", timeZone: "UTC" }).format(instant);
}
