// Has the core fail on demand, with the real wasm: a trap inside of it, no memory, a stack that is at its end. For Node (an
// import) and pages (a classic script before all others). `coreFaults.next` is the kind of the next failure; `instances`
// counts those that were started, `memory` is that of the last one.
(() => {
  const faults = { next: "", instances: 0, memory: null };
  globalThis.coreFaults = faults;
  const OUTSIDE = 0xffff_fff0;
  /** Too few for the core: a frame takes about a hundred bytes, it needs some thousands. */
  const FRAMES_LEFT = 8;

  /** @param {string} kind */
  const isDue = (kind) => {
    if (faults.next !== kind) return false;
    faults.next = "";
    return true;
  };

  /**
   * Runs something a few frames above the end of the stack: goes down to the end and runs it on the way back, as no count of
   * frames holds from one call to the next where the engine compiles them anew in between.
   * @param {() => unknown} run
   */
  const atTheEnd = (run) => {
    /** @type {{error?: unknown}} */
    const outcome = {};
    const down = () => {
      let left;
      try {
        left = down();
      } catch {
        return FRAMES_LEFT;
      }
      if (left === 1) {
        try {
          run();
        } catch (error) {
          outcome.error = error;
        }
      }
      return left - 1;
    };
    down();
    if ("error" in outcome) throw outcome.error;
  };

  const wrapped = (instance) => {
    const real = instance.exports;
    if (!real.pm_parse) return instance;
    faults.instances += 1;
    faults.memory = real.memory;
    const pm_parse = (source, size, ...others) => {
      if (isDue("trap")) return real.pm_parse(OUTSIDE, 100, ...others);
      if (isDue("stack")) return atTheEnd(() => real.pm_parse(source, size, ...others));
      return real.pm_parse(source, size, ...others);
    };
    const pm_allocate = (size) => (isDue("memory") ? 0 : real.pm_allocate(size));
    return { exports: { ...real, pm_parse, pm_allocate } };
  };

  const { Instance, instantiate } = WebAssembly;
  WebAssembly.instantiate = async (source, imports) => {
    const result = await instantiate.call(WebAssembly, source, imports);
    return source instanceof WebAssembly.Module ? wrapped(result) : result;
  };
  WebAssembly.Instance = function (module, imports) {
    return wrapped(new Instance(module, imports));
  };
})();
