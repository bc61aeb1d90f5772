// Builds DOM nodes from the core's node stream (docs/architecture.md). Names come from tables, values from
// setAttribute and text nodes: there is no way for a release to become markup.

import { ATTRIBUTES, CLASSES, ELEMENTS, SVG_ELEMENTS } from "../generated/vocabulary.js";
import { InternalError } from "./errors.js";
import { genuine } from "./genuine.js";
import { asText } from "./text.js";

export const OPEN = 0;
export const CLOSE = 1;
export const TEXT = 2;
export const CLASS = 3;
export const ATTRIBUTE = 4;

const HEADER_BYTES = 8;
const WORD_BYTES = 4;
export const OPERATION_BITS = 4;
export const OPERATION_MASK = (1 << OPERATION_BITS) - 1;

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

const LINK_SCHEMES = Object.freeze(["http:", "https:", "mailto:", "tel:"]);
const IMAGE_SCHEMES = Object.freeze(["http:", "https:"]);
/** Addresses that need no parser to tell their scheme, which takes as long as making an element. */
const PLAIN_ADDRESS = /^(?:#|https?:\/\/[a-z\d][a-z\d.-]*(?:[/?#]|$))/i;

/**
 * @param {Uint8Array} stream
 * @param {Document} document that the nodes belong to
 * @returns {DocumentFragment}
 */
export function buildNodes(stream, document) {
  const { words, text } = readStream(stream);
  return buildFrom(words, text, document);
}

/**
 * The same from the parts of a stream.
 * @param {Uint32Array} words
 * @param {string} text
 * @param {Document} document
 * @returns {DocumentFragment}
 */
export function buildFrom(words, text, document) {
  const fragment = genuine(document, "createDocumentFragment")();
  const createElement = elementMaker(document);
  const createTextNode = genuine(document, "createTextNode");
  /** The elements around the innermost one, outermost first. @type {Element[]} */
  const around = [];
  /** The innermost open element. @type {Element | null} */
  let element = null;
  let empty = true;
  let classes = "";
  let taken = 0;
  /** The address of the open image; set at its end, because WebKit loads at once, by the attributes that it has by then. */
  let source = "";

  /** The next characters of the text. @param {number | undefined} length */
  const take = (length) => {
    if (length === undefined || taken + length > text.length) throw broken("more characters than there are");
    taken += length;
    return text.slice(taken - length, taken);
  };

  for (let index = 0; index < words.length; index++) {
    const word = /** @type {number} */ (words[index]);
    const operand = word >>> OPERATION_BITS;
    const operation = word & OPERATION_MASK;
    if (operation === OPEN) {
      const opened = createElement(operand);
      (element ?? fragment).appendChild(opened);
      if (element) around.push(element);
      element = opened;
      empty = true;
      classes = "";
    } else if (operation === TEXT) {
      const value = take(operand);
      // One call in the place of two for what most elements hold.
      if (element && empty && words[index + 1] === CLOSE) element.textContent = value;
      else (element ?? fragment).appendChild(createTextNode(value));
      empty = false;
    } else if (operation > ATTRIBUTE) {
      throw broken("an unknown operation");
    } else if (!element) {
      throw broken("an attribute or end without an element");
    } else if (operation === CLOSE) {
      if (source) setAttribute(element, "src", source);
      source = "";
      element = around.pop() ?? null;
      empty = false;
    } else if (operation === CLASS) {
      classes += (classes && " ") + entry(CLASSES, operand);
      // Once for all classes of an element: setting attributes is what takes longest here.
      if (((words[index + 1] ?? OPEN) & OPERATION_MASK) !== CLASS) element.setAttribute("class", classes);
    } else {
      const name = entry(ATTRIBUTES, operand);
      const value = take(words[++index]);
      if (name === "src") source = value;
      else setAttribute(element, name, value);
    }
  }
  if (element) throw broken("an element without an end");
  if (taken < text.length) throw broken("fewer characters than there are");
  return fragment;
}

/**
 * @param {Uint8Array} stream
 * @returns {{words: Uint32Array, text: string}} words: a view of the stream where it lies well
 */
export function readStream(stream) {
  if (stream.length < HEADER_BYTES) throw broken("no header");
  // Little-endian, as every machine is that a browser runs on.
  const { buffer, byteOffset } = stream.byteOffset % WORD_BYTES === 0 ? stream : stream.slice();
  const [wordCount = 0, textBytes = 0] = new Uint32Array(buffer, byteOffset, 2);
  const textStart = HEADER_BYTES + wordCount * WORD_BYTES;
  if (stream.length !== textStart + textBytes) throw broken("a wrong length");
  const words = new Uint32Array(buffer, byteOffset + HEADER_BYTES, wordCount);
  return { words, text: asText(stream.subarray(textStart)) };
}

/**
 * @param {Document} document
 * @returns {(index: number) => Element}
 */
function elementMaker(document) {
  const createElement = genuine(document, "createElement");
  const createElementNS = genuine(document, "createElementNS");
  return (index) => {
    const name = entry(ELEMENTS, index);
    return SVG_ELEMENTS.has(index) ? createElementNS(SVG_NAMESPACE, name) : createElement(name);
  };
}

/**
 * Sets the attribute, but never an address of a scheme that is not allowed: the core has checked it already, and this is
 * the second lock on the door.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
function setAttribute(element, name, value) {
  if (name === "href" && !PLAIN_ADDRESS.test(value) && !hasScheme(value, LINK_SCHEMES)) return;
  if (name === "src" && !hasScheme(value, IMAGE_SCHEMES)) return;
  element.setAttribute(name, value);
}

/**
 * Whether a browser would read the address as one of these schemes; a relative address counts as https. One that this
 * browser cannot read at all (a host with letters that no name may have) leads nowhere, in a tree as in HTML.
 * @param {string} address
 * @param {readonly string[]} schemes
 */
function hasScheme(address, schemes) {
  try {
    return schemes.includes(new URL(address, "https://relative.invalid/").protocol);
  } catch {
    return schemes.includes(/^[^/?#:]*:/.exec(address)?.[0].toLowerCase() ?? "https:");
  }
}

/**
 * @param {readonly string[]} table
 * @param {number} index
 */
function entry(table, index) {
  const name = table[index];
  if (name === undefined) throw broken("a name that is not in the tables");
  return name;
}

/** @param {string} what */
function broken(what) {
  return new InternalError(`The article's nodes are broken: ${what}.`);
}
