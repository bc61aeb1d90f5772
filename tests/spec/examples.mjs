// Compares the examples of a specification with our own HTML.
//
// Compared byte for byte, after what we alone add is taken out of ours. Where safety demands another output, a file of
// differences lists the example, the reason and that output; nothing else may differ.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { framed, unframed } from "./framing.mjs";

// What our body has beyond the specifications: names for headings, how links and images load, what tables tell.
/** @type {[RegExp, string][]} */
const OWN_MARKUP = [
  [/ id="pm-[^"]*"/g, ""],
  [/ rel="external noopener noreferrer"/g, ""],
  [/ loading="lazy" decoding="async" referrerpolicy="no-referrer"/g, ""],
  [/<section class="pm-table" [^>]*>\n(<table>[^]*?<\/table>\n)<\/section>\n/g, "$1"],
  [/(<t[hd]) class="pm-align-(left|right|center)"/g, '$1 align="$2"'],
  [/ scope="col"/g, ""],
  [/<li class="pm-task">/g, "<li>"],
  [/(<input [^>]*type="checkbox") aria-label="[^"]*" \/>/g, "$1>"],
];

/** @param {string} html */
const withoutOwnMarkup = (html) => OWN_MARKUP.reduce((result, [own, plain]) => result.replace(own, plain), html);

/** @param {string} program the spec runner @param {string[]} texts @param {string[]} [flags] @returns {string[]} */
export function render(program, texts, flags = []) {
  const { status, signal, stdout, stderr } = spawnSync(program, flags, { input: framed(texts), maxBuffer: 1 << 26 });
  if (status !== 0) throw new Error(`${program} ended with ${signal ?? status}: ${stderr}`);
  return unframed(stdout);
}

/**
 * Prints what differs and a summary, and sets the exit code.
 * @param {string} program the spec runner
 * @param {{number: number, markdown: string, html: string}[]} examples
 * @param {URL} differencesFile
 * @param {string[]} [flags] of the spec runner
 * @returns {{passed: number, failed: number}}
 */
export function compare(program, examples, differencesFile, flags) {
  const differences = new Map(
    (parse(readFileSync(differencesFile, "utf8")) ?? []).flatMap(({ reason, examples }) =>
      Object.entries(examples).map(([number, html]) => [Number(number), { reason, html }]),
    ),
  );
  const withTabs = (/** @type {string} */ text) => text.replaceAll("→", "\t");
  const outputs = render(program, examples.map(({ markdown }) => withTabs(markdown)), flags);
  if (outputs.length !== examples.length) throw new Error(`${examples.length} examples, ${outputs.length} answers`);

  let failed = 0;
  const unused = new Set(differences.keys());
  examples.forEach(({ number, markdown, html }, index) => {
    const ours = withoutOwnMarkup(outputs[index]);
    const theirs = withTabs(html);
    const difference = differences.get(number);
    unused.delete(number);
    const wanted = difference ? difference.html : theirs;
    if (ours === wanted && !(difference && difference.html === theirs)) return;
    failed++;
    const why = difference ? (ours === theirs ? "is listed as different, but does not differ" : difference.reason) : "differs";
    console.log(`example ${number} ${why}\n--- Markdown\n${markdown}--- wanted\n${wanted}--- got\n${ours}`);
  });
  for (const number of unused) {
    failed++;
    console.log(`example ${number} is listed as different, but does not exist`);
  }
  console.log(`${examples.length - failed} passed, ${failed} failed; ${differences.size} of them with a listed difference`);
  if (failed > 0) process.exitCode = 1;
  return { passed: examples.length - failed, failed };
}
