// The HTML of an article and its node stream as the same kind of tree, so that one can be compared with the other.
//
// An element is [name, attributes, ...children], a text is a string. White space between blocks is the HTML's own layout
// and is left out.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const folder = mkdtempSync(join(tmpdir(), "pressmark-"));
const vocabularyFile = join(folder, "vocabulary.mjs");
const generator = fileURLToPath(new URL("../../scripts/generate/vocabulary.mjs", import.meta.url));
execFileSync("node", [generator, "js", vocabularyFile]);
const { ELEMENTS, ATTRIBUTES, CLASSES } = await import(pathToFileURL(vocabularyFile).href);
rmSync(folder, { recursive: true });

const VOID = new Set(["img", "br", "hr", "input", "wbr"]);
/** Elements whose HTML may stand on lines of its own. */
const LAID_OUT = new Set(["", "article", "header", "section", "div", "ul", "ol", "li", "blockquote", "figure", "figcaption", "address", "table", "thead", "tbody", "tr"]);

const OPEN = 0;
const CLOSE = 1;
const TEXT = 2;
const CLASS = 3;
const ATTRIBUTE = 4;

/** @param {Buffer} stream */
export function treeOfNodes(stream) {
  const count = stream.readUInt32LE(0);
  const word = (index) => stream.readUInt32LE(8 + 4 * index);
  const text = stream.subarray(8 + 4 * count).toString("utf8");
  let at = 0;
  const take = (length) => text.slice(at, (at += length));
  const root = ["", {}];
  const open = [root];
  for (let index = 0; index < count; index += 1) {
    const [operation, operand] = [word(index) & 15, word(index) >>> 4];
    const current = open.at(-1);
    if (operation === OPEN) open.push(append(current, [ELEMENTS[operand], {}]));
    else if (operation === CLOSE) open.pop();
    else if (operation === TEXT) append(current, take(operand));
    else if (operation === CLASS) current[1].class = [current[1].class, CLASSES[operand]].filter(Boolean).join(" ");
    else if (operation === ATTRIBUTE) current[1][ATTRIBUTES[operand]] = take(word((index += 1)));
    else throw new Error(`unknown operation ${operation}`);
  }
  if (at !== text.length || open.length !== 1) throw new Error("the stream does not end where its tree does");
  return tidied(root);
}

/** Reads the HTML that our own writer makes, and no other. @param {string} html */
export function treeOfHtml(html) {
  const root = ["", {}];
  const open = [root];
  for (const [, close, name, attributes, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[A-Za-z-]+="[^"]*")*)\s*\/?>|([^<]+)/g)) {
    const current = open.at(-1);
    if (text !== undefined) append(current, afterBreak(current, decoded(text)));
    else if (close) open.pop();
    else {
      const element = append(current, [name, attributesOf(attributes)]);
      if (!VOID.has(name)) open.push(element);
    }
  }
  return tidied(root);
}

/** The HTML begins a new line behind a line break. */
function afterBreak(parent, text) {
  return parent.at(-1)?.[0] === "br" ? text.replace(/^\n/, "") : text;
}

function append(parent, child) {
  if (typeof child === "string" && typeof parent.at(-1) === "string") parent.push(parent.pop() + child);
  else parent.push(child);
  return child;
}

function attributesOf(text) {
  return Object.fromEntries([...text.matchAll(/([A-Za-z-]+)="([^"]*)"/g)].map(([, name, value]) => [name, decoded(value)]));
}

function decoded(text) {
  const characters = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };
  return text.replace(/&(?:lt|gt|quot|amp);/g, (entity) => characters[entity]);
}

/** Attributes in one order, and without the line ends that lay blocks out. */
function tidied([name, attributes, ...children]) {
  const kept = children
    .map((child) => (typeof child === "string" ? child : tidied(child)))
    .map((child) => (typeof child === "string" && LAID_OUT.has(name) ? child.replace(/^\n+|\n+$/g, "") : child))
    .filter((child) => child !== "");
  return [name, Object.fromEntries(Object.entries(attributes).sort()), ...kept];
}
