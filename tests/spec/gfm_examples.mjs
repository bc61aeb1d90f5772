// The examples of the GitHub Flavored Markdown specification that show its extensions.
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Its extensions; "disabled" are the lists of tasks. What CommonMark itself says is in its own, newer specification. */
const EXTENSIONS = ["table", "strikethrough", "autolink", "disabled", "tagfilter"];

/** @param {string} folder the sources of cmark-gfm @returns {{number: number, markdown: string, html: string}[]} */
export function gfmExamples(folder) {
  const fence = "`".repeat(32);
  const pattern = new RegExp(`^${fence} example *(.*)\\n([^]*?)^\\.\\n([^]*?)^${fence}$`, "gm");
  const all = [...readFileSync(join(folder, "test/spec.txt"), "utf8").matchAll(pattern)];
  const examples = all.map(([, extension, markdown, html], index) => ({ number: index + 1, extension, markdown, html }));
  const ours = examples.filter(({ extension }) => EXTENSIONS.includes(extension));
  if (ours.length === 0) throw new Error(`no examples found in ${folder}`);
  return ours;
}
