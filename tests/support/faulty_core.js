// Has the core fail on demand, with the real wasm: a trap inside of it, no memory, a stack that is at its end. For Node (an
// import) and pages (a classic script before all others). `coreFaults.next` is the kind of the next failure; `instances`
// counts those that were started, `memory` is that of the last one.
(() => {
  const faults = { next: "", instances: 0, memory: null };
  globalThis.coreFaults = faults;
  const OUTSIDE = 0xffff_fff0;

  /** @param {string} kind */
  const isDue = (kind) => {
    if (faults.next !== kind) return false;
    faults.next = "";
    return true;
  };

  /** How many calls deep the stack reaches from here. */
  const depth = () => {
    let reached = 0;
    const down = () => void (reached++, down());
    try {
      down();
    } catch {
      // reached the end
    }
    return reached;
  };

  /** Runs something a few frames above the end of the stack. @param {() => unknown} run */
  const atTheEnd = (run) => {
    let left = Math.floor(depth() * 0.98);
    const down = () => (left-- > 0 ? void down() : void run());
    down();
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
