// The grades of a release as <inspection-grades> shows them: in words, one entry for each area.

import { allAreas, allCountedAreas, countedAreas, detectedNote, oneArea, someAreas } from "../generated/words.js";
import { areaWords, isOverall } from "./words.js";

/** @import {Grade} from "../core/types.js" */
/** @import {Badge} from "./badge-view.js" */
/** @import {GradeEntry} from "./grade-list.js" */
/** @import {Language} from "./words.js" */

/** @typedef {{language: Language, marked: boolean, entries: GradeEntry[]}} ReleaseGrades marked: the release is in that language, too */

/**
 * What was before stands beside what is now.
 * @param {readonly Grade[]} grades
 * @param {Language} language
 * @returns {GradeEntry[]}
 */
export function entriesOf(grades, language) {
  const several = new Set(grades.map(({ subject }) => subject).filter(Boolean)).size > 1;
  /** @type {Map<string, GradeEntry>} */
  const entries = new Map();
  for (const grade of grades) {
    const { area, count, scaleName: scheme, subject, when } = grade;
    const key = JSON.stringify([area, grade.inspectorate, several && subject, area === "some" && grade.grade]);
    const words = wordsOf(grade, language) + (several && subject ? ` (${subject})` : "");
    const overall = isOverall(area);
    const entry = entries.get(key) ?? { area: words, scheme, overall, now: null, before: null, count: counted(area, count) };
    if (when === "current") entry.scheme = scheme;
    entry[when === "current" ? "now" : "before"] ??= badgeOf(grade, words, language);
    entries.set(key, entry);
  }
  return [...entries.values()];
}

/**
 * @param {Grade} grade
 * @param {string} area in words
 * @param {Language} language
 * @returns {Badge}
 */
function badgeOf({ label, labelCy, rank, tone, source, evidence }, area, language) {
  const welsh = language === "cy";
  return {
    area,
    word: (welsh && labelCy) || label,
    wordLanguage: welsh && !labelCy ? "en" : null,
    rank,
    tone,
    notes: source === "detected" ? [detectedNote[language]] : [],
    href: evidence?.id ? `#${evidence.id}` : null,
  };
}

/** For how many areas a grade speaks. @param {string} area @param {number | null | undefined} count */
function counted(area, count) {
  return area === "all" || area === "some" ? (count ?? null) : 1;
}

/**
 * An area as it is named, or how many there are.
 * @param {Grade} grade
 * @param {Language} language
 */
function wordsOf({ area, count }, language) {
  if (area === "all") return withCount(count ? allCountedAreas : allAreas);
  if (area !== "some") return areaWords(area, language);
  if (count === 1) return oneArea[language];
  return withCount(count ? countedAreas : someAreas);

  /** @param {Readonly<Record<Language, string>>} words */
  function withCount(words) {
    return words[language].replace("{count}", String(count));
  }
}
