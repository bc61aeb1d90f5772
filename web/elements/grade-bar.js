// How many areas have each grade, as one labelled picture for each scale: never mixed, best grade first.

import { countedAreas, of } from "../generated/words.js";
import { createBadge, withTone } from "./badge-view.js";
import { create } from "./create.js";

/** @import {Badge} from "./badge-view.js" */
/** @import {GradeEntry} from "./grade-list.js" */
/** @import {Language} from "./words.js" */

/** Areas that have one grade. @typedef {{badge: Badge, count: number}} Part */

/** A narrower part of the bar has no room for its number. */
const NARROWEST = 1 / 12;

/**
 * @param {GradeEntry[]} entries
 * @param {Language} language
 */
export function createBars(entries, language) {
  const shown = entries.filter(({ now }) => now);
  const schemes = [...new Set(shown.map(({ scheme }) => scheme))];
  return create("div", { class: "pm-grades-bars" }, ...schemes.map((scheme) => {
    const caption = schemes[1] ? [create("figcaption", {}, scheme)] : [];
    return create("figure", {}, ...caption, ...createBar(shown.filter((entry) => entry.scheme === scheme), language));
  }));
}

/**
 * The grade of the whole as a badge, and a bar of the areas.
 * @param {GradeEntry[]} entries of one scale, with grades of now
 * @param {Language} language
 */
function createBar(entries, language) {
  /** Without a prototype: any words are a name. @type {Record<string, Part>} */
  const parts = Object.create(null);
  const wholes = [];
  for (const { now, count, overall } of /** @type {(GradeEntry & {now: Badge})[]} */ (entries)) {
    if (overall) wholes.push(createBadge(now));
    else (parts[now.word] ??= { badge: now, count: 0 }).count += count ?? 0;
  }
  const sorted = Object.values(parts).sort((one, other) => (one.badge.rank ?? 13) - (other.badge.rank ?? 13));
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const legend = sorted.map(({ badge, count }) => createBadge({ ...badge, area: "", href: null, notes: count ? [String(count)] : [] }));
  // Where nobody says for how many areas a grade is, the picture does not tell of it.
  const told = sorted.every(({ count }) => count);
  const key = create("div", { class: "pm-grades", "aria-hidden": told }, ...legend);
  return total ? [...wholes, createPicture(sorted, total, language), key] : [...wholes, key];
}

/**
 * @param {Part[]} parts best first
 * @param {number} total
 * @param {Language} language
 */
function createPicture(parts, total, language) {
  const known = parts.filter(({ count }) => count);
  const label = known.map(({ badge, count }) => `${count} ${badge.word}`).join(", ");
  const whole = total > 1 ? ` ${of[language]} ${countedAreas[language].replace("{count}", String(total))}` : "";
  let start = 0;
  const pieces = known.map(({ badge, count }) => {
    const share = count / total;
    const place = { class: withTone("pm-grade-part", badge.tone), x: `${start * 100}%`, width: `${share * 100}%` };
    start += share;
    // The number where there is room; the shape stands in the legend.
    const number = create("text", { x: "50%", y: "50%", dy: ".35em" }, share < NARROWEST ? "" : String(count));
    return create("svg", place, create("rect", { width: "100%", height: "100%" }), number);
  });
  return create("svg", { class: "pm-grades-bar", role: "img", "aria-label": label + whole }, ...pieces);
}
