#!/usr/bin/env node
// Makes tables of cmark's case folding, a switch of 1,500 cases that costs ten times as much as they do.
//   case_folding.mjs …/cmark/src/case_fold_switch.inc case_folding.inc
import { readFileSync, writeFileSync } from "node:fs";

const [input, output] = process.argv.slice(2);
const source = readFileSync(input, "utf8");

/** Pairs of a character and what it folds to, in order of the characters. */
const cases = [...source.matchAll(/case 0x([0-9A-F]+):((?:\s+bufpush\(0x[0-9A-F]+\);)+)/g)]
  .map(([, character, pushes]) => [
    Number.parseInt(character, 16),
    [...pushes.matchAll(/0x([0-9A-F]+)/g)].map(([, hex]) => Number.parseInt(hex, 16)),
  ])
  .sort(([a], [b]) => a - b);
if (cases.length !== source.match(/case 0x/g)?.length) throw new Error(`${input} is not of the form that is read here`);

/** Characters at equal steps of 1 or 2 whose folded forms are equally far away. */
const runs = [];
const sequences = [];
for (const [character, folded] of cases) {
  if (folded.length > 1) {
    sequences.push([character, ...folded, 0].slice(0, 4));
    continue;
  }
  const distance = folded[0] - character;
  const run = runs.at(-1);
  const step = run && character - run.last;
  const goes_on = run && run.distance === distance && (run.step === 0 ? step <= 2 : step === run.step);
  if (goes_on) {
    Object.assign(run, { last: character, step });
  } else {
    runs.push({ first: character, last: character, step: 0, distance });
  }
}

const lines = [
  `// From ${input.split("/").at(-1)} by scripts/generate/case_folding.mjs.`,
  "static const struct {",
  "  int32_t first, last, step, distance;",
  "} folding_runs[] = {",
  ...runs.map(({ first, last, step, distance }) => `  {${first}, ${last}, ${step || 1}, ${distance}},`),
  "};",
  "// A character and the two or three that it becomes.",
  "static const uint16_t folding_sequences[][4] = {",
  ...sequences.map((sequence) => `  {${sequence.join(", ")}},`),
  "};",
];
writeFileSync(output, `${lines.join("\n")}\n`);
