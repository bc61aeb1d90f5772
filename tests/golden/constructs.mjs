// What comes of each example in docs/markdown: HTML of the body, plain text and messages, one file for each construct.
import { mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { constructPages } from "../constructs/examples.mjs";
import { treeOfHtml, treeOfNodes } from "./trees.mjs";

const folder = "tests/golden/constructs";

/** @param {{severity: string, code: string, line: number, column: number, message: string}} diagnostic */
const messageLine = ({ severity, code, line, column, message }) => `${line}:${column} ${severity} ${code}: ${message}\n`;

/**
 * @param {(source: Uint8Array, options: object) => any} outputsOf
 * @param {(path: string, text: string) => void} compare a file of expected output with what was found
 * @param {(name: string, fault: string) => void} count
 * @param {boolean} update whether files of constructs that are gone go, too
 */
export function checkConstructs(outputsOf, compare, count, update) {
  mkdirSync(folder, { recursive: true });
  const pages = constructPages();
  const index = readFileSync("docs/markdown.md", "utf8");
  for (const { name, examples } of pages) {
    let found = "";
    for (const { name: example, markdown } of examples) {
      const { html, body, text, nodes, model } = outputsOf(Buffer.from(markdown), {});
      // An example has no headline of its own; that is no fault of the construct.
      const messages = model.diagnostics.filter(({ code }) => code !== "release-no-headline").map(messageLine).join("");
      found += `===== ${example}\n${markdown}----- HTML\n${body}----- text\n${text}----- messages\n${messages}\n`;
      const same = JSON.stringify(treeOfHtml(html)) === JSON.stringify(treeOfNodes(Buffer.from(nodes, "hex")));
      count(`${example}: the node stream and the HTML are one tree`, same ? "" : html);
    }
    compare(`${folder}/${name}.txt`, found);
    count(`docs/markdown.md leads to ${name}`, index.includes(`(markdown/${name}.md)`) ? "" : "it does not");
  }
  for (const file of readdirSync(folder).filter((name) => !pages.some((page) => `${page.name}.txt` === name))) {
    if (update) rmSync(`${folder}/${file}`);
    else count(`${folder}/${file}`, "belongs to no page in docs/markdown");
  }
}
