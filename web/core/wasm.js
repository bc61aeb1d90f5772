// From an address, an answer, bytes or a module to a compiled WebAssembly.Module, with errors that say what to do.

import { ArgumentError, LoadError } from "./errors.js";
import { isIntegrity } from "./integrity.js";
import { ownOf } from "./own.js";

/** @import {WasmSource} from "./types.js" */

const MAGIC = Object.freeze([0x00, 0x61, 0x73, 0x6d]);
/** The smallest module there is: magic and version. */
const EMPTY_MODULE = new Uint8Array([...MAGIC, 1, 0, 0, 0]);

/** One compilation for each address that this page asked for, and hash that it was to have. @type {Map<string, Promise<WebAssembly.Module>>} */
const compiled = new Map();

/**
 * @param {WasmSource} source
 * @param {string} [integrity] the hash that the file at an address must have
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compileWasm(source, integrity = "") {
  if (typeof WebAssembly === "undefined") throw unsupported();
  if (integrity && !isIntegrity(integrity)) {
    throw new LoadError("integrity", "The integrity value of Pressmark's core has no valid form, such as sha384- and 64 characters.");
  }
  if (typeof source === "string" || source instanceof URL) return compileOnce(absolute(source), integrity);
  if (integrity) throw new ArgumentError("integrity goes with the address of the wasm: nothing else is fetched here.");
  if (source instanceof WebAssembly.Module) return source;
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return compileBytes(/** @type {BufferSource} */ (source));
  const response = await answer(source);
  if (!(response instanceof Response)) {
    throw new ArgumentError("wasm must be an address, a Response, bytes or a WebAssembly.Module.");
  }
  return compileResponse(response);
}

/** @param {Response | Promise<Response>} source */
async function answer(source) {
  try {
    return await source;
  } catch (cause) {
    throw new LoadError("network", "Pressmark's core could not be fetched.", { cause });
  }
}

/** @param {URL | string} address */
function absolute(address) {
  // By the accessor itself: a <form name="baseURI"> in the page would hide it.
  const base = globalThis.document ? Reflect.get(Node.prototype, "baseURI", document) : globalThis.location?.href;
  try {
    return new URL(address, base);
  } catch (cause) {
    throw new ArgumentError(`"${address}" is no address of a WebAssembly file.`, { cause });
  }
}

/**
 * A failure is forgotten, so that the next call tries again.
 * @param {URL} url
 * @param {string} integrity
 */
function compileOnce(url, integrity) {
  const key = `${url.href} ${integrity}`;
  const known = compiled.get(key);
  if (known) return known;
  const module = compileAddress(url, integrity);
  compiled.set(key, module);
  module.catch(() => compiled.delete(key));
  return module;
}

/** @param {URL} url @param {string} integrity */
async function compileAddress(url, integrity) {
  // Asked for at run time: bundlers for browsers stop or warn at an import of Node's own modules.
  const files = url.protocol === "file:" && Reflect.get(globalThis, "process")?.getBuiltinModule?.("node:fs/promises");
  if (files) {
    const bytes = await readFile(files, url);
    if (!integrity) return compileBytes(bytes);
    // Node checks what it fetches, and fetches no files.
    return compileResponse(await fetchWasm(`data:application/wasm;base64,${bytes.toString("base64")}`, integrity, url));
  }
  return compileResponse(await fetchWasm(url, integrity, url));
}

/**
 * Node's fetch knows no file: addresses.
 * @param {typeof import("node:fs/promises")} files
 * @param {URL} url
 */
async function readFile(files, url) {
  try {
    return await files.readFile(url);
  } catch (cause) {
    throw new LoadError("network", `Pressmark's core could not be read from ${url.href}.`, { cause });
  }
}

/**
 * @param {URL | string} address
 * @param {string} integrity
 * @param {URL} url where the file stands
 */
async function fetchWasm(address, integrity, url) {
  try {
    return await fetch(address, ownOf({ integrity, credentials: "same-origin", referrerPolicy: "no-referrer" }));
  } catch (cause) {
    const fromDisk = url.protocol === "file:" ? " A page opened from disk cannot fetch files: use pressmark.inline.js there." : "";
    const other = integrity ? " It may not be the file whose integrity value this page states." : "";
    throw new LoadError("network", `Pressmark's core could not be fetched from ${url.href}.${fromDisk}${other}`, { cause });
  }
}

/** @param {Response} response */
async function compileResponse(response) {
  if (!response.ok) {
    throw new LoadError("network", `The server answered ${response.status} for Pressmark's core (${response.url}).`);
  }
  // Streaming is refused for any other content type; many servers do not know .wasm yet.
  if (response.headers.get("content-type")?.toLowerCase() !== "application/wasm") return compileBytes(await body(response));
  try {
    return ours(await WebAssembly.compileStreaming(response));
  } catch (error) {
    throw await compileFailure(error);
  }
}

/** @param {Response} response */
async function body(response) {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new LoadError("network", "The connection broke while Pressmark's core was loading.", { cause });
  }
}

/** @param {BufferSource} source */
async function compileBytes(source) {
  const bytes = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  if (!MAGIC.every((byte, index) => bytes[index] === byte)) {
    throw new LoadError("mime", "What was loaded as Pressmark's core is no WebAssembly: is the address right?");
  }
  try {
    return ours(await WebAssembly.compile(bytes));
  } catch (error) {
    throw await compileFailure(error);
  }
}

/**
 * Finds out here, where a failure is forgotten, that an address leads to another module.
 * @param {WebAssembly.Module} module
 */
function ours(module) {
  if (WebAssembly.Module.exports(module).some(({ name }) => name === "pm_parse")) return module;
  throw new LoadError("compile", "The WebAssembly that was loaded is not Pressmark's core.");
}

/**
 * Why a compilation failed. The messages of browsers differ, so the question is put to the browser: where not even the
 * empty module compiles, a policy forbids it.
 * @param {unknown} cause
 */
async function compileFailure(cause) {
  if (cause instanceof LoadError) return cause;
  if (!(cause instanceof WebAssembly.CompileError)) {
    return new LoadError("network", "The connection broke while Pressmark's core was loading.", { cause });
  }
  const blocked = await blockedBy(cause);
  if (blocked) return blocked;
  return "Exception" in WebAssembly
    ? new LoadError("compile", "Pressmark's core is damaged: the file is not the one that was built.", { cause })
    : unsupported(cause);
}

/**
 * The error to tell of where a policy forbids WebAssembly, else null. Chromium and Firefox refuse to compile then, WebKit
 * compiles and refuses to instantiate.
 * @param {unknown} cause
 */
export async function blockedBy(cause) {
  try {
    await WebAssembly.instantiate(await WebAssembly.compile(EMPTY_MODULE));
    return null;
  } catch {
    return new LoadError(
      "blocked",
      "This page's Content-Security-Policy forbids WebAssembly. Add 'wasm-unsafe-eval' to its script-src.",
      { cause },
    );
  }
}

/** @param {unknown} [cause] */
function unsupported(cause) {
  return new LoadError("unsupported", "This browser is too old for Pressmark.", { cause });
}
