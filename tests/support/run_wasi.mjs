// Runs a WASI program: node --no-warnings run_wasi.mjs PROGRAM.wasm [ARGUMENTS]. Exits with the program's status.
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const [program, ...args] = process.argv.slice(2);
// The program's end ends this process at once: Node 20 may crash where it throws through the frames of a program instead.
const wasi = new WASI({ version: "preview1", args: [program, ...args], env: {}, returnOnExit: false });
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
