// Looks up a grade in its scale. Shape and colour come from there, never from the word.

import { SCALES } from "../generated/scales.js";

/** @import {Language} from "./words.js" */

/**
 * @typedef {object} Rung
 * @property {string} label
 * @property {boolean} translated whether the label is in the language that was asked for
 * @property {number} rank 1 is best
 * @property {number} tone 1 (best) to 5
 */

/**
 * The rung of a known scale, or null: then the words are shown without shape and colour.
 * @param {string | null} scaleId
 * @param {string | null} grade its id or its label, in any letter case
 * @param {Language} language
 * @returns {Rung | null}
 */
export function findRung(scaleId, grade, language) {
  const wanted = fold(grade ?? "");
  const id = scaleId?.trim().toLowerCase() ?? "";
  const [, ...rungs] = SCALES.find(([ids = ""]) => ids.split(" ").includes(id)) ?? [];
  for (const [index, rung] of rungs.entries()) {
    const [label = "", tone, welsh = "", name = ""] = rung.split(":");
    if (!wanted || ![label, welsh, name].some((words) => fold(words) === wanted)) continue;
    const translated = language === "en" || welsh !== "";
    return { label: (language === "cy" && welsh) || label, translated, rank: index + 1, tone: Number(tone) };
  }
  return null;
}

/** @param {string} name */
function fold(name) {
  return name.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}
