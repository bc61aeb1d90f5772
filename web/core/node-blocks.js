// Takes the node stream of an article apart into the blocks that a preview keeps or replaces as wholes: the header, every
// top-level block of the body, and what stands below it. A block is told from another by its words and text alone; the
// lines on which its elements begin are kept beside them, because every line moves when one is put in above.

import { ATTRIBUTES, CLASSES } from "../generated/vocabulary.js";
import { ATTRIBUTE, CLASS, CLOSE, OPEN, OPERATION_BITS, OPERATION_MASK, readStream, TEXT } from "./node-stream.js";

const LINE = (ATTRIBUTES.indexOf("data-line") << OPERATION_BITS) | ATTRIBUTE;
const BODY = (CLASSES.indexOf("pm-body") << OPERATION_BITS) | CLASS;

/**
 * @typedef {object} Block
 * @property {Uint32Array} words of the stream, without the lines
 * @property {string} text that the words take, in order
 * @property {number[]} elements which elements tell a line: their numbers in document order, from 0
 * @property {number[]} lines the lines that they tell, from 1
 */

/**
 * The parts of an article: its own element without children, what stands before the body, the body's own element, its
 * blocks, and what stands after it.
 * @typedef {{article: Block, before: Block[], body: Block, blocks: Block[], after: Block[]}} ArticleBlocks
 */

/**
 * @param {Uint8Array} stream of an article, see Release.toNodes
 * @returns {ArticleBlocks}
 */
export function readBlocks(stream) {
  const { words, text } = readStream(stream);
  const cursor = new Cursor(words, text);
  const article = cursor.takeHead();
  const parts = { article, before: /** @type {Block[]} */ ([]), body: article, blocks: /** @type {Block[]} */ ([]), after: /** @type {Block[]} */ ([]) };
  let side = parts.before;
  while (!cursor.atClose()) {
    if (!cursor.atBody()) {
      side.push(cursor.takeNode());
      continue;
    }
    parts.body = cursor.takeHead();
    while (!cursor.atClose()) parts.blocks.push(cursor.takeNode());
    cursor.skipClose();
    side = parts.after;
  }
  return parts;
}

/**
 * What has changed in an article since another one: of its blocks, those at both ends that are the same are only counted.
 * `shift`: by how many lines those at the end have moved.
 * @typedef {Omit<ArticleBlocks, "blocks"> & {head: number, fresh: Block[], tail: number, shift: number}} ArticleChange
 */

/**
 * @param {ArticleBlocks} last
 * @param {ArticleBlocks} next
 * @returns {ArticleChange}
 */
export function changeBetween({ blocks: old }, { blocks, ...around }) {
  const most = Math.min(old.length, blocks.length);
  /** @param {number} index @param {number} shift from there */
  const same = (index, shift) => {
    const [one, other] = [old.at(index), blocks.at(index)];
    return one !== undefined && other !== undefined && sameBlock(one, other) && sameLines(one, other, shift);
  };
  let head = 0;
  while (head < most && same(head, 0)) head += 1;
  const shift = (blocks.at(-1)?.lines[0] ?? 0) - (old.at(-1)?.lines[0] ?? 0);
  let tail = 0;
  while (tail < most - head && same(-1 - tail, shift)) tail += 1;
  return { ...around, head, fresh: blocks.slice(head, blocks.length - tail), tail, shift };
}

/**
 * The article that a change makes of the one before. Blocks that are the same stay the same objects, unless they have moved.
 * @param {ArticleBlocks} last
 * @param {ArticleChange} change
 * @returns {ArticleBlocks}
 */
export function changed({ blocks: old }, { head, fresh, tail, shift, ...around }) {
  const end = old.slice(old.length - tail);
  const moved = shift === 0 ? end : end.map((block) => ({ ...block, lines: block.lines.map((line) => line + shift) }));
  return { ...around, blocks: [...old.slice(0, head), ...fresh, ...moved] };
}

/** @param {Block} one @param {Block} other @param {number} shift by which the lines of the other are larger */
function sameLines({ lines }, { lines: others }, shift) {
  return lines.length === others.length && lines.every((line, index) => line + shift === others[index]);
}

/** Whether two blocks look the same. @param {Block} one @param {Block} other */
export function sameBlock(one, other) {
  if (one.words === other.words && one.text === other.text) return true;
  if (one.text !== other.text || one.words.length !== other.words.length) return false;
  for (let index = 0; index < one.words.length; index++) if (one.words[index] !== other.words[index]) return false;
  return true;
}

class Cursor {
  #words;
  #text;
  /** Where the words of the block that is being taken are put together. */
  #kept;
  #index = 0;
  #taken = 0;

  /**
   * @param {Uint32Array} words
   * @param {string} text
   */
  constructor(words, text) {
    this.#words = words;
    this.#text = text;
    this.#kept = new Uint32Array(words.length + 1);
  }

  atClose() {
    return this.#index >= this.#words.length || this.#operation(this.#index) === CLOSE;
  }

  atBody() {
    return this.#operation(this.#index) === OPEN && this.#words[this.#index + 1] === BODY;
  }

  skipClose() {
    this.#index += 1;
  }

  /** An element with its classes and attributes, as if it had no children. @returns {Block} */
  takeHead() {
    return this.#take((depth, next) => depth === 1 && next !== CLASS && next !== ATTRIBUTE, [CLOSE]);
  }

  /** A node with all that is in it. @returns {Block} */
  takeNode() {
    return this.#take((depth) => depth === 0, []);
  }

  /** @param {number} index */
  #operation(index) {
    return /** @type {number} */ (this.#words[index]) & OPERATION_MASK;
  }

  /**
   * @param {(depth: number, next: number) => boolean} isEnd asked after each operation, with the one that comes next
   * @param {number[]} closing words that the block has at its end besides
   * @returns {Block}
   */
  #take(isEnd, closing) {
    const words = this.#words;
    const kept = this.#kept;
    let count = 0;
    let text = "";
    let start = this.#taken;
    const block = { elements: /** @type {number[]} */ ([]), lines: /** @type {number[]} */ ([]) };
    let element = -1;
    let depth = 0;
    do {
      const word = /** @type {number} */ (words[this.#index++]);
      const operation = word & OPERATION_MASK;
      if (word === LINE) {
        const length = /** @type {number} */ (words[this.#index++]);
        text += this.#text.slice(start, this.#taken);
        start = this.#taken + length;
        block.elements.push(element);
        block.lines.push(Number(this.#text.slice(this.#taken, start)));
        this.#taken = start;
        continue;
      }
      kept[count++] = word;
      if (operation === OPEN) {
        depth += 1;
        element += 1;
      } else if (operation === CLOSE) {
        depth -= 1;
      } else if (operation === TEXT) {
        this.#taken += word >>> OPERATION_BITS;
      } else if (operation === ATTRIBUTE) {
        const length = /** @type {number} */ (words[this.#index++]);
        kept[count++] = length;
        this.#taken += length;
      }
    } while (this.#index < words.length && !isEnd(depth, this.#operation(this.#index)));
    text += this.#text.slice(start, this.#taken);
    kept.set(closing, count);
    return { ...block, words: kept.slice(0, count + closing.length), text };
  }
}
