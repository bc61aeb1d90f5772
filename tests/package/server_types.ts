// A program that knows no page: neither its own types nor those of the package may ask for one.
import { loadPressmark, type Release } from "pressmark/core";

export async function titleOf(text: string, wasm: Uint8Array): Promise<string | null> {
  const pressmark = await loadPressmark({ wasm });
  const release: Release = pressmark.parse(text, { now: new Date(0) });
  return release.title;
}
