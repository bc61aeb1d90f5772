#!/usr/bin/env node
// Writes the notices of everything that is compiled into pressmark.wasm, from the files that came with it.
//   node scripts/generate/notices.mjs OUTPUT
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const deps = join(root, ".deps");
const emscripten = execFileSync("em-config", ["EMSCRIPTEN_ROOT"], { encoding: "utf8" }).trim();
const text = (...path) => readFileSync(join(...path), "utf8").trim();

/** The permission and the disclaimer of the MIT licence: those of our own, without the copyright line. */
const mitTerms = text(root, "LICENSE").split("\n\n").slice(2).join("\n\n");

/** Who holds rights in nlohmann-json, as its headers say. */
function jsonCopyrights() {
  const folder = join(deps, "include/nlohmann");
  const holders = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(".hpp"))
    .flatMap((name) => text(folder, name).match(/SPDX-FileCopyrightText: .*/g) ?? [])
    .map((line) => line.replace("SPDX-FileCopyrightText:", "Copyright (c)").trim());
  return [...new Set(holders)].sort().join("\n");
}

function emscriptenVersion() {
  return text(emscripten, "emscripten-version.txt").replaceAll('"', "");
}

function muslCopyright() {
  const file = join(emscripten, "system/lib/libc/musl/COPYRIGHT");
  if (!existsSync(file)) throw new Error(`no licence of musl at ${file}`);
  return text(file);
}

const parts = [
  { name: "cmark", use: "the Markdown parser", terms: text(deps, "cmark/COPYING") },
  { name: "yaml-cpp", use: "the YAML parser of the front matter", terms: text(deps, "yaml-cpp/LICENSE") },
  { name: "nlohmann-json", use: "JSON, read and written", terms: `${jsonCopyrights()}\n\n${mitTerms}` },
  {
    name: `Emscripten ${emscriptenVersion()}`,
    use: "parts of the run-time library around the C library",
    terms: `Copyright (c) 2010 and later, the Emscripten authors\n\n${mitTerms}`,
  },
  { name: "musl", use: "the C library, in the version that Emscripten carries", terms: muslCopyright() },
  {
    name: "libc++, libc++abi and compiler-rt of the LLVM project",
    use: "the C++ library and the helpers of the compiler",
    terms:
      "Apache License 2.0 with LLVM exceptions. Under the exceptions, what a compiler embeds of them into a program may be\n" +
      "passed on without the licence's text and notices. https://llvm.org/LICENSE.txt",
  },
  { name: "dlmalloc", use: "the memory allocator", terms: "Written by Doug Lea and released to the public domain (CC0)." },
];

/** What the studio alone contains: packages of npm with an MIT licence of their own. */
const studioPackages = [
  ...["commands", "lang-markdown", "lang-yaml", "language", "lint", "search", "state", "view"].map((name) => `@codemirror/${name}`),
  ...["common", "highlight", "lr", "markdown", "yaml"].map((name) => `@lezer/${name}`),
  ...["@marijn/find-cluster-break", "crelt", "style-mod", "w3c-keyname"],
];
/** Packages that share their terms share a section. */
function studioParts() {
  const namesByTerms = new Map();
  for (const name of studioPackages) {
    const terms = text(root, "node_modules", name, "LICENSE");
    namesByTerms.set(terms, [...(namesByTerms.get(terms) ?? []), name]);
  }
  return [...namesByTerms].map(([terms, names]) => ({ name: names.join(", "), use: "the editor of the studio", terms }));
}

const rule = "=".repeat(100);
const section = ({ name, use, terms }) => `${rule}\n${name}: ${use}\n${rule}\n\n${terms}\n`;
const [output] = process.argv.slice(2);
if (!output) throw new Error("usage: notices.mjs OUTPUT");
writeFileSync(
  output,
  `Pressmark is under the MIT licence:\n\n${text(root, "LICENSE")}\n\n` +
    `pressmark.wasm, and pressmark.inline.js which holds it, contain these works of others, under their own terms. The scripts\n` +
    `contain no code of others.\n\n${parts.map(section).join("\n")}\n` +
    `The studio (studio/ and studio.html), which is no part of the package, contains pressmark.wasm and these works:\n\n` +
    studioParts().map(section).join("\n"),
);
