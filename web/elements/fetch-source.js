// Fetches the text of a release, within limits of time and size, and says in plain English what went wrong.

import { PressmarkError, TooLargeError } from "../core/errors.js";
import { isIntegrity } from "../core/integrity.js";
import { ownOf } from "../core/own.js";

const TIMEOUT_MS = 30_000;
const SPACE = 0x20;
const WEB_PAGE_TYPES = Object.freeze(["text/html", "application/xhtml+xml"]);
/** What is certainly no text. Servers know few types of Markdown, so application/octet-stream may be anything. */
const OTHER_TYPES = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|gzip|msword|vnd\.)/;

/**
 * @typedef {"network" | "status" | "timeout" | "web-page" | "type" | "empty" | "integrity"} FetchReason
 * network: no answer, or none that this page may read; status: the server answered with an error; timeout: too slow;
 * web-page: a web page stands there instead; type: a picture, a PDF or the like does; empty: nothing does; integrity: the integrity attribute has no valid form.
 */

/** The file of a release could not be fetched. */
export class FetchError extends PressmarkError {
  name = "FetchError";
  code = /** @type {const} */ ("fetch");
  /** @type {FetchReason} */
  reason;
  /** The status of the answer, where there was one. @type {number | null} */
  status;

  /**
   * @param {FetchReason} reason
   * @param {string} message
   * @param {{cause?: unknown, status?: number}} [options]
   */
  constructor(reason, message, options) {
    super(message, options);
    this.reason = reason;
    this.status = options?.status ?? null;
  }
}

/**
 * @typedef {object} FetchedSource
 * @property {string | Uint8Array} text bytes where they are UTF-8, as they should be
 * @property {string} url where it was found after redirections
 */

/**
 * @param {URL} url
 * @param {{integrity: string, maxBytes: number, signal: AbortSignal, fresh: boolean}} options
 *   fresh: not from the browser's cache
 * @returns {Promise<FetchedSource>}
 */
export async function fetchSource(url, { integrity, maxBytes, signal, fresh }) {
  if (integrity && !isIntegrity(integrity)) {
    throw new FetchError("integrity", "Its integrity value has no valid form, such as sha384- and 64 characters.");
  }
  const limited = withTimeout(signal);
  try {
    const response = await fetch(url, ownOf({
      integrity,
      credentials: "same-origin",
      referrerPolicy: "no-referrer",
      cache: fresh ? "no-cache" : "default",
      signal: limited.signal,
    }));
    checkAnswer(response);
    const bytes = await readUpTo(response, maxBytes);
    // An upload that failed, as a rule; shown as it is, it would be a blank place in the page.
    if (bytes.every((byte) => byte <= SPACE)) throw new FetchError("empty", "The file at its address is empty.");
    return { text: decodeSource(bytes, response.headers.get("content-type") ?? ""), url: response.url };
  } catch (error) {
    if (error instanceof PressmarkError) throw error;
    if (limited.timedOut()) throw new FetchError("timeout", "Its server took longer than 30 seconds to answer.");
    throw new FetchError("network", networkMessage(url, integrity), { cause: error });
  } finally {
    limited.clear();
  }
}

/** @param {AbortSignal} signal */
function withTimeout(signal) {
  const controller = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort();
  }, TIMEOUT_MS);
  const abort = () => controller.abort();
  if (signal.aborted) abort();
  signal.addEventListener("abort", abort);
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    clear() {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    },
  };
}

/** @param {Response} response */
function checkAnswer(response) {
  if (!response.ok) {
    const { status } = response;
    const message =
      status === 404 || status === 410
        ? `Its file was not found (the server answered ${status}).`
        : `Its server answered with an error (${status}).`;
    throw new FetchError("status", message, { status });
  }
  const type = mediaType(response.headers.get("content-type") ?? "");
  if (WEB_PAGE_TYPES.includes(type)) {
    throw new FetchError("web-page", "A web page was found at its address instead of the text of a release.");
  }
  if (OTHER_TYPES.test(type)) {
    throw new FetchError("type", `A file of the type ${type} was found at its address instead of the text of a release.`);
  }
}

/** @param {string} contentType */
function mediaType(contentType) {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/**
 * @param {Response} response
 * @param {number} limit in bytes
 */
async function readUpTo(response, limit) {
  const announced = Number(response.headers.get("content-length"));
  if (announced > limit) throw new TooLargeError(announced, limit);
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    size += chunk.value.length;
    if (size > limit) {
      await reader.cancel();
      throw new TooLargeError(size, limit);
    }
    chunks.push(chunk.value);
  }
  return joined(chunks, size);
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} size
 */
function joined(chunks, size) {
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

/**
 * Bytes are taken as UTF-8 unless they or the server say otherwise.
 * @param {Uint8Array} bytes
 * @param {string} contentType
 * @returns {string | Uint8Array}
 */
export function decodeSource(bytes, contentType) {
  const encoding = byteOrderMark(bytes) ?? /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
  if (!encoding) return bytes;
  try {
    const decoder = new TextDecoder(encoding);
    return decoder.encoding === "utf-8" ? bytes : decoder.decode(bytes);
  } catch {
    return bytes; // The server names an encoding that does not exist.
  }
}

/** @param {Uint8Array} bytes */
function byteOrderMark([first, second]) {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/**
 * Browsers do not tell these causes apart.
 * @param {URL} url
 * @param {string} integrity
 */
function networkMessage(url, integrity) {
  if (url.protocol === "file:") return "A page opened from disk cannot read other files.";
  const causes = ["the connection may be down", "the address may be wrong"];
  if (url.origin !== globalThis.location?.origin) causes.push("its server or this page may not allow it to be read here");
  if (integrity) causes.push("it may not be the file that this page expects");
  return `Its file could not be fetched: ${causes.slice(0, -1).join(", ")}, or ${causes.at(-1)}.`;
}
