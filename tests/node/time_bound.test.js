// No text of 4 KiB takes more than half a second: what the fuzzers start from, and their words over and over. Counted is the
// time of the processor, so that a busy machine changes little.
import assert from "node:assert/strict";
import { test } from "node:test";
import { targets } from "../fuzz/seeds.mjs";
import { load } from "./pressmark.js";

const most = 500;
const longest = 4096;
const pressmark = await load();

let state = 11;
const below = (limit) => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 8) % limit;

const { words, seeds } = Object.values(targets)
  .map((make) => make())
  .reduce((all, { words, seeds }) => ({ words: [...all.words, ...words], seeds: [...all.seeds, ...seeds] }));
const different = [...new Set(words)];

function repeated(text) {
  return text.repeat(Math.ceil(longest / text.length)).slice(0, longest);
}

/** Milliseconds of the processor for a release and every output of it. */
function timeOf(source) {
  const before = process.cpuUsage();
  const release = pressmark.parse(source);
  release.toHTML();
  release.toHTML({ part: "body" });
  release.toText();
  release.toJSONLD();
  release.toNinjs();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The slowest of some texts. One over the bound is asked again: a collection of garbage counts, too. */
function slowest(texts) {
  let worst = { time: 0, text: "" };
  for (const text of texts) {
    const time = timeOf(text);
    if (time > worst.time) worst = { time: time > most ? Math.min(time, timeOf(text)) : time, text };
  }
  return worst;
}

const groups = {
  "what the fuzzers start from": seeds.map((seed) => seed.subarray(0, longest)),
  "each word over and over": different.map(repeated),
  "words behind a line end over and over": different.map((word) => repeated(`\n${word}`)),
  "two or three words over and over": Array.from({ length: 1000 }, () => repeated(Array.from({ length: 2 + below(2) }, () => different[below(different.length)]).join(""))),
  "a word over and over, then another": Array.from({ length: 500 }, () => repeated(different[below(different.length)]).slice(0, longest / 2) + repeated(different[below(different.length)]).slice(0, longest / 2)),
};

for (const [name, texts] of Object.entries(groups)) {
  test(`half a second is enough for 4 KiB: ${name}`, (t) => {
    assert.ok(texts.length >= 500, `${texts.length} texts`);
    const { time, text } = slowest(texts);
    t.diagnostic(`${texts.length} texts, the slowest ${time.toFixed(1)} ms: ${JSON.stringify(text.toString().slice(0, 60))}`);
    assert.ok(time <= most, `${time} ms for ${JSON.stringify(text.toString())}`);
  });
}

test("half a second is enough for 300 kB of figures in words, which were looked through once for each of them", () => {
  const head = "The food hygiene rating of the Copper Kettle was good. ";
  const { time, text } = slowest(["four ", "from four ", "from four to five "].map((words) => head + words.repeat(300_000 / words.length)));
  assert.ok(time <= most, `${time} ms for ${JSON.stringify(text.slice(0, 80))}`);
});
