#!/usr/bin/env node
// Compares every output of the example releases with files that a person has read.
//   node tests/golden/golden.mjs RUNNER [--update]
//
// RUNNER is the program pressmark_golden_runner. Sources: tests/golden/releases and web/examples/releases, each with the
// options below and those of NAME.options.json beside it, and the examples in docs/markdown. --update writes the files anew; read the difference before
// committing it. The last line says "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkConstructs } from "./constructs.mjs";
import { treeOfHtml, treeOfNodes } from "./trees.mjs";
import { checkSeeds } from "./seeds.mjs";

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));

const [runner, mode] = process.argv.slice(2);
if (!runner || (mode && mode !== "--update")) throw new Error("usage: golden.mjs RUNNER [--update]");
const expectedFolder = "tests/golden/expected";
const sourceFolders = ["tests/golden/releases", "web/examples/releases"];
/** The clock stands at 1 June 2024, noon UTC. */
const usualOptions = { now: Date.UTC(2024, 5, 1, 12) / 1000 };

/** What each output is written to: ending, and the text of the file. */
const files = {
  ".json": (outputs) => `${JSON.stringify(outputs.model, null, 2)}\n`,
  ".html": (outputs) => outputs.html,
  ".txt": (outputs) => outputs.text,
  ".jsonld": (outputs) => `${outputs.jsonld}\n`,
  ".ninjs.json": (outputs) => `${JSON.stringify(outputs.ninjs, null, 2)}\n`,
};

/** @param {Uint8Array} source @param {object} options */
function outputsOf(source, options) {
  const { status, stdout, stderr } = spawnSync(runner, [JSON.stringify(options)], { input: source, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`the runner failed: ${stderr}`);
  return JSON.parse(stdout.toString("utf8"));
}

let passed = 0;
const faults = [];

/** Counts one case; `fault` says what is wrong, or is empty. @param {string} name @param {string} fault */
function count(name, fault) {
  if (fault) faults.push(name);
  else passed += 1;
  if (fault) console.log(`${name}\n${fault}\n`);
}

/** How a file and a text differ, as people read it. @param {string} path @param {string} text */
function differenceToFile(path, text) {
  if (!existsSync(path)) return "is missing; write it with --update";
  return spawnSync("diff", ["-u", "--label", "expected", "--label", "found", path, "-"], { input: text, encoding: "utf8" }).stdout;
}

/** @param {string} expected @param {string} found */
function difference(expected, found) {
  const folder = mkdtempSync(join(tmpdir(), "pressmark-"));
  try {
    writeFileSync(join(folder, "expected"), expected);
    return differenceToFile(join(folder, "expected"), found);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} path @param {string} text */
function compareFile(path, text) {
  if (mode === "--update") writeFileSync(path, text);
  count(path, differenceToFile(path, text));
}

/** @param {string} folder @param {string} file */
function compareRelease(folder, file) {
  const name = basename(file, extname(file));
  const optionsFile = `${folder}/${name}.options.json`;
  const own = existsSync(optionsFile) ? JSON.parse(readFileSync(optionsFile, "utf8")) : {};
  const outputs = outputsOf(readFileSync(`${folder}/${file}`), { ...usualOptions, ...own });
  for (const [ending, textOf] of Object.entries(files)) {
    compareFile(`${expectedFolder}/${name}${ending}`, textOf(outputs));
  }
  const html = JSON.stringify(treeOfHtml(outputs.html), null, 1);
  const nodes = JSON.stringify(treeOfNodes(Buffer.from(outputs.nodes, "hex")), null, 1);
  count(`${name}: the node stream and the HTML are one tree`, difference(`${html}\n`, `${nodes}\n`));
  return Object.keys(files).map((ending) => `${name}${ending}`);
}

mkdirSync(expectedFolder, { recursive: true });
const written = sourceFolders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => !file.endsWith(".options.json"))
    .sort()
    .flatMap((file) => compareRelease(folder, file)),
);
for (const file of readdirSync(expectedFolder).filter((found) => !written.includes(found))) {
  if (mode === "--update") rmSync(`${expectedFolder}/${file}`);
  else count(`${expectedFolder}/${file}`, "belongs to no release");
}
checkConstructs(outputsOf, compareFile, count, mode === "--update");
checkSeeds(outputsOf, count);

console.log(`${passed} passed, ${faults.length} failed`);
process.exit(faults.length === 0 ? 0 : 1);
