// Where the core is looked for when nobody says: beside the script, or inside it in the single-file builds.

import { ownOf } from "./own.js";

/** @import {WasmSource} from "./types.js" */

/** @type {() => WasmSource} */
let source = () => new URL("./pressmark.wasm", import.meta.url);
let integrity = "";

/**
 * For pages that keep the core elsewhere; before the first release is shown.
 * @param {WasmSource | (() => WasmSource)} wasm a function is asked when the core is needed
 * @param {{integrity?: string}} [options] the hash that the file at an address must have, such as sha384-…
 */
export function setDefaultWasm(wasm, options) {
  integrity = ownOf(options)?.integrity ?? "";
  source = typeof wasm === "function" ? /** @type {() => WasmSource} */ (wasm) : () => wasm;
}

export function defaultWasm() {
  return { wasm: source(), integrity };
}
