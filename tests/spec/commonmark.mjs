#!/usr/bin/env node
// Every example of CommonMark 0.31.2 against our own HTML.
//   node tests/spec/commonmark.mjs path/to/pressmark_spec_runner
//
// Compared byte for byte, after the attributes that we alone add are taken out of ours. Where safety demands another
// output, differences.yaml lists the example, the reason and that output; nothing else may differ.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";
import { framed, unframed } from "./framing.mjs";

const { tests: examples } = createRequire(import.meta.url)("commonmark-spec");
const differences = new Map(
  parse(readFileSync(new URL("differences.yaml", import.meta.url), "utf8")).flatMap(({ reason, examples }) =>
    Object.entries(examples).map(([number, html]) => [Number(number), { reason, html }]),
  ),
);

// What our body has beyond CommonMark: names for headings, and how links and images load.
const OWN_ATTRIBUTES = [
  / id="pm-[^"]*"/g,
  / rel="external noopener noreferrer"/g,
  / loading="lazy" decoding="async" referrerpolicy="no-referrer"/g,
];

/** @param {string} html */
const withoutOwnAttributes = (html) => OWN_ATTRIBUTES.reduce((result, own) => result.replace(own, ""), html);

/** @param {string} program @param {string[]} texts @returns {string[]} */
function render(program, texts) {
  const { status, signal, stdout, stderr } = spawnSync(program, { input: framed(texts), maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ended with ${signal ?? status}: ${stderr}`);
  return unframed(stdout);
}

const [program] = process.argv.slice(2);
if (!program) throw new Error("usage: commonmark.mjs path/to/pressmark_spec_runner");
const withTabs = (/** @type {string} */ text) => text.replaceAll("→", "\t");
const outputs = render(program, examples.map(({ markdown }) => withTabs(markdown)));
if (outputs.length !== examples.length) throw new Error(`${examples.length} examples, ${outputs.length} answers`);

let failed = 0;
const unused = new Set(differences.keys());
examples.forEach(({ number, markdown, html }, index) => {
  const ours = withoutOwnAttributes(outputs[index]);
  const theirs = withTabs(html);
  const difference = differences.get(number);
  unused.delete(number);
  const wanted = difference ? difference.html : theirs;
  if (ours === wanted && !(difference && difference.html === theirs)) return;
  failed++;
  const why = difference ? (ours === theirs ? "is listed in differences.yaml, but does not differ" : difference.reason) : "differs";
  console.log(`example ${number} ${why}\n--- Markdown\n${markdown}--- wanted\n${wanted}--- got\n${ours}`);
});
for (const number of unused) {
  failed++;
  console.log(`differences.yaml lists example ${number}, which does not exist`);
}
console.log(`${examples.length - failed} passed, ${failed} failed; ${differences.size} of them with a listed difference`);
process.exitCode = failed === 0 ? 0 : 1;
