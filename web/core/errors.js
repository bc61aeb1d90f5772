// What can go wrong, as classes. `name` and `code` are written out because minifiers rename classes.

/** @typedef {"argument" | "fetch" | "internal" | "load" | "too-large"} ErrorCode */

/** Base of every error that Pressmark throws. */
export class PressmarkError extends Error {
  name = "PressmarkError";
  /** Stable word for programs. @type {ErrorCode} */
  code = /** @type {ErrorCode} */ ("pressmark");
}

/**
 * @typedef {"network" | "integrity" | "blocked" | "mime" | "compile" | "unsupported"} LoadReason
 * network: the file could not be fetched, or is not the one whose integrity was stated; integrity: what was stated has no
 * valid form; blocked: the page's Content-Security-Policy forbids WebAssembly; mime: what was fetched is no WebAssembly;
 * compile: it is damaged or of another version; unsupported: the browser is too old.
 */

/** The core could not be loaded. Calling loadPressmark again tries again. */
export class LoadError extends PressmarkError {
  name = "LoadError";
  code = /** @type {const} */ ("load");
  /** @type {LoadReason} */
  reason;

  /**
   * @param {LoadReason} reason
   * @param {string} message
   * @param {{cause?: unknown}} [options]
   */
  constructor(reason, message, options) {
    super(message, options);
    this.reason = reason;
  }
}

/** The caller passed something that has no meaning, such as a heading level of 9. */
export class ArgumentError extends PressmarkError {
  name = "ArgumentError";
  code = /** @type {const} */ ("argument");
}

/** The source is larger than ParseOptions.maxBytes. */
export class TooLargeError extends PressmarkError {
  name = "TooLargeError";
  code = /** @type {const} */ ("too-large");
  /** Size of the source in bytes of UTF-8, as far as it was read. @type {number} */
  size;
  /** The limit in bytes. @type {number} */
  limit;

  /**
   * @param {number} size
   * @param {number} limit
   */
  constructor(size, limit) {
    super(`The release is ${size} bytes long; the limit is ${limit} bytes.`);
    this.size = size;
    this.limit = limit;
  }
}

/** A fault of Pressmark's own. The next call starts with a fresh core and works. */
export class InternalError extends PressmarkError {
  name = "InternalError";
  code = /** @type {const} */ ("internal");
}
