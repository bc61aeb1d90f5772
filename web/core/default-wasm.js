// Where the core is looked for when nobody says: beside the script, or inside it in the single-file builds.

/** @import {WasmSource} from "./types.js" */

/** @type {WasmSource | null} */
let chosen = null;

/** @param {WasmSource} source */
export function setDefaultWasm(source) {
  chosen = source;
}

/** @returns {WasmSource} */
export function defaultWasm() {
  return chosen ?? new URL("./pressmark.wasm", import.meta.url);
}
