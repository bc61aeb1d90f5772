// A WebAssembly module of a few bytes with the exports of the core, for failures that the real one does not have:
// pm_parse answers with the source itself as the model, and traps where the source begins with "!"; pm_render always
// answers PM_INTERNAL.

const I32 = 0x7f;
const type = (parameters, results) => [0x60, parameters, ...Array(parameters).fill(I32), results, ...Array(results).fill(I32)];
const section = (id, ...items) => {
  const content = [items.length, ...items.flat()];
  return [id, content.length, ...content];
};
const functionBody = (...code) => [code.length + 2, 0, ...code, 0x0b];
const exported = (name, kind, index) => [name.length, ...new TextEncoder().encode(name), kind, index];

const local = (index) => [0x20, index];
const constant = (value) => [0x41, value];
const store = (offset) => [0x36, 2, offset];

// Blocks are taken from a counter and never given back.
const allocate = functionBody(0x23, 0, 0x23, 0, ...local(0), 0x6a, 0x24, 0);
const nothing = functionBody();
const trapOnExclamationMark = [...local(0), 0x2d, 0, 0, ...constant(0x21), 0x46, 0x04, 0x40, 0x00, 0x0b];
const parse = functionBody(
  ...trapOnExclamationMark,
  ...[...local(4), ...constant(0), ...store(0)],
  ...[...local(4), ...local(0), ...store(4)],
  ...[...local(4), ...local(1), ...store(8)],
);
const render = functionBody(
  ...[...local(1), ...constant(4), ...store(0)],
  ...[...local(1), ...constant(0), ...store(4)],
  ...[...local(1), ...constant(0), ...store(8)],
);

export const smallCore = new Uint8Array([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, type(1, 1), type(1, 0), type(5, 0), type(2, 0)),
  ...section(3, [0], [1], [2], [3], [1], [1]),
  ...section(5, [0, 1]),
  ...section(6, [I32, 1, 0x41, 0x80, 0x08, 0x0b]),
  ...section(
    7,
    exported("memory", 2, 0),
    ...["pm_allocate", "pm_release", "pm_parse", "pm_render", "pm_scales", "pm_version"].map((name, index) => exported(name, 0, index)),
  ),
  ...section(10, allocate, nothing, parse, render, nothing, nothing),
]);
