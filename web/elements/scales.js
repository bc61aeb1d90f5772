// Looks up a grade in its scale. Shape and colour come from there, never from the word.

import { SCALES } from "../generated/scales.js";

/** @import {Language} from "./words.js" */

/**
 * @typedef {object} KnownScale
 * @property {string} id
 * @property {{id: string, label: string, cy?: string, rank: number, tone: number}[]} grades best first
 */

/** @type {readonly KnownScale[]} */
const scales = SCALES;

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
  const scale = scales.find(({ id }) => id === scaleId?.trim().toLowerCase());
  const wanted = fold(grade ?? "");
  const rung = scale?.grades.find(({ id, label, cy }) => [id, label, cy].some((name) => name && fold(name) === wanted));
  if (!rung) return null;
  const { label, rank, tone } = rung;
  if (language === "cy" && rung.cy) return { label: rung.cy, translated: true, rank, tone };
  return { label, translated: language === "en", rank, tone };
}

/** @param {string} name */
function fold(name) {
  return name.trim().toLowerCase().replace(/[\s_]+/g, "-");
}
