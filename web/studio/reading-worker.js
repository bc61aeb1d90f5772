// The worker in which releases are read, so that the author's keystrokes never wait for it. The page sends it the compiled
// core, so it asks for no file; it answers each text in the order in which they come. A keystroke changes a block or two: only
// those go to the page, which has the others already.

import { changeBetween, readBlocks } from "../core/node-blocks.js";
import { loadPressmark } from "../core/pressmark.js";
import { readText } from "./reading.js";

/** @import {Pressmark} from "../core/pressmark.js" */
/** @import {ArticleBlocks} from "../core/node-blocks.js" */
/** @import {ParseOptions} from "../core/types.js" */

/**
 * @typedef {{module: WebAssembly.Module}} Start
 * @typedef {{text: string, options: ParseOptions}} Order
 */

/** Of more blocks than these, copies cost more than the whole article as one piece of memory. */
const MOST_BLOCKS = 64;

/** @type {Promise<Pressmark> | null} */
let pressmark = null;
/** What the page has. @type {ArticleBlocks | null} */
let last = null;

/**
 * @param {Pressmark} core
 * @param {Order} order
 */
function answer(core, { text, options }) {
  const { model, nodes } = readText(core, text, options);
  const article = readBlocks(nodes);
  const change = last && changeBetween(last, article);
  last = article;
  if (change && change.fresh.length <= MOST_BLOCKS) postMessage({ model, change });
  else postMessage({ model, nodes }, { transfer: [nodes.buffer] });
}

addEventListener("message", async ({ data }) => {
  const message = /** @type {Start | Order} */ (data);
  try {
    if ("module" in message) {
      pressmark = loadPressmark({ wasm: message.module });
      await pressmark;
      postMessage({ ready: true });
    } else if (pressmark) {
      answer(await pressmark, message);
    }
  } catch (error) {
    postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
