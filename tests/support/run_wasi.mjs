// Runs a WASI program: node --no-warnings run_wasi.mjs PROGRAM.wasm [ARGUMENTS]. Exits with the program's status.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [program, ...args] = process.argv.slice(2);
const wasi = new WASI({ version: "preview1", args: [program, ...args], env: {} });
const imports = {
  wasi_snapshot_preview1: wasi.wasiImport,
  env: {
    emscripten_notify_memory_growth() {},
    // What raise() comes down to; doctest refers to it for its break into a debugger.
    __call_sighandler(_handler, signal) {
      throw new Error(`signal ${signal}`);
    },
  },
};
const { instance } = await WebAssembly.instantiate(await readFile(program), imports);
process.exit(wasi.start(instance));
