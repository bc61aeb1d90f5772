// The door: loads the core and parses releases.

import { MAX_SOURCE_BYTES, MAX_SOURCE_BYTES_CEILING } from "../generated/limits.js";
import { Core } from "./core.js";
import { deepFreeze } from "./deep-freeze.js";
import { defaultWasm } from "./default-wasm.js";
import { ArgumentError, LoadError, TooLargeError } from "./errors.js";
import { ownOf } from "./own.js";
import { Release } from "./release.js";
import { blockedBy, compileWasm } from "./wasm.js";

/** @import {Frozen, ParseOptions, Scale, WasmSource} from "./types.js" */

/**
 * Loads the core. Calls for the same address share one compilation; a failure is not kept.
 * @param {{wasm?: WasmSource, integrity?: string}} [options] where the wasm is, by default beside this script; and the hash
 *   that the file at this address must have, such as sha384-…
 * @returns {Promise<Pressmark>}
 * @throws {LoadError}
 */
export async function loadPressmark(options = {}) {
  const { wasm, integrity } = ownOf(options);
  // Not asked for where it is not needed: in a bundle that is no module, nobody knows what lies beside the script.
  const standing = wasm ? { wasm, integrity } : defaultWasm();
  const module = await compileWasm(standing.wasm, integrity ?? standing.integrity);
  try {
    return new Pressmark(await Core.start(module));
  } catch (cause) {
    const blocked = await blockedBy(cause);
    if (blocked) throw blocked;
    throw new LoadError("compile", "The WebAssembly that was loaded is not the core of this version of Pressmark.", {
      cause,
    });
  }
}

export class Pressmark {
  /** @type {Core} */
  #core;
  /** @type {string} */
  #version;
  /** @type {Frozen<Scale[]> | null} */
  #scales = null;

  /** @param {Core} core */
  constructor(core) {
    this.#core = core;
    this.#version = core.version();
  }

  get version() {
    return this.#version;
  }

  /** The grade scales that are built in. @returns {Frozen<Scale[]>} */
  get scales() {
    this.#scales ??= /** @type {Frozen<Scale[]>} */ (deepFreeze(JSON.parse(this.#core.scales())));
    return this.#scales;
  }

  /**
   * Parses a release. Faults of the release are its `diagnostics`; it renders all the same.
   * @param {string | Uint8Array} source text, or bytes of UTF-8
   * @param {ParseOptions} [options]
   * @returns {Release}
   * @throws {ArgumentError | TooLargeError}
   */
  parse(source, options = {}) {
    if (typeof options !== "object" || options === null) throw new ArgumentError("The options must be an object.");
    const own = ownOf(options);
    const limit = sizeLimit(own);
    return new Release(this.#core, ownSource(source, limit), optionsJSON(own));
  }
}

/** @param {ParseOptions} options */
function sizeLimit(options) {
  const limit = options.maxBytes ?? MAX_SOURCE_BYTES;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_SOURCE_BYTES_CEILING) {
    throw new ArgumentError(`maxBytes must be a whole number from 1 to ${MAX_SOURCE_BYTES_CEILING}.`);
  }
  return limit;
}

/**
 * The source as nobody else can change it. The core itself counts the bytes of a string.
 * @param {string | Uint8Array} source
 * @param {number} limit in bytes
 * @returns {string | Uint8Array}
 */
function ownSource(source, limit) {
  const bytes = source instanceof Uint8Array;
  if (!bytes && typeof source !== "string") throw new ArgumentError("The source must be a string or a Uint8Array.");
  // A UTF-16 unit is one byte of UTF-8 or more: what is too long already need not be encoded.
  if (source.length > limit) throw new TooLargeError(source.length, limit);
  return bytes ? source.slice() : source;
}

/**
 * The options as the core reads them: `now` in seconds since 1970, the rest as given.
 * @param {ParseOptions} options
 */
function optionsJSON(options) {
  const now = options.now ?? new Date();
  if (!(now instanceof Date) || Number.isNaN(now.getTime())) throw new ArgumentError("now must be a valid Date.");
  try {
    return JSON.stringify({ ...options, now: Math.floor(now.getTime() / 1000) });
  } catch (cause) {
    throw new ArgumentError("The options hold a value that they cannot hold.", { cause });
  }
}
