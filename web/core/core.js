// One running core: the only code that sees the memory of the wasm. Text goes in as a copy; answers are read where they
// lie, at once, because growth detaches views and the next call writes over them.

import { ArgumentError, InternalError, TooLargeError } from "./errors.js";
import { coreImports } from "./imports.js";
import { asText } from "./text.js";

/** The values of enum pm_status in wasm/pressmark_c.h. */
const OK = 0;
const BAD_ARGUMENT = 1;
const TOO_LARGE = 2;
const OUT_OF_MEMORY = 3; // behind it: INTERNAL

/** The values of enum pm_format in wasm/pressmark_c.h. */
export const FORMAT = Object.freeze({
  HTML_ARTICLE: 0,
  HTML_BODY: 1,
  NODES_ARTICLE: 2,
  NODES_BODY: 3,
  TEXT: 4,
  JSON_LD: 5,
  NINJS: 6,
});

/** Size of struct pm_answer: status, data, size. */
const ANSWER_BYTES = 12;

/**
 * What the wasm exports; pointers and sizes are bytes.
 * @typedef {object} CoreExports
 * @property {WebAssembly.Memory} memory
 * @property {() => void} [_initialize]
 * @property {(size: number) => number} pm_allocate
 * @property {(block: number) => void} pm_release
 * @property {(source: number, sourceSize: number, options: number, optionsSize: number, answer: number) => void} pm_parse
 * @property {(format: number, answer: number) => void} pm_render
 * @property {(answer: number) => void} pm_scales
 * @property {(answer: number) => void} pm_version
 */

const encoder = new TextEncoder();

export class Core {
  /** @type {WebAssembly.Module} */
  #module;
  /** Nothing before the first call and after a trap. @type {CoreExports | null} */
  #exports = null;
  /** The address of the one struct pm_answer, allocated with the instance. */
  #answer = 0;
  /** Whose parse the core holds, for outputs. @type {object | null} */
  #holder = null;

  /**
   * Starts the first instance, so that a module that does not fit is found out here.
   * @param {WebAssembly.Module} module
   * @returns {Promise<Core>}
   */
  static async start(module) {
    const core = new Core(module);
    const wiring = new Wiring();
    core.#use(wiring.connect(await WebAssembly.instantiate(module, wiring.imports)));
    return core;
  }

  /**
   * @private
   * @param {WebAssembly.Module} module
   */
  constructor(module) {
    this.#module = module;
  }

  /** @returns {string} */
  version() {
    return this.#call((exports, answer) => exports.pm_version(answer), asText);
  }

  /** The built-in scales as JSON. @returns {string} */
  scales() {
    return this.#call((exports, answer) => exports.pm_scales(answer), asText);
  }

  /**
   * Parses and keeps the release for `render`.
   * @param {object} holder whose release it is
   * @param {string | Uint8Array} source text, or bytes of UTF-8
   * @param {string} options JSON
   * @returns {string} the model as JSON (docs/architecture.md)
   */
  parse(holder, source, options) {
    this.#holder = null;
    const model = this.#call(
      (exports, answer) => exports.pm_parse(...put(exports, source), ...put(exports, options), answer),
      asText,
    );
    this.#holder = holder;
    return model;
  }

  /** Whether the release of `holder` is the one that `render` would write. @param {object} holder */
  holds(holder) {
    return this.#holder === holder;
  }

  /**
   * Another output of the release that the core holds.
   * @template T
   * @param {number} format one of FORMAT
   * @param {(bytes: Uint8Array) => T} read gets the memory itself, which is the output's until it returns
   * @returns {T}
   */
  render(format, read) {
    return this.#call((exports, answer) => exports.pm_render(format, answer), read);
  }

  /**
   * Runs one call and reads its answer. Whatever is thrown inside the wasm leaves its stack in an unknown state, so that
   * instance is never used again.
   * @template T
   * @param {(exports: CoreExports, answer: number) => void} work
   * @param {(bytes: Uint8Array) => T} read
   * @returns {T}
   */
  #call(work, read) {
    let status;
    let data;
    try {
      const exports = this.#running();
      work(exports, this.#answer);
      const fields = new DataView(exports.memory.buffer, this.#answer, ANSWER_BYTES);
      status = fields.getUint32(0, true);
      data = new Uint8Array(exports.memory.buffer, fields.getUint32(4, true), fields.getUint32(8, true));
    } catch (error) {
      this.#discard();
      throw new InternalError("Pressmark's core stopped working on this release.", { cause: error });
    }
    if (status !== OK) this.#refuse(status, asText(data));
    return read(data);
  }

  /** The exports of a running instance; starts one where a trap has ended the last. */
  #running() {
    if (this.#exports) return this.#exports;
    const wiring = new Wiring();
    try {
      return this.#use(wiring.connect(new WebAssembly.Instance(this.#module, wiring.imports)));
    } catch (error) {
      this.#startLater();
      throw error;
    }
  }

  /** Chromium before 115 starts large modules in a page asynchronously only: this call fails there, a later one works. */
  #startLater() {
    const wiring = new Wiring();
    WebAssembly.instantiate(this.#module, wiring.imports).then(
      (instance) => void (this.#exports ?? this.#use(wiring.connect(instance))),
      () => {}, // The next call tries again and tells.
    );
  }

  /** @param {CoreExports} exports */
  #use(exports) {
    exports._initialize?.();
    this.#answer = allocate(exports, ANSWER_BYTES);
    this.#exports = exports;
    return exports;
  }

  #discard() {
    this.#exports = null;
    this.#holder = null;
  }

  /**
   * Turns a status other than OK into the error that says so.
   * @param {number} status
   * @param {string} data JSON, or empty
   * @returns {never}
   */
  #refuse(status, data) {
    if (status === BAD_ARGUMENT) throw new ArgumentError(JSON.parse(data).message);
    if (status === TOO_LARGE) {
      const { size, limit } = JSON.parse(data);
      throw new TooLargeError(size, limit);
    }
    this.#discard();
    if (status === OUT_OF_MEMORY) throw new InternalError("Pressmark's core ran out of memory on this release.");
    throw new InternalError("Pressmark's core failed on this release.", { cause: data });
  }
}

/** Imports that need the memory of the instance that they are imported into. */
class Wiring {
  /** @type {CoreExports | null} */
  #exports = null;
  imports = coreImports(() => /** @type {CoreExports} */ (this.#exports).memory);

  /**
   * @param {WebAssembly.Instance} instance
   * @returns {CoreExports}
   */
  connect(instance) {
    this.#exports = /** @type {CoreExports} */ (/** @type {unknown} */ (instance.exports));
    return this.#exports;
  }
}

/**
 * @param {CoreExports} exports
 * @param {number} size
 * @returns {number} the address
 */
function allocate(exports, size) {
  const block = exports.pm_allocate(size);
  if (block === 0) throw new RangeError(`the core has no room for ${size} bytes`);
  // An address over 2 GiB arrives as a negative number.
  return block >>> 0;
}

/**
 * Puts a text into a block of the memory.
 * @param {CoreExports} exports
 * @param {string | Uint8Array} text bytes are UTF-8
 * @returns {[block: number, size: number]}
 */
function put(exports, text) {
  if (text.length === 0) return [0, 0];
  return typeof text === "string" ? encoded(exports, text) : copied(exports, text);
}

/** @param {CoreExports} exports @param {Uint8Array} bytes @returns {[block: number, size: number]} */
function copied(exports, bytes) {
  const block = allocate(exports, bytes.length);
  new Uint8Array(exports.memory.buffer).set(bytes, block);
  return [block, bytes.length];
}

/**
 * The string as UTF-8 in a block of the memory. Written there at once, it takes a third of the time of an array of its own.
 * @param {CoreExports} exports
 * @param {string} text
 * @returns {[block: number, size: number]}
 */
function encoded(exports, text) {
  // Nearly every text is mostly ASCII; one that is not gets room for three bytes a unit, which is the most.
  const room = text.length + (text.length >> 4) + 16;
  const block = allocate(exports, room);
  const { read, written } = encoder.encodeInto(text, new Uint8Array(exports.memory.buffer, block, room));
  if (read === text.length) return [block, written];
  const rest = text.slice(read);
  const larger = allocate(exports, written + 3 * rest.length);
  const memory = new Uint8Array(exports.memory.buffer);
  memory.copyWithin(larger, block, block + written);
  exports.pm_release(block);
  const { written: more } = encoder.encodeInto(rest, memory.subarray(larger + written, larger + written + 3 * rest.length));
  return [larger, written + more];
}
