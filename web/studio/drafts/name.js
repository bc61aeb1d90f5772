// What a draft is called: its headline, or the first words of its text.

/** @import {Manuscript} from "../manuscript.js" */

const LONGEST = 80;
export const UNTITLED = "Untitled release";

/** @param {Manuscript} manuscript */
export function nameOf({ text, currentReading, draft }) {
  if (currentReading) return cut(currentReading.model.title ?? firstWords(text));
  // Until the new text is read.
  return draft.name || cut(firstWords(text));
}

/** The first line that is no front matter, without marks. @param {string} text */
function firstWords(text) {
  const body = text.replace(/^\uFEFF?---\n[^]*?\n---(\n|$)/, "");
  const line = body.split("\n").find((each) => /[\p{L}\p{N}]/u.test(each)) ?? "";
  return line.replace(/^[\s#>*\\-]+/, "").replace(/[*_`]/g, "");
}

/** @param {string} words */
function cut(words) {
  const plain = words.replace(/\s+/g, " ").trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1).trimEnd()}…` : plain || UNTITLED;
}

/** A name for a file. @param {string} name */
export function fileName(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’']/g, "").replace(/[^\p{L}\p{N}]+/gu, "-");
  return plain.replace(/^-+|-+$/g, "").toLowerCase().slice(0, 60).replace(/-+$/, "") || "release";
}
