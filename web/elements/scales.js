// Looks up a grade in its scale. Shape and colour come from there, never from the word.

import { SCALES } from "../generated/scales.js";
import { updateAll } from "./base-element.js";

/** @import {ScaleDefinition} from "../core/types.js" */
/** @import {Language} from "./words.js" */

/**
 * @typedef {object} Rung
 * @property {string} label
 * @property {boolean} translated whether the label is in the language that was asked for
 * @property {number} rank 1 is best
 * @property {number} tone 1 (best) to 5
 */

/** Scales of the page's own, by their ids. @type {Map<string, ScaleDefinition>} */
export const addedScales = new Map();

/**
 * Makes grade scales of the page's own known to all its badges and releases, also to those that are there already. A
 * later scale takes the place of an earlier one with the same id.
 * @param {readonly ScaleDefinition[]} scales
 * @throws {TypeError} where one has no grades, or the id of a scale that is built in
 */
export function addScales(scales) {
  for (const scale of /** @type {ScaleDefinition[]} */ (JSON.parse(JSON.stringify(scales)))) {
    const id = fold(scale.id ?? scale.name);
    if (builtIn(id)) throw new TypeError(`${id} is built in`);
    scale.grades.map(rungOf); // throws where they are none
    addedScales.set(id, scale);
  }
  updateAll();
}

/** @param {string} id */
function builtIn(id) {
  return SCALES.find(([ids]) => ids?.includes(id));
}

/**
 * Colours are spread evenly where a grade does not name one; src/pressmark/inspection/scale_definition.cpp does the same.
 * @param {any} grade as ScaleDefinition has it
 * @param {number} place
 * @param {readonly unknown[]} all
 */
function rungOf(grade, place, all) {
  const { id = "", label = id || grade, tone, cy = "", words = [] } = grade;
  const usual = 1 + Math.round((4 * place) / (all.length - 1 || 1));
  return [/^[1-5]$/.test(tone) ? tone : usual, label, cy, id, ...words].map(String);
}

/**
 * The rung of a known scale, or null: then the words are shown without shape and colour.
 * @param {string | null} scale its id
 * @param {string | null} grade its id or its label, in any letter case
 * @param {Language} language
 * @returns {Rung | null}
 */
export function findRung(scale, grade, language) {
  const wanted = fold(grade);
  const id = fold(scale);
  const all = builtIn(id)?.slice(1) ?? addedScales.get(id)?.grades.map(rungOf) ?? [];
  const place = all.findIndex(([, ...names]) => wanted && names.some((name) => fold(name) === wanted));
  const [tone, label = "", welsh] = all[place] ?? [];
  if (!tone) return null;
  const translated = language === "en" || !!welsh;
  return { label: (language === "cy" && welsh) || label, translated, rank: place + 1, tone: +tone };
}

/** What stands above the grades of a scale. @param {string} scale its id */
export function scaleName(scale) {
  return addedScales.get(fold(scale))?.name ?? scale.toUpperCase().replaceAll("-", " ");
}

/** @param {ScaleDefinition} scale */
export function scaleId({ id, name }) {
  return fold(id ?? name);
}

/** A name as names are compared. @param {string | null | undefined} name */
export function fold(name) {
  return (name ?? "").trim().toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-");
}
