// Ours, from Markdown to the body's HTML, with all that it always does; grades are for the stacks.
import { loadPressmark } from "pressmark/core";

export async function load() {
  const pressmark = await loadPressmark({ wasm: new URL("/pressmark.wasm", location.href) });
  return (markdown) => pressmark.parse(markdown, { grades: "none", maxBytes: 64 << 20 }).toHTML({ part: "body" });
}
