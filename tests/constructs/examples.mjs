// The examples of Markdown in docs/markdown: one page for each construct, each of its blocks fenced as `markdown` a text
// that stands alone. They are the documentation, and what the outputs, the validator and axe are tried with.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../docs/markdown/", import.meta.url);

/** @typedef {{name: string, markdown: string}} Example */

/** @returns {{name: string, title: string, examples: Example[]}[]} */
export function constructPages() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => pageOf(file.slice(0, -3), readFileSync(new URL(file, folder), "utf8")));
}

/** @param {string} name @param {string} text */
function pageOf(name, text) {
  const title = text.match(/^# (.+)$/m)?.[1];
  const examples = [...text.matchAll(/^(`{3,}|~{3,})markdown\n([^]*?)^\1$/gm)].map(([, , markdown], index) => ({ name: `${name} ${index + 1}`, markdown }));
  if (!title || examples.length === 0) throw new Error(`docs/markdown/${name}.md has no title or no example`);
  return { name, title, examples };
}
