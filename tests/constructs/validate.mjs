#!/usr/bin/env node
// The HTML of every example in docs/markdown and of the golden releases, as a whole page, before an HTML validator.
//   node tests/constructs/validate.mjs path/to/pressmark_golden_runner
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { HtmlValidate } from "html-validate";
import { constructPages } from "./examples.mjs";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
  rules: {
    // How CommonMark's examples write it, byte for byte; HTML allows both.
    "void-style": ["error", { style: "selfclose" }],
    "attribute-boolean-style": ["error", { style: "empty" }],
    "no-trailing-whitespace": "off",
    // The author's levels are kept, also where one is left out; white space in a telephone number stays what it is.
    "heading-level": "off",
    "tel-non-breaking": "off",
    // A list may have a name: ARIA 1.2 lets every role have one that is not listed as an exception.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
  },
});

/** @param {string} html an article */
const pageAround = (html) => `<!DOCTYPE html>
<html lang="en">
<head>
<title>Example</title>
</head>
<body>
<main>
${html}</main>
</body>
</html>
`;

/** @param {string} program @param {Uint8Array} source @returns {string} */
function articleOf(program, source) {
  const { status, stdout, stderr } = spawnSync(program, ["{}"], { input: source, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return JSON.parse(stdout.toString("utf8")).html;
}

/** @param {string} html @returns {Promise<string[]>} what is wrong, one line each */
async function faultsOf(html) {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${ruleId}: ${message}: ${html.split("\n")[line - 1]}`));
}

const [program] = process.argv.slice(2);
if (!program) throw new Error("usage: validate.mjs path/to/pressmark_golden_runner");
const releases = new URL("../golden/releases/", import.meta.url);
const sources = [
  ...constructPages().flatMap(({ examples }) => examples).map(({ name, markdown }) => ({ name, source: Buffer.from(markdown) })),
  ...readdirSync(releases)
    .filter((file) => !file.endsWith(".options.json"))
    .map((file) => ({ name: file, source: readFileSync(new URL(file, releases)) })),
];

let failed = 0;
if ((await faultsOf(pageAround("<p><div></p><img>"))).length < 3) throw new Error("the validator finds no fault in a page that has three");
for (const { name, source } of sources) {
  const faults = await faultsOf(pageAround(articleOf(program, source)));
  if (faults.length === 0) continue;
  failed++;
  console.log(`${name}\n${faults.map((fault) => `  ${fault}\n`).join("")}`);
}
console.log(`${sources.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
