// Gives a block new words where everything else of it stays: its elements, their classes and attributes.

import { ATTRIBUTE, OPERATION_BITS, OPERATION_MASK, TEXT } from "../../core/node-stream.js";

/** @import {Block} from "../../core/node-blocks.js" */

/**
 * @param {ChildNode | undefined} node that shows the old block
 * @param {Block | undefined} old
 * @param {Block} block
 * @returns {boolean} whether the node shows the new block now; false: nothing was changed
 */
export function rewrite(node, old, block) {
  const changes = node && old && changedTexts(old, block);
  if (!changes) return false;
  const walker = /** @type {Document} */ (node.ownerDocument).createTreeWalker(node, NodeFilter.SHOW_TEXT);
  let number = -1;
  for (const change of changes) {
    while (number < change.number) {
      number += 1;
      if (!walker.nextNode()) return false;
    }
    /** @type {Text} */ (walker.currentNode).data = change.text;
  }
  return true;
}

/**
 * The texts that differ, by their number among the texts of the block.
 * @param {Block} old
 * @param {Block} block
 * @returns {{number: number, text: string}[] | null} null: more than texts differs
 */
function changedTexts(old, block) {
  if (old.words.length !== block.words.length) return null;
  /** @type {{number: number, text: string}[]} */
  const changes = [];
  let number = 0;
  let [oldTaken, taken] = [0, 0];
  for (let index = 0; index < block.words.length; index++) {
    const [oldWord, word] = [/** @type {number} */ (old.words[index]), /** @type {number} */ (block.words[index])];
    const operation = word & OPERATION_MASK;
    if (operation === TEXT && (oldWord & OPERATION_MASK) === TEXT) {
      const [oldLength, length] = [oldWord >>> OPERATION_BITS, word >>> OPERATION_BITS];
      const text = block.text.slice(taken, taken + length);
      if (text !== old.text.slice(oldTaken, oldTaken + oldLength)) changes.push({ number, text });
      number += 1;
      oldTaken += oldLength;
      taken += length;
    } else if (oldWord !== word) {
      return null;
    } else if (operation === ATTRIBUTE) {
      index += 1;
      const length = /** @type {number} */ (block.words[index]);
      if (old.words[index] !== length) return null;
      if (old.text.slice(oldTaken, oldTaken + length) !== block.text.slice(taken, taken + length)) return null;
      oldTaken += length;
      taken += length;
    }
  }
  return changes;
}
