// Several grades as badges, as a table, or as a bar that shows how many of each there are.

import { BadgeView } from "./badge-view.js";
import { area, grade, inspectionGrades } from "../generated/words.js";

/** @import {Badge} from "./badge-view.js" */
/** @import {Language} from "./words.js" */

/**
 * A badge and how many areas it speaks for; null where nobody says.
 * @typedef {Badge & {count: number | null}} GradeEntry
 */

/** @typedef {"badges" | "table" | "bar"} Layout */

/**
 * @param {Layout} layout
 * @param {GradeEntry[]} entries
 * @param {Language} language
 * @returns {HTMLElement}
 */
export function buildGradeList(layout, entries, language) {
  const build = { badges: buildBadges, table: buildTable, bar: buildBar }[layout];
  return build(entries, language);
}

/** @type {typeof buildTable} */
function buildBadges(entries, language) {
  return list("pm-grades", language, entries.map((entry) => create("li", "", new BadgeView(entry).element)));
}

/**
 * @param {GradeEntry[]} entries
 * @param {Language} language
 * @returns {HTMLElement}
 */
function buildTable(entries, language) {
  const head = create("tr", "", columnHead(area[language]), columnHead(grade[language]));
  const rows = entries.map((entry) => {
    const head = create("th", "", entry.area);
    head.setAttribute("scope", "row");
    return create("tr", "", head, create("td", "", new BadgeView({ ...entry, area: "" }).element));
  });
  return create(
    "table",
    "pm-grades-table",
    create("caption", "", inspectionGrades[language]),
    create("thead", "", head),
    create("tbody", "", ...rows),
  );
}

/** Each grade once, best first, as wide as it has areas. @type {typeof buildTable} */
function buildBar(entries, language) {
  /** @type {Map<string, GradeEntry>} */
  const parts = new Map();
  for (const entry of entries) {
    const key = JSON.stringify([entry.word, entry.rank, entry.tone, entry.notes]);
    const part = parts.get(key);
    const count = part && (part.count === null || entry.count === null ? null : part.count + entry.count);
    parts.set(key, part ? { ...part, count: count ?? null } : { ...entry, area: "", href: null });
  }
  const sorted = [...parts.values()].sort((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
  const items = sorted.map((part) => {
    const badge = new BadgeView(part).element;
    if (part.count !== null) badge.append("\u00a0", create("span", "pm-grade-count", String(part.count)));
    const item = create("li", "", badge);
    item.style.flexGrow = String(part.count ?? 1);
    return item;
  });
  return list("pm-grades-bar", language, items);
}

/**
 * @param {string} className
 * @param {Language} language
 * @param {HTMLElement[]} items
 */
function list(className, language, items) {
  const element = create("ul", className, ...items);
  // Safari takes the list's meaning away together with its bullets; the role gives it back.
  element.setAttribute("role", "list");
  element.setAttribute("aria-label", inspectionGrades[language]);
  return element;
}

/** @param {string} text */
function columnHead(text) {
  const cell = create("th", "", text);
  cell.setAttribute("scope", "col");
  return cell;
}

/**
 * @param {string} name
 * @param {string} className
 * @param {...(string | Node)} content
 */
function create(name, className, ...content) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...content);
  return element;
}
