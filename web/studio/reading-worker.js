// The worker in which releases are read, so that the author's keystrokes never wait for it. The page sends it the compiled
// core, so it asks for no file; it answers each text in the order in which they come.

import { loadPressmark } from "../core/pressmark.js";
import { readText } from "./reading.js";

/** @import {Pressmark} from "../core/pressmark.js" */
/** @import {ParseOptions} from "../core/types.js" */

/**
 * @typedef {{module: WebAssembly.Module}} Start
 * @typedef {{text: string, options: ParseOptions}} Order
 */

/** @type {Promise<Pressmark> | null} */
let pressmark = null;

addEventListener("message", async ({ data }) => {
  const message = /** @type {Start | Order} */ (data);
  try {
    if ("module" in message) {
      pressmark = loadPressmark({ wasm: message.module });
      await pressmark;
      postMessage({ ready: true });
    } else if (pressmark) {
      const answer = readText(await pressmark, message.text, message.options);
      postMessage(answer, { transfer: [answer.nodes.buffer] });
    }
  } catch (error) {
    postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
