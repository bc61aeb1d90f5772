// Keeps an article in a page in step with the text: blocks that have not changed stay the nodes they are, so that pictures
// do not load again and the reader's selection and place stay. A block of which only words have changed stays as well, with
// new words: a node that is put in makes a browser ask every rule about first and next elements again, in a long article
// for as long as several frames. Lines are kept beside the nodes and never written into them.

import { sameBlock } from "../../core/node-blocks.js";
import { buildFrom } from "../../core/node-stream.js";
import { turn } from "../../elements/direction.js";
import { rewrite } from "./rewrite.js";

/** @import {ArticleBlocks, Block} from "../../core/node-blocks.js" */

/** A block and the node that shows it. @typedef {{block: Block, node: ChildNode}} Shown */

/** An element that tells a line of the source. @typedef {{line: number, element: Element}} Anchor */

export class ArticleView {
  /** @type {Element} */
  #container;
  /** @type {{element: Element, head: Block, body: Element, bodyHead: Block} | null} */
  #frame = null;
  /** @type {Shown[]} */
  #before = [];
  /** @type {Shown[]} */
  #blocks = [];
  /** @type {Shown[]} */
  #after = [];
  /** @type {Anchor[] | null} */
  #anchors = null;

  /** @param {Element} container whose children are replaced */
  constructor(container) {
    this.#container = container;
  }

  /**
   * @param {ArticleBlocks} article
   * @returns {number} how many blocks have changed
   */
  show(article) {
    this.#anchors = null;
    const { element, body } = this.#frameFor(article);
    const before = patch(element, this.#before, article.before, body);
    const blocks = patch(body, this.#blocks, article.blocks, null);
    const after = patch(element, this.#after, article.after, null);
    this.#before = before.shown;
    this.#blocks = blocks.shown;
    this.#after = after.shown;
    return before.changed + blocks.changed + after.changed;
  }

  /** Every element that tells a line, in the order of the lines. @returns {readonly Anchor[]} */
  get anchors() {
    this.#anchors ??= [...this.#before, ...this.#blocks].flatMap(anchorsOf).sort((one, other) => one.line - other.line);
    return this.#anchors;
  }

  /** The block of the body in which a line stands, or the last one before it. @param {number} line from 1 */
  blockAt(line) {
    let low = 0;
    let high = this.#blocks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle]?.block.lines[0] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    const node = this.#blocks[low - 1]?.node;
    return node && isElement(node) ? node : null;
  }

  /**
   * The article and its body; new ones where their own attributes have changed.
   * @param {ArticleBlocks} article
   */
  #frameFor(article) {
    const known = this.#frame;
    if (known && sameBlock(known.head, article.article) && sameBlock(known.bodyHead, article.body)) return known;
    const document = this.#container.ownerDocument;
    const element = /** @type {Element} */ (build(article.article, document));
    const body = /** @type {Element} */ (build(article.body, document));
    // What is shown already moves over as it is.
    element.append(...this.#before.map(({ node }) => node), body, ...this.#after.map(({ node }) => node));
    body.append(...this.#blocks.map(({ node }) => node));
    turn(element);
    this.#container.replaceChildren(element);
    this.#frame = { element, head: article.article, body, bodyHead: article.body };
    return this.#frame;
  }
}

/**
 * @param {Block} block
 * @param {Document} document
 * @returns {ChildNode}
 */
function build(block, document) {
  return /** @type {ChildNode} */ (buildFrom(block.words, block.text, document).firstChild);
}

/**
 * Makes the children that `old` shows those of `blocks`. What is the same at both ends stays untouched; in between, equal
 * blocks are found again wherever they moved, and of the others those that stand in the same place take new words.
 * @param {Element} parent
 * @param {readonly Shown[]} old
 * @param {readonly Block[]} blocks
 * @param {ChildNode | null} end the child before which they stand
 * @returns {{shown: Shown[], changed: number}}
 */
function patch(parent, old, blocks, end) {
  const { head, tail } = sameEnds(old, blocks);
  const left = old.slice(head, old.length - tail);
  const fresh = blocks.slice(head, blocks.length - tail);
  const places = [...left];
  const known = fresh.map((block) => take(left, left.findIndex((each) => sameBlock(each.block, block))));
  const middle = fresh.map((block, index) => {
    const same = known[index];
    if (same) return { block, node: same.node };
    const here = left.indexOf(/** @type {Shown} */ (places[index]));
    const rewritten = here >= 0 && rewrite(places[index]?.node, places[index]?.block, block);
    return { block, node: rewritten ? /** @type {Shown} */ (take(left, here)).node : build(block, parent.ownerDocument) };
  });
  const nodes = [...old.slice(0, head), ...middle, ...old.slice(old.length - tail)].map(({ node }) => node);
  keepPictures(left, middle);
  for (const { node } of left) node.remove();
  let next = tail > 0 ? /** @type {ChildNode} */ (nodes[nodes.length - tail]) : end;
  for (const { node } of middle.toReversed()) {
    if (node.parentNode !== parent || node.nextSibling !== next) parent.insertBefore(node, next);
    next = node;
  }
  // Blocks that stay have new lines all the same.
  const shown = blocks.map((block, index) => ({ block, node: /** @type {ChildNode} */ (nodes[index]) }));
  return { shown, changed: known.filter((each) => each === null).length };
}

/**
 * Takes one out of a list; null where there is none.
 * @param {Shown[]} list
 * @param {number} index
 */
function take(list, index) {
  return index < 0 ? null : /** @type {Shown} */ (list.splice(index, 1)[0]);
}

/**
 * How many blocks are the same at the beginning and at the end.
 * @param {readonly Shown[]} old
 * @param {readonly Block[]} blocks
 */
function sameEnds(old, blocks) {
  const most = Math.min(old.length, blocks.length);
  /** @type {(shown: Shown | undefined, block: Block | undefined) => boolean} */
  const same = (shown, block) => shown !== undefined && block !== undefined && sameBlock(shown.block, block);
  let head = 0;
  while (head < most && same(old[head], blocks[head])) head += 1;
  let tail = 0;
  while (tail < most - head && same(old.at(-1 - tail), blocks.at(-1 - tail))) tail += 1;
  return { head, tail };
}

/**
 * A picture that the blocks to go and the new ones share moves over, so that it is not seen to load again.
 * @param {readonly Shown[]} gone
 * @param {readonly Shown[]} fresh
 */
function keepPictures(gone, fresh) {
  const old = gone.flatMap(picturesOf);
  if (old.length === 0) return;
  for (const picture of fresh.flatMap(picturesOf)) {
    const known = old.findIndex((each) => each.getAttribute("src") === picture.getAttribute("src"));
    if (known < 0) continue;
    const [kept] = /** @type {[HTMLImageElement]} */ (old.splice(known, 1));
    for (const name of ["alt", "title"]) {
      const value = picture.getAttribute(name);
      if (value === null) kept.removeAttribute(name);
      else kept.setAttribute(name, value);
    }
    picture.replaceWith(kept);
  }
}

/** @param {Shown} shown @returns {HTMLImageElement[]} */
function picturesOf({ node }) {
  return isElement(node) ? [.../** @type {NodeListOf<HTMLImageElement>} */ (node.querySelectorAll("img"))] : [];
}

/** By its type: the node may be of another document's realm. @param {Node} node @returns {node is Element} */
function isElement(node) {
  return node.nodeType === Node.ELEMENT_NODE;
}

/** @param {Shown} shown @returns {Anchor[]} */
function anchorsOf({ block, node }) {
  if (!isElement(node)) return [];
  const inside = node.getElementsByTagName("*");
  return block.elements.map((number, index) => ({
    line: /** @type {number} */ (block.lines[index]),
    element: /** @type {Element} */ (number === 0 ? node : inside[number - 1]),
  }));
}
