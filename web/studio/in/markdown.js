// HTML as Word, Google Docs and web pages put it on the clipboard, as Markdown. The HTML is parsed into a document in which
// nothing runs; what a release can have is written as Markdown, of everything else the words alone.

import { parseInert } from "../trusted.js";
import { paragraphText, plainText } from "./escape.js";
import { FOOTNOTE, FOOTNOTE_REFERENCE, markFootnotes } from "./footnotes.js";
import { tableToMarkdown } from "./table.js";
import { cleanWord, isWord } from "./word.js";

/** What the author should know is missing. @typedef {{comments: number, deletions: number, pictures: number}} LeftOut */

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE UL".split(" "),
);
/** Their words belong to the page around, to programs, or to nobody. */
const SILENT = "script,style,template,noscript,iframe,object,embed,svg,math,canvas,video,audio,button,input,select,textarea,form>label,head,title,meta,link,[hidden],[aria-hidden=true],li[role=checkbox]>img,.Apple-interchange-newline";

/**
 * @param {string} html
 * @returns {{markdown: string, leftOut: LeftOut}}
 */
export function htmlToMarkdown(html) {
  const document = parseInert(withoutEffects(html));
  /** @type {LeftOut} */
  const leftOut = { comments: 0, deletions: 0, pictures: 0 };
  for (const element of document.querySelectorAll(SILENT)) element.remove();
  markFootnotes(document);
  if (isWord(html)) cleanWord(document, leftOut);
  for (const element of document.querySelectorAll("[data-style]")) if (isUnseen(element)) element.remove();
  joinPieces(document);
  const blocks = blocksOf(document.body, leftOut);
  const markdown = blocks.map((block, index) => (isStarredNote(blocks, index) ? `\\${block}` : block)).join("\n\n");
  return { markdown: markdown === "" ? "" : `${markdown}\n`, leftOut };
}

/**
 * Styles are read, never applied, and nothing of it runs. A browser would not do either in such a document, and reports a
 * breach of the page's policy all the same.
 * @param {string} html
 */
function withoutEffects(html) {
  return html
    .replace(/<(style|script)\b[^]*?<\/\1\s*>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(?<=[\s"'/])(style|on\w+)\s*=/gi, "data-$1="));
}

/** What its own document does not show is not said by it: words that an author has hidden in Word, or a mail's words for the list of mails. @param {Element} element */
function isUnseen(element) {
  return /(?<![-\w])(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(styleOf(element));
}

/** Whether there is more in the HTML than lines of text, as an editor of code puts them on the clipboard. @param {string} html */
export function hasStructure(html) {
  return /<(p|h[1-6]|ul|ol|table|blockquote|strong|em|b|i|img|a\s[^>]*href|pre)\b/i.test(html) && !/<meta[^>]*vscode|class="?vscode/i.test(html);
}

/** @param {LeftOut} leftOut */
export function leftOutWords({ comments, deletions, pictures }) {
  const things = [
    comments > 0 && (comments === 1 ? "one comment" : `${comments} comments`),
    deletions > 0 && (deletions === 1 ? "one deleted passage" : `${deletions} deleted passages`),
    pictures > 0 && (pictures === 1 ? "one picture that only the document has" : `${pictures} pictures that only the document has`),
  ].filter(Boolean);
  return things.length > 0 ? `Left out: ${things.join(", ")}.` : "";
}

/**
 * The children of an element as blocks of Markdown. Words between blocks are paragraphs of their own.
 * @param {Element} parent
 * @param {LeftOut} leftOut
 * @returns {string[]}
 */
function blocksOf(parent, leftOut) {
  /** @type {string[]} */
  const blocks = [];
  /** @type {Node[]} */
  let run = [];
  const endRun = () => {
    for (const words of paragraphs(run, leftOut)) blocks.push(words);
    run = [];
  };
  for (const child of parent.childNodes) {
    if (isElement(child) && holdsBlocks(child)) {
      endRun();
      blocks.push(...blockOf(child, leftOut));
    } else run.push(child);
  }
  endRun();
  return blocks;
}

/**
 * A paragraph that begins with a star is an item of a list that was typed where others stand beside it, and alone a note on
 * a figure with the same star. Lists that are lists begin with hyphens and numbers here.
 * @param {readonly string[]} blocks
 * @param {number} index
 */
function isStarredNote(blocks, index) {
  const [before, here, after] = [-1, 0, 1].map((step) => blocks[index + step]?.startsWith("* ") ?? false);
  return here && !before && !after;
}

/**
 * @param {Element} element
 * @param {LeftOut} leftOut
 * @returns {string[]}
 */
function blockOf(element, leftOut) {
  const name = element.localName;
  const footnote = element.getAttribute(FOOTNOTE);
  if (footnote !== null) return footnoteOf(footnote, blocksOf(element, leftOut));
  const level = /^h([1-6])$/.exec(name)?.[1] ?? styledLevel(element);
  if (level) {
    const words = inlineOf(element, leftOut).replace(/\\?\n/g, " ").replace(/^\*\*(.*)\*\*$/, "$1").trim();
    return words ? [`${"#".repeat(Number(level))} ${words}`] : [];
  }
  if (name === "ul" || name === "ol") return listOf(element, leftOut);
  if (name === "table") return tableOf(element, leftOut);
  if (name === "hr") return ["---"];
  if (name === "pre") return preOf(element);
  const inside = blocksOf(element, leftOut);
  if (name === "blockquote" && inside.length > 0) return [prefix(inside.join("\n\n"), "> ", "> ")];
  return inside;
}

/** @param {string} name @param {readonly string[]} blocks */
function footnoteOf(name, blocks) {
  return blocks.length > 0 ? [prefix(blocks.join("\n\n"), `[^${name}]: `, "    ")] : [];
}

/** A heading that is one by its role or, in Word, by the name of its style. @param {Element} element */
function styledLevel(element) {
  if (element.getAttribute("role") === "heading") return /^[1-6]$/.exec(element.getAttribute("aria-level") ?? "")?.[0];
  return element.localName === "p" && element.classList.contains("MsoTitle") ? "1" : undefined;
}

/** @param {Element} element */
function preOf(element) {
  const text = (element.textContent ?? "").replace(/\n$/, "");
  const fence = "`".repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length + 1)));
  return text.trim() ? [`${fence}\n${text}\n${fence}`] : [];
}

/**
 * @param {Element} list
 * @param {LeftOut} leftOut
 * @returns {string[]}
 */
function listOf(list, leftOut) {
  const isOrdered = list.localName === "ol";
  let number = Number(list.getAttribute("start") ?? 1) || 1;
  /** @type {string[]} */
  const items = [];
  for (const child of list.children) {
    // Google Docs and old pages put the inner list beside the item that it belongs to.
    if ((child.localName === "ul" || child.localName === "ol") && items.length > 0) {
      const marker = /** @type {RegExpExecArray} */ (/^\S+ +/.exec(items.at(-1) ?? ""))[0];
      items[items.length - 1] += `\n${prefix(listOf(child, leftOut).join("\n"), " ".repeat(marker.length), " ".repeat(marker.length))}`;
      continue;
    }
    const blocks = child.localName === "ul" || child.localName === "ol" ? listOf(child, leftOut) : blocksOf(child, leftOut);
    if (blocks.length === 0) continue;
    const checked = child.getAttribute("role") === "checkbox" ? child.getAttribute("aria-checked") : null;
    if (checked !== null) blocks[0] = `[${checked === "true" ? "x" : " "}] ${blocks[0]}`;
    const marker = isOrdered ? `${number++}. ` : "- ";
    // One paragraph, with or without a list in it, needs no empty line.
    const isTight = blocks.slice(1).every((block) => /^(- |\d+\. )/.test(block));
    items.push(prefix(blocks.join(isTight ? "\n" : "\n\n"), marker, " ".repeat(marker.length)));
  }
  return items.length > 0 ? [items.join("\n")] : [];
}

/**
 * @param {Element} table
 * @param {LeftOut} leftOut
 * @returns {string[]}
 */
function tableOf(table, leftOut) {
  const rows = [...table.querySelectorAll("tr")].filter((row) => row.closest("table") === table);
  const isLayout = rows.length < 2 || rows.every((row) => row.children.length < 2) || table.querySelector("table") !== null;
  // A table that only arranges the page: its words one after the other.
  if (isLayout) return rows.flatMap((row) => [...row.children].flatMap((cell) => blocksOf(cell, leftOut)));
  const caption = [...table.children].find(({ localName }) => localName === "caption");
  const words = caption ? paragraphs([...caption.childNodes], leftOut) : [];
  return [...words, tableToMarkdown(rows, (cell) => blocksOf(cell, leftOut).join(" ").replace(/\\?\n/g, " "))];
}

/**
 * Words between two blocks as paragraphs: two line breaks in a row part them.
 * @param {readonly Node[]} nodes
 * @param {LeftOut} leftOut
 * @returns {string[]}
 */
function paragraphs(nodes, leftOut) {
  return nodes
    .map((node) => inline(node, leftOut))
    .join("")
    .split(/(?:[ \t]*\\\n[ \t]*){2,}/)
    .map(paragraphText)
    .filter(Boolean);
}

/** @param {Element} element @param {LeftOut} leftOut */
function inlineOf(element, leftOut) {
  return [...element.childNodes].map((child) => inline(child, leftOut)).join("");
}

/**
 * @param {Node} node
 * @param {LeftOut} leftOut
 * @returns {string}
 */
function inline(node, leftOut) {
  if (node.nodeType === Node.TEXT_NODE) return plainText(node.textContent ?? "");
  if (!isElement(node)) return "";
  const name = node.localName;
  const footnote = node.getAttribute(FOOTNOTE_REFERENCE);
  if (footnote !== null) return `[^${footnote}]`;
  if (name === "br") return "\\\n";
  if (name === "img") return imageOf(node, leftOut);
  if (name === "code" || name === "kbd" || name === "samp" || name === "tt") return codeOf(node.textContent ?? "");
  const words = inlineOf(node, leftOut);
  if (name === "a") return linkOf(node, words);
  if (name === "q") return `“${words}”`;
  const mark = markOf(node);
  return raised(node, mark ? marked(words, mark, node) : words);
}

/** The mark that an element gives its words. @param {Element} element */
function markOf(element) {
  const name = element.localName;
  const style = styleOf(element);
  const weight = /(?<![-\w])font-weight\s*:\s*(\w+)/i.exec(style)?.[1];
  const isBold = weight ? /^(bold|bolder|[6-9]00)$/i.test(weight) : name === "strong" || name === "b";
  const slant = /(?<![-\w])font-style\s*:\s*(\w+)/i.exec(style)?.[1];
  const isItalic = slant ? /^(italic|oblique)$/i.test(slant) : name === "em" || name === "i" || name === "cite";
  const isStruck = name === "del" || name === "s" || name === "strike" || /text-decoration[^;]*line-through/i.test(style);
  return `${isStruck ? "~~" : ""}${isBold ? "**" : ""}${isItalic ? "*" : ""}`;
}

/**
 * Words of one kind that a program has cut into pieces are one again: marks that meet each other are none.
 * @param {Document} document
 */
function joinPieces(document) {
  /** @param {Node | null} node @returns {node is Element} */
  const isPiece = (node) => node !== null && isElement(node) && /^(b|strong|i|em|cite|s|del|strike|span|font)$/.test(node.localName) && !holdsBlocks(node) && raisedName(node) === "";
  for (const element of document.querySelectorAll("*")) {
    const mark = element.isConnected && isPiece(element) ? markOf(element) : "";
    for (let next = element.nextSibling; mark && next; next = element.nextSibling) {
      const gap = next.nodeType === Node.TEXT_NODE && !/\S/.test(next.textContent ?? "") ? [next] : [];
      const other = gap.length > 0 ? next.nextSibling : next;
      if (!isPiece(other) || markOf(other) !== mark) break;
      element.append(...gap, ...other.childNodes);
      other.remove();
    }
  }
}

/**
 * Words above or below the line, as in CO₂; the ending of a number (1st) and a mark of a footnote need no such thing.
 * @param {Element} element
 * @param {string} words
 */
function raised(element, words) {
  const name = raisedName(element);
  if (name === "" || /^\s*(st|nd|rd|th)?\s*$/.test(words) || /^\[\^|^\[?\d+\]$|^<su[bp]>|\n/.test(words)) return words;
  return `<${name}>${words}</${name}>`;
}

/** @param {Element} element */
function raisedName(element) {
  const aligned = /vertical-align\s*:\s*(sub|super)/i.exec(styleOf(element))?.[1]?.toLowerCase();
  return element.localName === "sub" || aligned === "sub" ? "sub" : element.localName === "sup" || aligned === "super" ? "sup" : "";
}

/** Space, and the punctuation that may not stand between a mark and a letter beyond it. */
const BEFORE = /^(?:\s|\\\n)*/;
const BEFORE_LETTER = /^(?:\s|\\\n|[.,:;?…“‘”’"'()–—-])*/;
const AFTER = /(?:\s|\\\n)*$/;
const AFTER_LETTER = /(?:\s|\\\n|[.,:;!?…“‘”’"'–—-])*$/;

/**
 * Marks stand close to the words; what is bold already is not made bold again.
 * @param {string} words
 * @param {string} mark
 * @param {Element} element that gives it
 */
function marked(words, mark, element) {
  // A mark does not reach over the end of a paragraph, and needs words.
  if (!hasLetter(words) || /\n\s*\n/.test(words.trim())) return words;
  const [follows, leads] = [hasLetter(beside(element, "previousSibling")), hasLetter(beside(element, "nextSibling"))];
  const [before] = (follows ? BEFORE_LETTER : BEFORE).exec(words) ?? [""];
  const [after] = (leads ? AFTER_LETTER : AFTER).exec(words) ?? [""];
  const inside = words.slice(before.length, words.length - after.length);
  const bare = inside.replace(/^[*~]+|[*~]+$/g, "");
  // Between a letter and other punctuation, such as that of a link, a mark is none.
  const isNone = (follows && !/^[\p{L}\p{N}]/u.test(bare)) || (leads && !/[\p{L}\p{N}]$/u.test(bare));
  if (isNone || inside.startsWith(mark)) return words;
  const closing = [...mark.matchAll(/~~|\*\*|\*/g)].map(([each]) => each).reverse().join("");
  return before + inside.split(/(\\\n)/).map((part) => (part === "\\\n" || part.trim() === "" ? part : `${mark}${part}${closing}`)).join("") + after;
}

/** Whether there is a letter or a figure. @param {string} words */
function hasLetter(words) {
  return /[\p{L}\p{N}]/u.test(words);
}

/**
 * The character beside an element in its line; nothing at the line's end and beside a tag.
 * @param {Element} element
 * @param {"previousSibling" | "nextSibling"} side
 */
function beside(element, side) {
  for (let around = /** @type {Element | null} */ (element); around && !BLOCKS.has(around.tagName); around = around.parentElement) {
    for (let node = around[side]; node; node = node[side]) {
      if (isElement(node) && (node.localName === "br" || holdsBlocks(node) || raisedName(node) !== "")) return "";
      const text = node.textContent ?? "";
      if (text !== "") return (side === "nextSibling" ? [...text][0] : [...text].at(-1)) ?? "";
    }
  }
  return "";
}

/** @param {Element} element */
function styleOf(element) {
  return element.getAttribute("data-style") ?? "";
}

/** @param {Element} element @param {string} words */
function linkOf(element, words) {
  const address = element.getAttribute("href")?.trim() ?? "";
  const text = words.trim();
  if (!/^(https?:|mailto:|tel:)/i.test(address) || text === "") return words;
  const target = unwrapped(address).replace(/[()<>\\\s]/g, (character) => encodeURIComponent(character).replace("(", "%28").replace(")", "%29"));
  const [before] = /^\s*/.exec(words) ?? [""];
  const [after] = /\s*$/.exec(words) ?? [""];
  return `${before}[${text}](${target})${after}`;
}

/** The address that a mail program or Google Docs has wrapped up. @param {string} address */
function unwrapped(address) {
  try {
    const url = new URL(address);
    const isGoogle = url.hostname === "www.google.com" && url.pathname === "/url";
    const isOutlook = url.hostname.endsWith(".safelinks.protection.outlook.com");
    const inner = isGoogle ? (url.searchParams.get("q") ?? url.searchParams.get("url")) : isOutlook ? url.searchParams.get("url") : null;
    return inner && /^https?:/i.test(inner) ? inner : address;
  } catch {
    return address;
  }
}

/** @param {Element} element @param {LeftOut} leftOut */
function imageOf(element, leftOut) {
  const address = element.getAttribute("src") ?? "";
  const sign = element.getAttribute("alt") ?? "";
  // Mail programs and messengers draw such a character as a picture.
  if (/^\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{M}\u200D]*$/u.test(sign)) return sign;
  const isDot = ["width", "height"].some((name) => /^[01]$/.test(element.getAttribute(name) ?? ""));
  if (isDot) return "";
  if (!/^https?:/i.test(address) || isOfDocument(address)) {
    leftOut.pictures += 1;
    return "";
  }
  const alt = plainText(element.getAttribute("alt") ?? "").trim();
  return `![${alt}](${address.replace(/[()<>\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`)})`;
}

/** Whether an address is one that Google Docs or Outlook has made for its own window: it ends soon, and others are refused. @param {string} address */
function isOfDocument(address) {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  return (/\.googleusercontent\.com$/.test(hostname) && pathname.startsWith("/docs")) || /^attachments\.office(365)?\.(net|com)$/.test(hostname);
}

/** @param {string} text */
function codeOf(text) {
  const code = text.replace(/\s+/g, " ");
  if (code.trim() === "") return code;
  const ticks = "`".repeat(Math.max(0, ...(code.match(/`+/g) ?? []).map((each) => each.length)) + 1);
  const gap = /^`|`$/.test(code) ? " " : "";
  return `${ticks}${gap}${code}${gap}${ticks}`;
}

/** @param {string} text @param {string} first @param {string} further */
function prefix(text, first, further) {
  return text.split("\n").map((line, index) => (index === 0 ? first : line === "" ? further.trimEnd() : further) + line).join("\n");
}

/** Whether an element is a block or, like the <b> around everything that Google Docs copies, has blocks in it. @param {Element} element */
function holdsBlocks(element) {
  return BLOCKS.has(element.tagName) || [...element.querySelectorAll("*")].some(({ tagName }) => BLOCKS.has(tagName));
}

/** @param {Node} node @returns {node is Element} */
function isElement(node) {
  return node.nodeType === Node.ELEMENT_NODE;
}
