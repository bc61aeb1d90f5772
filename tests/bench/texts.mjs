// The texts of the bench: a release, and long texts put together from the words of the passages in tests/passages, with
// headings, lists, links and emphasis as often as releases have them. The same seed makes the same text.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const SEED = 20190502;

/** Numbers from 0 to 1, the same at every run: a xorshift generator. @param {number} seed */
function random(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Paragraphs of prose, without blocks and tables. */
function paragraphs() {
  const folder = `${root}tests/passages/`;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => readFileSync(folder + name, "utf8").trim().split("\n"))
    .flatMap((line) => JSON.parse(line).text.split(/\n{2,}/))
    .filter((text) => /^[A-Z“"‘]/.test(text) && !/[|`<\n]|^---/.test(text) && text.length > 80);
}

/** Some words of a sentence, made to stand out. */
function mark(/** @type {string} */ text, /** @type {() => number} */ next, /** @type {(words: string) => string} */ how) {
  const words = text.split(" ");
  const at = Math.floor(next() * Math.max(words.length - 3, 1));
  return [...words.slice(0, at), how(words.slice(at, at + 2).join(" ")), ...words.slice(at + 2)].join(" ");
}

/** A text of about so many characters. @param {number} size */
export function corpus(size) {
  const next = random(SEED);
  const stock = paragraphs();
  const pick = () => /** @type {string} */ (stock[Math.floor(next() * stock.length)]);
  let text = "";
  for (let count = 1; text.length < size; count++) {
    let block = pick();
    const kind = next();
    if (kind < 0.25) block = mark(block, next, (words) => `[${words}](https://news.example/${count})`);
    if (kind > 0.8) block = mark(block, next, (words) => `**${words}**`);
    if (next() < 0.1) block = mark(block, next, (words) => `*${words}*`);
    if (next() < 0.08) block = pick().split(". ").map((item) => `- ${item}`).join("\n");
    if (next() < 0.05) block = `> ${block}`;
    if (next() < 0.07) text += `## ${pick().split(" ").slice(0, 6).join(" ")}\n\n`;
    text += `${block}\n\n`;
  }
  return text;
}

/** A whole release with front matter: a real one where it lies beside this repository, else one of the examples. */
export function release() {
  const seeds = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
  const seed = existsSync(seeds) && readdirSync(seeds).find((name) => name.startsWith("002_"));
  return readFileSync(seed ? seeds + seed : `${root}web/examples/releases/declared-grades.md`, "utf8");
}

const FRONT_MATTER = /^(?:```yaml\n[^]*?\n```|---\n[^]*?\n---)\n/;
export const body = () => release().replace(FRONT_MATTER, "");
