// The core inside the script, for builds that are one file.

import wasmBase64 from "pressmark.wasm";
import { setDefaultWasm } from "./core/default-wasm.js";

/** Before the first release is read. */
export function useCoreInside() {
  setDefaultWasm(() => bytesOf(wasmBase64));
}

/** @param {string} base64 */
function bytesOf(base64) {
  const decode = /** @type {{fromBase64?: (text: string) => Uint8Array<ArrayBuffer>}} */ (Uint8Array).fromBase64;
  if (decode) return decode.call(Uint8Array, base64);
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
}
