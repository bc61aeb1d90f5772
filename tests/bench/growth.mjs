// How the time to read and write a release grows with its length, for each construct of Markdown and for texts that make a
// careless parser slow:
//   node tests/bench/growth.mjs [--dist FOLDER] [--only PATTERN]
// The whole of parse() and toHTML() as wasm, the shortest of several runs. Prints nanoseconds per byte at 1, 10, 100 and 1000 kB
// and the last as a multiple of the second (1 kB is mostly overhead): a construct whose work is linear stays near 1. Then
// deep nesting, where ten times the depth should take ten times as long. Judged by eye, never by a timed test.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";

const argument = (/** @type {string} */ name, /** @type {string} */ usual) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : usual;
const dist = argument("--dist", new URL("../../dist", import.meta.url).pathname);
const only = new RegExp(argument("--only", ""), "i");
const { loadPressmark } = await import(pathToFileURL(resolve(dist, "core.js")).href);
const pressmark = await loadPressmark();

const SIZES = [1_000, 10_000, 100_000, 1_000_000];

/** @param {(index: number) => string} unit @returns {(size: number) => string} units up to a size */
const repeated = (unit) => (size) => {
  let text = "";
  for (let index = 0; text.length < size; index += 1) text += unit(index);
  return text.slice(0, size);
};

const sentence = "The harbour opens again in spring, after two years of work on its old quay.";

/** @type {Record<string, (size: number) => string>} */
const TEXTS = {
  "paragraphs": repeated(() => `${sentence}\n\n`),
  "one paragraph": repeated(() => `${sentence}\n`),
  "emphasis and links": repeated(() => `*The* **harbour** [opens](/spring) \`again\`.\n\n`),
  "headings": repeated((index) => `## Part ${index}\n\n${sentence}\n\n`),
  "lists": repeated(() => `- ${sentence}\n  - below\n`),
  "quotes": repeated(() => `> ${sentence}\n\n`),
  "tables": repeated((index) => `${index % 20 === 0 ? "\n| Ward | Homes |\n|------|------:|\n" : ""}| Harbour | 1,204 |\n`),
  "struck out": repeated(() => `At ~~nine~~ ten, ~not~ today. `),
  "web addresses": repeated(() => `See www.harbour.example/a_b?c=d, or (https://quay.example). `),
  "mail addresses": repeated(() => `Write to press_office@harbour.example. `),
  "tasks": repeated(() => `- [ ] Repair it\n- [x] Survey it\n`),
  "elements of HTML": repeated(() => `H<sub>2</sub>O and <b>m<sup>3</sup></b><br>of <mark>it</mark>. `),
  "tags without a partner": repeated(() => `<b>a <i>b </u> c</b> `),
  "footnotes": repeated((index) => `Words[^${index}].\n\n[^${index}]: What they mean.\n\n`),
  "one footnote, many marks": (size) => `[^a]: Words.\n\n${repeated(() => "word[^a] ")(size)}`,
  "marks without footnotes": repeated((index) => `word[^${index}] `),
  "footnotes without marks": repeated((index) => `[^${index}]: Words.\n\n`),
  "blocks of a release": repeated(() => `:::quote\n${sentence}\n\n— Ash Wren, clerk\n:::\n\n`),
  "blocks that never end": repeated(() => `:::warning\n`),
  "ends of no block": repeated(() => `:::\n`),
  "brackets": repeated(() => "["),
  "pictures that never close": repeated(() => "![[]()"),
  "stars": repeated(() => "a**b*c "),
  "at signs": repeated(() => "a@"),
  "bars": repeated(() => "|"),
};

/** @type {Record<string, (depth: number) => string>} */
const NESTED = {
  "quotes": (depth) => `${"> ".repeat(depth)}a\n`,
  "lists": (depth) => `${"- ".repeat(depth)}a\n`,
  "brackets": (depth) => `${"[".repeat(depth)}a${"]".repeat(depth)}\n`,
  "links": (depth) => `${"[".repeat(depth)}a${"](b)".repeat(depth)}\n`,
  "emphasis": (depth) => `${"*a **b ".repeat(depth / 2)}c${" b** a*".repeat(depth / 2)}\n`,
  "struck out": (depth) => `${"~~a *b ".repeat(depth / 2)}c${" b* a~~".repeat(depth / 2)}\n`,
  "elements of HTML": (depth) => `${"<b>".repeat(depth)}a${"</b>".repeat(depth)}\n`,
  "blocks of a release": (depth) => `${":::quote\n".repeat(depth)}a\n`,
  "quotes with lazy lines": (depth) => `${"> ".repeat(depth)}a\n${"b\n".repeat(depth)}`,
};

/** Milliseconds of the shortest run, of at least three and for at least a tenth of a second. @param {string} text */
function timeOf(text) {
  let best = Infinity;
  const started = performance.now();
  for (let run = 0; run < 3 || performance.now() - started < 100; run += 1) {
    const before = performance.now();
    pressmark.parse(text, { maxBytes: 4_000_000 }).toHTML();
    best = Math.min(best, performance.now() - before);
    if (performance.now() - started > 3_000) break;
  }
  return best;
}

/** @param {(string | number)[]} cells */
const row = ([name, ...numbers]) => `${String(name).padEnd(28)}${numbers.map((cell) => String(cell).padStart(11)).join("")}`;
const fixed = (/** @type {number} */ number) => (number >= 100 ? number.toFixed(0) : number.toFixed(1));

console.log(row(["ns per byte", "1 kB", "10 kB", "100 kB", "1000 kB", "growth"]));
for (const [name, make] of Object.entries(TEXTS).filter(([name]) => only.test(name))) {
  const costs = SIZES.map((size) => (timeOf(make(size)) * 1e6) / size);
  console.log(row([name, ...costs.map(fixed), `${fixed(costs[3] / costs[1])}×`]));
}
console.log(`\n${row(["ms, nested", "5,000", "50,000", "growth"])}`);
for (const [name, make] of Object.entries(NESTED).filter(([name]) => only.test(name))) {
  const [few, many] = [5_000, 50_000].map((depth) => timeOf(make(depth)));
  console.log(row([name, fixed(few), fixed(many), `${fixed(many / few / 10)}×`]));
}
