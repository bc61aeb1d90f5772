// A link that carries a whole draft behind its #, compressed. That part of an address never leaves the browser, so that no
// server sees the text.

const MARK = "#release=";
/** As the core's own limit: a link cannot blow the page up. */
const MOST_BYTES = 1 << 20;

/**
 * @param {string} text
 * @returns {Promise<string>} an address of this page
 */
export async function linkTo(text) {
  const bytes = await readAll(new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  return location.href.replace(/#.*$/, "") + MARK + toBase64(bytes);
}

/**
 * The text that an address brings.
 * @param {string} hash
 * @returns {Promise<string | Error | null>} null: it brings none
 */
export async function linkedText(hash) {
  if (!hash.startsWith(MARK)) return null;
  try {
    const bytes = fromBase64(hash.slice(MARK.length));
    const unpacked = await readAll(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")), MOST_BYTES);
    return new TextDecoder("utf-8", { fatal: true }).decode(unpacked);
  } catch {
    return new Error("The link is not whole: the release in it cannot be read. Ask for the file instead.");
  }
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} most bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readAll(stream, most) {
  const reader = stream.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error("The text is too long.");
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The alphabet for addresses. @param {Uint8Array} bytes */
function toBase64(bytes) {
  let characters = "";
  for (const byte of bytes) characters += String.fromCharCode(byte);
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} words */
function fromBase64(words) {
  return Uint8Array.from(atob(words.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}
