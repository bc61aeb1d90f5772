// How texts travel to and from the runners: each as its length in bytes, a line end, and the bytes.

/** @param {string[]} texts */
export function framed(texts) {
  return Buffer.concat(texts.flatMap((text) => [Buffer.from(`${Buffer.byteLength(text)}\n`), Buffer.from(text)]));
}

/** @param {Buffer} bytes @returns {string[]} */
export function unframed(bytes) {
  const texts = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf("\n", at);
    const end = lineEnd + 1 + Number(bytes.toString("utf8", at, lineEnd));
    texts.push(bytes.toString("utf8", lineEnd + 1, end));
    at = end;
  }
  return texts;
}
