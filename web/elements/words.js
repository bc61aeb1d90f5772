// The words that badges and grade lists add of their own, in the two languages.

import { overall } from "../generated/words.js";
import { fold } from "./scales.js";

/** @typedef {"en" | "cy"} Language */

/** @param {string | null | undefined} value @returns {Language} */
export function languageOf(value) {
  return /^cy\b/i.test(`${value}`) ? "cy" : "en";
}

/** @param {string} area */
export function isOverall(area) {
  return fold(area) === "overall";
}

/** What was graded, as it is named, or words for all of it. @param {string} area @param {Language} language */
export function areaWords(area, language) {
  return isOverall(area) ? overall[language] : area.trim();
}

/** A date as people write it; a text that is no ISO date stays as it is. @param {string} date @param {Language} language */
export function dateWords(date, language) {
  const text = date.trim();
  const instant = new Date(text);
  // What is no ISO date, or one that does not exist, is read as none or as another one. A year alone is words enough.
  if (!/^.{7,10}$/.test(text) || !instant.toJSON()?.startsWith(text)) return date;
  const day = text[8] ? "numeric" : undefined;
  return instant.toLocaleDateString(language === "cy" ? "cy" : "en-GB", { day, month: "long", year: "numeric", timeZone: "UTC" });
}
