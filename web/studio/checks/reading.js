// How easy a text is to read, by the grade of Flesch and Kincaid: 0.39 × words per sentence + 11.8 × syllables per word
// - 15.59. It was made for English; the age at which a text is understood is the grade and five years. Syllables are
// counted by rule of thumb, so it is an estimate.

/** Fewer words say nothing about a text. */
const ENOUGH_WORDS = 100;

const WORDS_WEIGHT = 0.39;
const SYLLABLES_WEIGHT = 11.8;
const OFFSET = 15.59;
const AGE_AT_GRADE_0 = 5;

/** @typedef {{words: number, sentences: number, syllables: number}} Counts */
/** @typedef {Counts & {grade: number, age: number}} ReadingLevel */

/** The paragraphs of the text before: most of them are in the next one, too. @type {Map<string, Counts>} */
let counted = new Map();

/**
 * @param {readonly string[]} paragraphs
 * @returns {ReadingLevel | null} null where the text is too short to say
 */
export function readingLevel(paragraphs) {
  const before = counted;
  counted = new Map();
  let words = 0;
  let sentences = 0;
  let syllables = 0;
  for (const paragraph of paragraphs) {
    const counts = before.get(paragraph) ?? countsOf(paragraph);
    counted.set(paragraph, counts);
    words += counts.words;
    sentences += counts.sentences;
    syllables += counts.syllables;
  }
  if (words < ENOUGH_WORDS) return null;
  const grade = WORDS_WEIGHT * (words / sentences) + SYLLABLES_WEIGHT * (syllables / words) - OFFSET;
  return { words, sentences, syllables, grade, age: Math.max(AGE_AT_GRADE_0, Math.round(grade + AGE_AT_GRADE_0)) };
}

/** @param {string} paragraph @returns {Counts} */
function countsOf(paragraph) {
  const found = paragraph.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  if (found.length === 0) return { words: 0, sentences: 0, syllables: 0 };
  return { words: found.length, sentences: sentencesIn(paragraph), syllables: found.reduce((sum, word) => sum + syllablesIn(word), 0) };
}

/** A paragraph or item is one sentence at least; a point inside a number or behind an initial ends none. @param {string} paragraph */
function sentencesIn(paragraph) {
  const text = paragraph.trim().replace(/\b(Mr|Mrs|Ms|Dr|St|No|e\.g|i\.e)\./g, "$1").replace(/\b[A-Z]\./g, "");
  const ends = text.match(/[.!?]+[”’"')\]]*(?=\s|$)/g)?.length ?? 0;
  return Math.max(1, ends + (/[.!?:][”’"')\]]*$/.test(text) ? 0 : 1));
}

/** @param {string} word */
export function syllablesIn(word) {
  const letters = word.toLowerCase().replace(/[^a-z]/g, "");
  // Numbers are spoken, but nobody stumbles over them.
  if (letters.length === 0) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, "").replace(/^y/, "");
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 0);
}
