// Where the core is looked for when nobody says: beside the script, or inside it in the single-file builds.

/** @import {WasmSource} from "./types.js" */

/** @type {() => WasmSource} */
let source = () => new URL("./pressmark.wasm", import.meta.url);

/**
 * For pages that keep the core elsewhere; before the first release is shown.
 * @param {WasmSource | (() => WasmSource)} wasm a function is asked when the core is needed
 */
export function setDefaultWasm(wasm) {
  source = typeof wasm === "function" ? /** @type {() => WasmSource} */ (wasm) : () => wasm;
}

export function defaultWasm() {
  return source();
}
