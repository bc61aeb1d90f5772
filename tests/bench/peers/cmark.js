// The JavaScript around cmark_glue.c, as small and as fast as it gets.
const nothing = new Proxy({}, { get: () => () => 0 });
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {{unsafe: boolean}} options @returns {Promise<(markdown: string) => string>} */
export async function loadCmark({ unsafe }) {
  const imports = { wasi_snapshot_preview1: nothing, env: nothing };
  const { instance } = await WebAssembly.instantiateStreaming(fetch("/cmark.wasm"), imports);
  const { memory, malloc, free, render, last_size, _initialize } = /** @type {any} */ (instance.exports);
  _initialize?.();
  return (markdown) => {
    const room = markdown.length * 3;
    const text = malloc(room);
    const { written } = encoder.encodeInto(markdown, new Uint8Array(memory.buffer, text, room));
    const html = render(text, written, unsafe ? 1 : 0);
    const result = decoder.decode(new Uint8Array(memory.buffer, html, last_size()));
    free(text);
    free(html);
    return result;
  };
}
