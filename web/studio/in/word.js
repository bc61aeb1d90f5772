// What Word puts on the clipboard, made into plain HTML: its paragraphs with list numbers become lists, comments and tracked
// deletions go, footnotes keep their words.

/** @import {LeftOut} from "./markdown.js" */

/** A paragraph of a list: its depth, and the list it belongs to. @typedef {{element: Element, level: number, list: string}} ListParagraph */

/** @param {string} html */
export function isWord(html) {
  return /urn:schemas-microsoft-com:office|class="?Mso|mso-list:|name="?(Generator|ProgId)"? content="?(Microsoft )?Word/i.test(html);
}

/**
 * @param {Document} document
 * @param {LeftOut} leftOut is counted up
 */
export function cleanWord(document, leftOut) {
  dropComments(document, leftOut);
  dropDeletions(document, leftOut);
  plainFootnotes(document);
  makeLists(document);
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
  for (const each of document.querySelectorAll("del, .msoDel, [class*=msoDel]")) {
    if (!each.isConnected) continue;
    if (/\S/.test(each.textContent ?? "")) leftOut.deletions += 1;
    each.remove();
  }
}

/** References and notes keep their number and words, without links that lead nowhere. @param {Document} document */
function plainFootnotes(document) {
  for (const each of document.querySelectorAll("a[href*='#_ftn'], a[href*='#_edn'], a[name^='_ftn'], a[name^='_edn']")) each.replaceWith(each.textContent ?? "");
  for (const list of document.querySelectorAll("[data-style*='mso-element:footnote-list'], [data-style*='mso-element:endnote-list']")) {
    for (const rule of list.querySelectorAll("hr")) rule.remove();
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
  /** The lists that are open, by depth. @type {Element[]} */
  const open = [];
  for (const { element, level } of paragraphs) {
    const marker = takeMarker(element);
    const depth = Math.min(level, open.length + 1);
    open.length = Math.min(open.length, depth);
    let list = open[depth - 1];
    if (!list) {
      list = document.createElement(marker.isOrdered ? "ol" : "ul");
      if (marker.isOrdered && marker.start > 1) list.setAttribute("start", String(marker.start));
      if (depth === 1) place.before(list);
      else open[depth - 2]?.lastElementChild?.append(list);
      open[depth - 1] = list;
    }
    const item = document.createElement("li");
    item.append(...element.childNodes);
    list.append(item);
    element.remove();
  }
  place.remove();
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
