#!/usr/bin/env node
// Makes tables of cmark's list of HTML's entities that are transferred in half the bytes: names in their order, each as
// what it does not share with the one before; characters in two columns.
//   entities.mjs …/cmark/src/entities.inc entity_tables.inc
import { readFileSync, writeFileSync } from "node:fs";

const [input, output] = process.argv.slice(2);
const source = readFileSync(input, "utf8");

/** Names with their characters, in order of the names' bytes. */
const entities = [...source.matchAll(/^\{\(unsigned char\*\)"(\w+)", \{([\d, ]+), 0\}\},$/gm)].map(([, name, bytes]) => [
  name,
  [...Buffer.from(bytes.split(", ").map(Number)).toString()].map((character) => character.codePointAt(0)),
]);
if (entities.length !== Number(source.match(/CMARK_NUM_ENTITIES (\d+)/)?.[1])) throw new Error(`${input} is not of the form that is read here`);

/** How many bytes are shared, the others, with 128 added to the last; per letter where its names begin. */
const names = [];
const letters = [];
/** One unit each. Halves of surrogate pairs, which are no characters, stand for mathematical letters and for pairs. */
const units = [];
const pairs = [];
const MATHEMATICAL = 0x1d400;
const COUNT = 0x400;

function unitOf(characters) {
  const [first, second] = characters;
  if (second !== undefined) return 0xdc00 + pairs.push([first, second]) - 1;
  if (first < 0xd800 || (first >= 0xe000 && first <= 0xffff)) return first;
  if (first >= MATHEMATICAL && first < MATHEMATICAL + COUNT) return 0xd800 + first - MATHEMATICAL;
  throw new Error(`no place for the character ${first.toString(16)}`);
}

let before = "";
for (const [name, characters] of entities) {
  if (name <= before) throw new Error(`${name} stands out of order`);
  let shared = 0;
  if (name[0] === before[0]) while (name[shared] === before[shared]) shared++;
  else letters.push([name.charCodeAt(0), names.length, units.length]);
  names.push(shared, ...Buffer.from(name.slice(shared)));
  names[names.length - 1] += 128;
  units.push(unitOf(characters));
  before = name;
}

const lines = [
  `// From ${input.split("/").at(-1)} by scripts/generate/entities.mjs.`,
  `static const unsigned char entity_names[] = {${names.join(",")}};`,
  `static const unsigned char entity_units[2][${units.length}] = {{${units.map((unit) => unit >> 8).join(",")}},`,
  `{${units.map((unit) => unit & 255).join(",")}}};`,
  `static const uint16_t entity_pairs[][2] = {${pairs.map((pair) => `{${pair.join(",")}}`).join(",")}};`,
  "static const struct {",
  "  unsigned char letter;",
  "  uint16_t name, number;",
  `} entity_letters[] = {${[...letters, [0, names.length, units.length]].map((letter) => `{${letter.join(",")}}`).join(",")}};`,
];
writeFileSync(output, `${lines.join("\n")}\n`);
