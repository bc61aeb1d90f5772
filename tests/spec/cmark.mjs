#!/usr/bin/env node
// What cmark tests itself with beside CommonMark's examples: texts that once came out wrong, typographic punctuation, and
// every name of a character.
//   node tests/spec/cmark.mjs path/to/pressmark_spec_runner path/to/cmark
import { readFileSync } from "node:fs";
import { compare, render } from "./examples.mjs";

const [program, folder] = process.argv.slice(2);
if (!program || !folder) throw new Error("usage: cmark.mjs path/to/pressmark_spec_runner path/to/cmark");

/** @param {string} file */
function examplesOf(file) {
  const fence = "`".repeat(32);
  const text = readFileSync(`${folder}/test/${file}`, "utf8");
  const examples = [...text.matchAll(new RegExp(`^${fence} example\\n([^]*?)^\\.\\n([^]*?)^${fence}$`, "gm"))];
  if (examples.length === 0) throw new Error(`no examples found in ${file}`);
  return examples.map(([, markdown, html], index) => ({ number: index + 1, markdown, html }));
}

/** Every entity of HTML that cmark knows stands for its characters; those that are special in HTML stay escaped. */
function checkEntities() {
  const code = readFileSync(`${folder}/src/entities.inc`, "utf8");
  const entities = [...code.matchAll(/^\{\(unsigned char\*\)"([^"]+)", \{([^}]+)\}/gm)].map(([, name, bytes]) => ({
    name,
    characters: Buffer.from(bytes.split(",").map(Number).slice(0, -1)).toString("utf8"),
  }));
  const escaped = (text) => text.replace(/[&<>"]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[character]);
  const outputs = render(program, entities.map(({ name }) => `a&${name};b`));
  const wrong = entities.filter(({ characters }, index) => outputs[index] !== `<p>a${escaped(characters)}b</p>\n`);
  for (const { name } of wrong) console.log(`&${name}; becomes ${outputs[entities.findIndex((entity) => entity.name === name)]}`);
  return { passed: entities.length - wrong.length, failed: wrong.length };
}

const results = [
  compare(program, examplesOf("regression.txt"), new URL("regression_differences.yaml", import.meta.url)),
  compare(program, examplesOf("smart_punct.txt"), new URL("smart_differences.yaml", import.meta.url), ["--smart"]),
  checkEntities(),
];
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
