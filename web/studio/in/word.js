// What Word puts on the clipboard, made into plain HTML: its paragraphs with list numbers become lists, comments and tracked
// deletions go. Word in the browser writes other HTML: each item is a list of its own there.

/** @import {LeftOut} from "./markdown.js" */

/** A paragraph of a list: its depth, and the list it belongs to. @typedef {{element: Element, level: number, list: string}} ListParagraph */

/** @param {string} html */
export function isWord(html) {
  return /urn:schemas-microsoft-com:office|class="?Mso|mso-list:|name="?(Generator|ProgId)"? content="?(Microsoft )?Word|class="(OutlineElement|TextRun|ListContainerWrapper)\b/i.test(html);
}

/**
 * @param {Document} document
 * @param {LeftOut} leftOut is counted up
 */
export function cleanWord(document, leftOut) {
  dropComments(document, leftOut);
  dropDeletions(document, leftOut);
  for (const each of document.querySelectorAll(".EOP")) each.remove();
  for (const rule of document.querySelectorAll("[data-style*='mso-element:footnote-list'] hr, [data-style*='mso-element:endnote-list'] hr")) rule.remove();
  makeLists(document);
  joinLists(document);
  makeQuotations(document);
  // Empty paragraphs are distance, and its own elements (o:p) have no words.
  for (const element of document.querySelectorAll("p")) if (!/\S/.test((element.textContent ?? "").replaceAll("\u00A0", "")) && !element.querySelector("img")) element.remove();
}

/** @param {Document} document @param {LeftOut} leftOut */
function dropComments(document, leftOut) {
  const comments = [...document.querySelectorAll("[data-style*='mso-element:comment']")].filter((each) => /mso-element:\s*comment(;|$)/.test(styleOf(each)));
  const references = [...document.querySelectorAll(".MsoCommentReference, [data-style*='mso-special-character:comment'], a[href*='_msocom_']")];
  leftOut.comments += comments.length || new Set(references.map((each) => each.getAttribute("href") ?? each.closest("a")?.getAttribute("href")).filter(Boolean)).size;
  for (const each of document.querySelectorAll("[data-style*='mso-element:comment-list']")) each.remove();
  for (const each of [...comments, ...references]) each.remove();
}

/** @param {Document} document @param {LeftOut} leftOut */
function dropDeletions(document, leftOut) {
  for (const each of document.querySelectorAll("del, [class*=msoDel], .TrackChangeTextDeletion")) {
    if (!each.isConnected) continue;
    if (/\S/.test(each.textContent ?? "")) leftOut.deletions += 1;
    each.remove();
  }
}

/** @param {Document} document */
function makeLists(document) {
  for (const paragraph of [...document.querySelectorAll("[data-style*='mso-list:'], p[class*='MsoListParagraph']")]) {
    if (!paragraph.isConnected || paragraph.localName !== "p" || !listParagraph(paragraph)) continue;
    gather(document, paragraph);
  }
}

/** @param {Element} element @returns {ListParagraph | null} */
function listParagraph(element) {
  const found = /mso-list:\s*(l\d+)\s+level(\d)/i.exec(styleOf(element));
  return found ? { element, list: found[1] ?? "", level: Number(found[2]) } : null;
}

/**
 * Makes the list that begins with a paragraph, of it and those that follow.
 * @param {Document} document
 * @param {Element} first
 */
function gather(document, first) {
  /** @type {ListParagraph[]} */
  const paragraphs = [];
  for (let next = /** @type {Element | null} */ (first); next && next.localName === "p"; next = next.nextElementSibling) {
    const paragraph = listParagraph(next);
    if (!paragraph || (paragraphs.length > 0 && paragraph.list !== paragraphs[0]?.list && paragraph.level === 1)) break;
    paragraphs.push(paragraph);
  }
  const place = document.createComment("");
  first.before(place);
  place.replaceWith(...nested(document, paragraphs.map(({ element, level }) => ({ ...takeMarker(element), level, content: [...element.childNodes] }))));
  for (const { element } of paragraphs) element.remove();
}

/**
 * Items with their depths as lists in lists.
 * @param {Document} document
 * @param {readonly {level: number, isOrdered: boolean, start: number, content: readonly Node[]}[]} items
 */
function nested(document, items) {
  /** @type {Element[]} */
  const outer = [];
  /** The lists that are open, by depth. @type {Element[]} */
  const open = [];
  for (const { level, isOrdered, start, content } of items) {
    const depth = Math.min(level, open.length + 1);
    open.length = Math.min(open.length, depth);
    let list = open[depth - 1];
    if (!list) {
      list = document.createElement(isOrdered ? "ol" : "ul");
      if (isOrdered && start > 1) list.setAttribute("start", String(start));
      if (depth === 1) outer.push(list);
      else open[depth - 2]?.lastElementChild?.append(list);
      open[depth - 1] = list;
    }
    const item = document.createElement("li");
    item.append(...content);
    list.append(item);
  }
  return outer;
}

/** The items of Word in the browser, each in a list of its own, with its depth. @param {Document} document */
function joinLists(document) {
  for (const first of [...document.querySelectorAll(".ListContainerWrapper")]) {
    if (!first.isConnected) continue;
    const wrappers = [first];
    for (let next = first.nextElementSibling; next?.classList.contains("ListContainerWrapper"); next = next.nextElementSibling) wrappers.push(next);
    const items = wrappers.flatMap((wrapper) => [...wrapper.querySelectorAll("li")]).map((item) => ({
      level: Number(item.getAttribute("data-aria-level")) || 1,
      isOrdered: item.parentElement?.localName === "ol",
      start: Number(item.parentElement?.getAttribute("start")) || 1,
      content: [...item.childNodes],
    }));
    first.before(...nested(document, items));
    for (const wrapper of wrappers) wrapper.remove();
  }
}

/** @param {Document} document */
function makeQuotations(document) {
  for (const paragraph of document.querySelectorAll("p.MsoQuote, p.MsoIntenseQuote")) {
    const quotation = document.createElement("blockquote");
    paragraph.replaceWith(quotation);
    quotation.append(paragraph);
  }
}

/** Takes the number or dot out of a paragraph, which Word writes as words. @param {Element} paragraph */
function takeMarker(paragraph) {
  const written = [...paragraph.querySelectorAll("[data-style*='mso-list']")].find((each) => /mso-list:\s*ignore/i.test(styleOf(each)));
  let marker = written?.textContent ?? "";
  written?.remove();
  const text = /** @type {Text | null} */ (written ? null : document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode());
  if (text) {
    // Without the wrapping that newer versions leave out.
    const found = /^\s*([·•o§–-]|\(?(?:\d{1,3}|[a-z]|[ivx]+)[.)])[\s\u00A0]+/i.exec(text.data);
    if (found) {
      marker = found[1] ?? "";
      text.data = text.data.slice(found[0].length);
    }
  }
  const number = /\d+/.exec(marker);
  return { isOrdered: /^[\s\u00A0(]*(?:\d{1,3}|[a-z]|[ivx]+)[.)]/i.test(marker), start: number ? Number(number[0]) : 1 };
}

/** @param {Element} element */
function styleOf(element) {
  return element.getAttribute("data-style") ?? "";
}
