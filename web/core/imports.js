// What the core asks of its surroundings. It opens no files and reads no clock: these are the calls that the C++ run-time
// library links in, answered as a system with nothing in it would.

const SUCCESS = 0;
const BAD_FILE = 8;

/** Why the core ended: it called abort() or exit(). */
export class CoreExit extends Error {
  name = "CoreExit";
}

/**
 * The import object of one instance.
 * @param {() => WebAssembly.Memory} memory the instance's memory, asked for at each call because growth replaces its buffer
 * @returns {WebAssembly.Imports}
 */
export function coreImports(memory) {
  const view = () => new DataView(memory().buffer);

  /** @type {(...pointers: number[]) => number} */
  const writeZeros = (...pointers) => {
    for (const pointer of pointers) view().setUint32(pointer, 0, true);
    return SUCCESS;
  };

  return {
    wasi_snapshot_preview1: {
      // What is written (the last words of an abort) is dropped, and reported as written so that nobody waits.
      /** @type {(file: number, vectors: number, count: number, written: number) => number} */
      fd_write(file, vectors, count, written) {
        let length = 0;
        for (let index = 0; index < count; index++) length += view().getUint32(vectors + index * 8 + 4, true);
        view().setUint32(written, length, true);
        return SUCCESS;
      },
      fd_seek: () => BAD_FILE,
      fd_close: () => SUCCESS,
      environ_sizes_get: writeZeros,
      environ_get: () => SUCCESS,
      /** @type {(code: number) => never} */
      proc_exit(code) {
        throw new CoreExit(`the core ended with code ${code}`);
      },
    },
    env: {
      emscripten_notify_memory_growth() {},
    },
  };
}
