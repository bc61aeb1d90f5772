#!/usr/bin/env node
// Every character of every example of CommonMark 0.31.2, of GitHub's extensions and of docs/markdown, located in its
// source and read again from there: as it stands, inside a quote, a list and directives, with other line ends, with and
// without typographic marks.
//   node tests/spec/locate.mjs path/to/pressmark_locate_runner [path/to/cmark-gfm]
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { constructPages } from "../constructs/examples.mjs";
import { framed } from "./framing.mjs";
import { gfmExamples } from "./gfm_examples.mjs";

const [program, gfm] = process.argv.slice(2);
if (!program) throw new Error("usage: locate.mjs path/to/pressmark_locate_runner [path/to/cmark-gfm]");
const own = constructPages().flatMap(({ examples }) => examples).map(({ name, markdown }) => ({ number: name, markdown }));
const examples = [...createRequire(import.meta.url)("commonmark-spec").tests, ...(gfm ? gfmExamples(gfm) : []), ...own];

/** @type {Record<string, (text: string) => string>} */
const SETTINGS = {
  "as it stands": (text) => text,
  "in a quote": (text) => text.replace(/^/gm, "> "),
  "in a list": (text) => text.replace(/^/gm, "    ").replace(/^ {4}/, "10. "),
  "in a quote in a list": (text) => text.replace(/^/gm, "  > ").replace(/^ {2}/, "- "),
  "in a directive": (text) => `::::quote\n${text}\n::::\n`,
  "in directives in a list": (text) => `- ::::warning\n  ::::quote\n${text.replace(/^/gm, "  ")}\n`,
  "with CRLF": (text) => text.replaceAll("\n", "\r\n"),
  "with CR": (text) => text.replaceAll("\n", "\r"),
  "behind a byte order mark": (text) => `\uFEFF${text}`,
};

let failed = false;
for (const [setting, change] of Object.entries(SETTINGS)) {
  for (const punctuation of ["plain", "smart"]) {
    const texts = examples.map(({ markdown }) => change(markdown.replaceAll("→", "\t")));
    const { status, stdout, stderr } = spawnSync(program, [punctuation], { input: framed(texts), encoding: "utf8" });
    if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
    const rows = stdout.trim().split("\n").map((row) => row.split(" ").map(Number));
    if (rows.length !== examples.length) throw new Error(`${examples.length} examples, ${rows.length} answers`);
    const [exact, block, wrong] = [0, 1, 2].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
    const unlocated = examples.flatMap(({ number }, index) => (rows[index][1] > 0 ? [number] : []));
    const good = wrong === 0 && block === 0;
    failed ||= !good;
    console.log(`${setting}, ${punctuation}: ${exact} exact, ${block} by their block, ${wrong} wrong; by block in ${unlocated.join(" ") || "none"}`);
    if (!good) console.log(stderr);
  }
}
process.exitCode = failed ? 1 : 0;
