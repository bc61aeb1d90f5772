// The words that badges and grade lists add of their own, in the two languages.

import { allAreas, allCountedAreas, countedAreas, numbers, oneArea, overall, someAreas } from "../generated/words.js";

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
  if (area === "all") return count ? counted(allCountedAreas, count, language) : allAreas[language];
  if (area !== "some") return area;
  if (!count) return someAreas[language];
  return count === 1 ? oneArea[language] : counted(countedAreas, count, language);
}

/**
 * @param {Word} word
 * @param {number} count
 * @param {Language} language
 */
function counted(word, count, language) {
  const text = word[language].replace("{count}", numbers[language][count - 1] ?? String(count));
  return text.charAt(0).toUpperCase() + text.slice(1);
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
