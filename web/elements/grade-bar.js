// How many areas have each grade, as one labelled picture for each scale: never mixed, best grade first.

import { countedAreas, of } from "../generated/words.js";
import { createBadge, shapePath, withTone } from "./badge-view.js";
import { create } from "./create.js";

/** @import {Badge} from "./badge-view.js" */
/** @import {GradeEntry} from "./grade-list.js" */
/** @import {Language} from "./words.js" */

/** A narrower part of the bar has no room for its shape and its number. */
const NARROWEST = 1 / 12;

/**
 * @param {GradeEntry[]} entries
 * @param {Language} language
 */
export function createBars(entries, language) {
  const scales = [...new Set(entries.flatMap(({ now, scale }) => (now ? [scale] : [])))];
  return create("div", { class: "pm-grades-bars" }, ...scales.map((scale) => {
    const bar = createBar(entries.filter((entry) => entry.scale === scale), language);
    if (scales.length > 1) bar.prepend(create("figcaption", {}, scale.toUpperCase().replaceAll("-", " ")));
    return bar;
  }));
}

/**
 * @param {GradeEntry[]} entries of one scale
 * @param {Language} language
 */
function createBar(entries, language) {
  /** @type {Map<string, {badge: Badge, count: number}>} */
  const parts = new Map();
  for (const { now, count } of entries) {
    if (now) parts.set(now.word, { badge: now, count: (parts.get(now.word)?.count ?? 0) + (count ?? 0) });
  }
  const sorted = [...parts.values()].sort((one, other) => (one.badge.rank ?? 99) - (other.badge.rank ?? 99));
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const label = sorted.filter(({ count }) => count).map(({ badge, count }) => `${count} ${badge.word}`).join(", ");
  const whole = total > 1 ? ` ${of[language]} ${countedAreas[language].replace("{count}", String(total))}` : "";
  let start = 0;
  const pieces = sorted.map(({ badge, count }) => {
    const piece = createPiece(badge, count, start / total || 0, count / total || 0);
    start += count;
    return piece;
  });
  const legend = sorted.map(({ badge, count }) => createBadge({ ...badge, area: "", href: null, notes: count ? [String(count)] : [] }));
  return create(
    "figure",
    {},
    create("svg", { class: "pm-grades-bar", role: "img", "aria-label": label + whole }, ...pieces),
    create("div", { class: "pm-grades", "aria-hidden": total > 0 && "true" }, ...legend),
  );
}

/**
 * One grade's part of the bar, with its shape and its number where there is room.
 * @param {Badge} badge
 * @param {number} count
 * @param {number} start where it begins, from 0 to 1
 * @param {number} share of the whole width
 */
function createPiece({ rank, tone }, count, start, share) {
  const piece = create(
    "svg",
    { class: withTone("pm-grade-part", tone), x: `${start * 100}%`, width: `${share * 100}%` },
    create("rect", { width: "100%", height: "100%" }),
  );
  if (share < NARROWEST) return piece;
  const shape = shapePath(rank);
  shape?.setAttribute("transform", "translate(-15-6)scale(.75)");
  const text = create("text", { x: shape ? 3 : null, dy: ".35em" }, String(count));
  piece.append(create("svg", { x: "50%", y: "50%", overflow: "visible" }, shape ?? "", text));
  return piece;
}
