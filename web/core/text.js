// UTF-8 of the core as strings.

// ignoreBOM keeps a leading U+FEFF: the core's bytes are text to the last character.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that are decoded at once. Chromium takes five times as long for a megabyte in one piece as in such pieces. */
const PIECE = 1 << 16;

/** @param {Uint8Array} bytes well-formed UTF-8 @returns {string} */
export function asText(bytes) {
  if (bytes.length <= PIECE) return decoder.decode(bytes);
  let text = "";
  for (let start = 0; start < bytes.length; ) {
    let end = Math.min(start + PIECE, bytes.length);
    while (isWithinCharacter(bytes[end])) end--;
    text += decoder.decode(bytes.subarray(start, end));
    start = end;
  }
  return text;
}

/** @param {number | undefined} byte undefined: behind the last */
function isWithinCharacter(byte = 0) {
  return (byte & 0xc0) === 0x80;
}
