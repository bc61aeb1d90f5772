#!/usr/bin/env node
// Texts that make a careless Markdown parser slow: each must be parsed and written within a time that only linear work
// keeps. Half of them are aimed at our own walk, raw HTML and warnings.
//   node tests/spec/pathological.mjs path/to/pressmark_spec_runner
import { spawnSync } from "node:child_process";
import { framed } from "./framing.mjs";

const SIZE = 256 * 1024;
const LIMIT_MS = 20_000; // generous: the program may be built with sanitizers and the machine busy; quadratic ones take minutes

/** @param {string} unit */
const fill = (unit) => unit.repeat(Math.ceil(SIZE / unit.length));

const CASES = {
  "images and links that never close": fill("![[]()"),
  "blank lines below deep lists": `${"- ".repeat(30000)}x${"\n".repeat(SIZE)}`,
  "blank lines of two kinds below deep lists": `${"- ".repeat(30000)}x${fill("\n \n")}`,
  "blank quoted lines below deep lists": `> ${"- ".repeat(30000)}x\n${fill(">\n")}`,
  "blank lines in code below deep lists": `${"- ".repeat(3000)}\`\`\`\n${"\n".repeat(SIZE)}`,
  "blank lines in HTML below deep lists": `${"- ".repeat(3000)}<script>\n${"\n".repeat(SIZE)}`,
  "emphasis in deep quotes": `${">".repeat(100000)}${fill("a*")}`,
  "deep quotes": fill("> "),
  "lazy lines below deep quotes": `${"> ".repeat(50000)}a\n${fill("b\n")}`,
  "nested emphasis": `${"*a **a ".repeat(20000)}b${" a** a*".repeat(20000)}`,
  "emphasis that never opens": fill("a_ "),
  "brackets that never close": fill("["),
  "code that never closes": Array.from({ length: 700 }, (_, ticks) => `e${"`".repeat(ticks)}`).join(""),
  "links to one definition": `[a]: /u\n\n${fill("[a] ")}`,
  "comments that never close": `a ${fill("<!--")}`,
  "comment blocks that never close": fill("<!-- x\n"),
  "scripts that never close": `a ${fill("<script>")}`,
  "script blocks that never close": `<div>${fill("<script></")}`,
  "quotes in tags that never close": `<div>\n${fill('<a "x>y" ')}'`,
  "instructions that never close": `<div>${fill("<?")}`,
  "tags that never close": `<div>\n${fill("<a")}`,
  "tags between words": fill("a<b>x</b>"),
  "equal headings": fill("# a\n"),
  "links that are refused": fill("[a](javascript:b) "),
  "escaped lists": fill("\\- a\n\n"),
  "escaped list lines": fill("\\- a\n"),
  "columns of a table": `${fill("|a")}\n${fill("|-")}\n${fill("|b")}`,
  "rows of a table": `a|b\n-|-\n${fill("c|d\n")}`,
  "rows shorter than a long header": `${"|a".repeat(30000)}\n${"|-".repeat(30000)}\n${fill("b\n")}`,
  "cells that no column has": `a\n:-\n${fill("|b")}`,
  "headers that have too few columns": fill("a\n-|-\n"),
  "lines that state columns": fill("|-|-\n"),
  "bars": `${fill("|")}\n${fill("|-")}\n${fill("|")}`,
  "escaped bars in a cell": `${fill("\\|")}\n:-\n${fill("\\|")}`,
  "tables in deep quotes": `${">".repeat(500)}a|b\n`.repeat(100) + fill(`${">".repeat(500)}-|-\n`),
  "small tables": fill("a|b\n-|-\nc|d\n\n"),
  "tildes": fill("~"),
  "tildes that never open": fill("a~ "),
  "tildes that never close": fill(" ~~a"),
  "tildes of two lengths": fill("~a ~~b "),
  "tildes and stars": `${"~~a *b ".repeat(20000)}c${" b* a~~".repeat(20000)}`,
  "web addresses": fill("www.a.b "),
  "schemes alone": fill("https://"),
  "web addresses that never begin": fill("www."),
  "web addresses with underscores": fill("www.a._"),
  "web addresses that overlap": fill("_www.a"),
  "web addresses in brackets": fill("[www.a.b"),
  "closing brackets behind an address": `www.a.b/${fill(")")}`,
  "opening brackets in an address": `www.a.b/${fill("(")}`,
  "semicolons behind an address": `www.a.b/${fill("a;")}`,
  "a domain without an end": `https://${fill("a.")}`,
  "e-mail addresses": fill("a@b.c "),
  "names without an end": fill("a_b.") + "@",
  "at signs": fill("@"),
  "domains without an end": `a@${fill("b.c")}`,
  "e-mail addresses that overlap": fill("a@b.c_"),
  "references to one footnote": `[^a]: b\n\n${fill("[^a]")}`,
  "references to footnotes that do not exist": Array.from({ length: 30000 }, (_, number) => `[^${number}]`).join(""),
  "footnotes and their references": Array.from({ length: 12000 }, (_, number) => `[^${number}]\n\n[^${number}]: a\n\n`).join(""),
  "footnotes that refer to the next": `[^0]\n\n${Array.from({ length: 12000 }, (_, number) => `[^${number}]: [^${number + 1}]\n`).join("")}`,
  "footnotes that refer to each other": `[^a]\n\n[^a]: ${"[^b]".repeat(30000)}\n[^b]: ${"[^a]".repeat(30000)}`,
  "footnotes that nobody refers to": fill("[^a]: b\n"),
  "footnotes of many labels that nobody refers to": Array.from({ length: 15000 }, (_, number) => `[^${number}]: a\n`).join(""),
  "footnotes in footnotes": fill("[^a]: "),
  "footnotes in deep lists": `${"- ".repeat(20000)}[^a]: b\n${fill("\n")}`,
  "blank lines in a footnote": `[^a]\n\n[^a]: b\n${fill("\n")}    c`,
  "labels that never end": fill("[^a"),
  "carets in brackets": fill("[^"),
  "marks before footnotes": fill("![^a]"),
  "lists of tasks": fill("- [ ] a\n"),
  "tasks in tasks": Array.from({ length: 700 }, (_, depth) => `${"  ".repeat(depth)}- [x] a\n`).join(""),
  "brackets of tasks alone": fill("- [ ]\n"),
  "elements that never close": fill("a<b>"),
  "elements that never open": fill("a</b>"),
  "elements that cross": fill("<b><i></b></i>"),
  "elements that close the outermost": `${"<i>".repeat(40000)}${"<b></i>".repeat(20000)}`,
  "elements in elements": `${"<b>".repeat(30000)}a${"</b>".repeat(30000)}`,
  "elements and emphasis": `${"<b>*a ".repeat(20000)}b${"*</b>".repeat(20000)}`,
  "attributes of an element": `<abbr ${fill("a=b ")}>c</abbr>`,
  "titles without an end": `<abbr ${fill("title ")}title>c</abbr>`,
  "directives that never close": fill(":::quote\n"),
  "directives inside of each other": `${":::quote\n".repeat(50000)}a\n${":::\n".repeat(50000)}`,
  "directives with longer and longer fences": Array.from({ length: 700 }, (_, colons) => `${":".repeat(703 - colons)}quote\n`).join(""),
  "directives one behind the other": fill(":::quote\na\n- b\n:::\n"),
  "directives in deep quotes": fill(`${">".repeat(500)}:::quote\n`),
  "directives in deep lists": `${"- ".repeat(500)}:::quote\n${fill(`${" ".repeat(1000)}a\n${" ".repeat(1000)}:::\n`)}`,
  "lines of colons": fill(":::\n"),
  "lines of colons below open lists": `:::quote\n${"- ".repeat(3000)}a\n${fill(`${" ".repeat(5990)}::\n`)}`,
  "colons": fill(":"),
  "attributes that never end": `:::quote{${fill("a=b ")}\na\n:::`,
  "labels that never end": `:::quote[${fill("[")}]\na\n:::`,
  "contacts of digits": `:::contact\n${fill("0123456789 ")}\n:::`,
  "contacts of plus signs": `:::contact\n${fill("+1 ")}\n:::`,
  "links in attachments": `:::attachments\n${fill("[a](b.pdf) ")}\n:::`,
  "pictures in a figure": `:::figure\n${fill("![a](b) ")}\n:::`,
  "lines of a figure": `:::figure\n![a](b)\n${fill("Credit: a\n")}\n:::`,
  "lines of a quotation": `:::quote\n${fill("— a\n")}\n:::`,
};

const [program] = process.argv.slice(2);
if (!program) throw new Error("usage: pathological.mjs path/to/pressmark_spec_runner");
let failed = 0;
for (const [name, text] of Object.entries(CASES)) {
  const start = performance.now();
  const { status, error } = spawnSync(program, { input: framed([text]), maxBuffer: 1 << 28, timeout: LIMIT_MS });
  const milliseconds = Math.round(performance.now() - start);
  if (status === 0) continue;
  failed++;
  console.log(`${name}: ${error ?? `status ${status}`} after ${milliseconds} ms`);
}
console.log(`${Object.keys(CASES).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
