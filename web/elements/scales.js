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
  const [, grades = []] = SCALES.find(([id]) => id === scaleId?.trim().toLowerCase()) ?? [];
  // The id of a grade is its label folded, unless the table says otherwise.
  const index = grades.findIndex(([label, , welsh, id]) => [label, welsh, id].some((name) => name && fold(name) === wanted));
  const rung = grades[index];
  if (!rung) return null;
  const [label, tone, welsh] = rung;
  const rank = index + 1;
  if (language === "cy" && welsh) return { label: welsh, translated: true, rank, tone };
  return { label, translated: language === "en", rank, tone };
}

/** @param {string} name */
function fold(name) {
  return name.trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}
