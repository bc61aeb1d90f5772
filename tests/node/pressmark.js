// The built core, for tests that need it.
import { existsSync } from "node:fs";
import { loadPressmark } from "../../web/core/index.js";

const built = ["build/wasm-release/wasm/pressmark.wasm", "build/wasm-debug/wasm/pressmark.wasm"]
  .map((path) => new URL(`../../${path}`, import.meta.url))
  .find((url) => existsSync(url));
if (!built) throw new Error("build the core first: scripts/build");

export const wasmURL = built;

/** A core of its own for each test that asks. */
export const load = () => loadPressmark({ wasm: wasmURL });
