// Several grades as badges, as a table of then and now, or as a bar that shows how many of each there are.

import { area, grade, inspectionGrades, previously } from "../generated/words.js";
import { createBadge } from "./badge-view.js";
import { create } from "./create.js";
import { createBars } from "./grade-bar.js";

/** @import {Badge} from "./badge-view.js" */
/** @import {Language} from "./words.js" */

/**
 * What is known of one area: its grade of now, or the one before, or both.
 * @typedef {object} GradeEntry
 * @property {string} area in words
 * @property {string} scheme what the scale is called
 * @property {boolean} overall whether it is the grade of the whole
 * @property {Badge | null} now
 * @property {Badge | null} before
 * @property {number | null} count of areas that it speaks for; null where nobody says
 */

/** @typedef {"badges" | "table" | "bar"} Layout */

/**
 * @param {Layout} layout
 * @param {GradeEntry[]} entries
 * @param {Language} language
 * @param {boolean} marked whether the list says its language and direction: all its words are known to be of that
 * @returns {HTMLElement}
 */
export function createGradeList(layout, entries, language, marked) {
  const list = { badges: createBadges, table: createTable, bar: createBars }[layout](entries, language);
  if (marked) Object.assign(list, { lang: language, dir: "ltr" });
  return list;
}

/**
 * @param {GradeEntry[]} entries
 * @param {Language} language
 */
function createBadges(entries, language) {
  const items = entries.flatMap(({ now }) => (now ? [create("li", {}, createBadge(now))] : []));
  // Safari takes the list's meaning away together with its bullets; the role gives it back.
  return create("ul", { class: "pm-grades", role: "list", "aria-label": inspectionGrades[language] }, ...items);
}

/**
 * @param {GradeEntry[]} entries
 * @param {Language} language
 */
function createTable(entries, language) {
  const heads = [area, grade, ...(entries.some(({ before }) => before) ? [previously] : [])];
  const rows = entries.map(({ area, now, before }) => {
    const cells = [now, before].slice(0, heads.length - 1).map((badge) => {
      return create("td", {}, badge ? createBadge({ ...badge, area: "" }) : "–");
    });
    return create("tr", {}, create("th", { scope: "row" }, area), ...cells);
  });
  return create(
    "table",
    { class: "pm-grades-table" },
    create("caption", {}, inspectionGrades[language]),
    create("thead", {}, create("tr", {}, ...heads.map((words) => create("th", { scope: "col" }, words[language])))),
    create("tbody", {}, ...rows),
  );
}
