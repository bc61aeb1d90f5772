// Fetches /markdown.wasm by itself.
import { parse, ready } from "markdown-wasm/dist/markdown.es.js";

export async function load() {
  await ready;
  return (markdown) => parse(markdown);
}
