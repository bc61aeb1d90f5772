// How much of both stacks the deepest texts take: that of the module, which lies in its memory, and that of the engine,
// which holds the frames of its functions. At least seven eighths of each must stay free.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { coreImports } from "../../web/core/imports.js";
import { wasmURL } from "./pressmark.js";

// Frames of one size, so that they can be counted; of code that is not optimised, which takes the most.
setFlagsFromString("--no-opt");
setFlagsFromString("--no-sparkplug");

const stackBytes = 1 << 20;
const module = await WebAssembly.compile(await readFile(wasmURL));

function start() {
  /** @type {any} */
  let core;
  const imports = coreImports(() => core.memory);
  core = new WebAssembly.Instance(module, imports).exports;
  core._initialize();
  return core;
}

/** @param {any} core @param {string} text @returns {[number, number]} */
function put(core, text) {
  const bytes = new TextEncoder().encode(text);
  const address = core.pm_allocate(bytes.length + 1);
  new Uint8Array(core.memory.buffer).set(bytes, address);
  return [address, bytes.length];
}

/** Parses and renders everything. */
function everything(core, source, options, answer) {
  const check = () => assert.equal(new DataView(core.memory.buffer).getUint32(answer, true), 0);
  core.pm_parse(...source, ...options, answer);
  check();
  for (let format = 0; format < 7; format++) {
    core.pm_render(format, answer);
    check();
  }
}

/** Bytes of the module's stack that were written to. */
function ownStack(text) {
  const core = start();
  const [source, options, answer] = [put(core, text), put(core, '{"places":true}'), core.pm_allocate(12)];
  // Between calls nothing stands on the stack, which begins at address 0.
  new Uint8Array(core.memory.buffer, 0, stackBytes).fill(0xa5);
  everything(core, source, options, answer);
  return stackBytes - new Uint8Array(core.memory.buffer, 0, stackBytes).findIndex((byte) => byte !== 0xa5);
}

const below = (frames, work) => (frames === 0 ? work() : below(frames - 1, work) + 0);

/** The most frames above which the work still has room. */
function mostFrames(prepare) {
  let [fits, fails] = [0, 1 << 16];
  while (fails - fits > 16) {
    const middle = (fits + fails) >> 1;
    const work = prepare();
    try {
      below(middle, work);
      fits = middle;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      fails = middle;
    }
  }
  return fits;
}

const allFrames = mostFrames(() => () => 0);

/** The share of the engine's stack that a text takes. */
function engineStack(text) {
  const frames = mostFrames(() => {
    const core = start();
    const [source, options, answer] = [put(core, text), put(core, ""), core.pm_allocate(12)];
    return () => {
      everything(core, source, options, answer);
      return 0;
    };
  });
  return 1 - frames / allFrames;
}

const many = (unit, count = 40_000) => unit.repeat(count);
const frontMatter = (yaml) => `---\n${yaml}\n---\n\nWords.`;

const deepest = {
  "block quotes": `${many("> ")}deep`,
  lists: `${many("- ")}deep`,
  links: `${many("[")}deep${many("](a)")}`,
  images: `${many("![")}deep${many("](a)")}`,
  emphasis: `${many("*a **b ", 20_000)}deep${many(" b** a*", 20_000)}`,
  "struck out": `${many("~~a *b ", 20_000)}deep${many(" b* a~~", 20_000)}`,
  elements: `${many("<b><i>", 20_000)}deep${many("</i></b>", 20_000)}`,
  "quotes and lists at the limit": `${many("> - ", 50)}*a **b** c*\n`,
  "emphasis at the limit": `${many("*a **b ", 50)}deep${many(" b** a*", 50)}`,
  "a footnote": `a[^a]\n\n[^a]: ${many("> - ", 20_000)}deep`,
  directives: many(":::notes\n", 20_000),
  "a table in quotes": `${many("> ", 90)}|a|\n${many("> ", 90)}|-|\n${many("> ", 90)}|b|\n`,
  "lists in YAML": frontMatter(`a: ${many("[", 30_000)}`),
  "maps in YAML": frontMatter(`a: ${many("{a: ", 12_000)}`),
  "dashes in YAML": frontMatter(`a:\n  ${many("- ", 12_000)}`),
  "question marks in YAML": frontMatter(`a:\n  ${many("? ", 12_000)}`),
  "YAML by indentation": frontMatter(`a:\n${Array.from({ length: 350 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}`),
  "YAML at the limit": frontMatter(`${Array.from({ length: 16 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("")}${" ".repeat(17)}b`),
  "lists in JSON": `{"a": ${many("[", 30_000)}${many("]", 30_000)}}\n\nWords.`,
  "JSON at the limit": `{"a": ${many("[", 15)}${many("]", 15)}}\n\nWords.`,
  "quotation marks": many("“a ‘b "),
  parentheses: `HMICFRS rated Larchford Police good for ${many("(")}`,
};

for (const [name, text] of Object.entries(deepest)) {
  test(`the deepest nesting leaves seven eighths of both stacks: ${name}`, (t) => {
    const own = ownStack(text);
    const engine = engineStack(text);
    t.diagnostic(`${own} bytes of ${stackBytes}, ${(100 * engine).toFixed(1)} % of the engine's`);
    assert.ok(own > 0 && own <= stackBytes / 8, `${own} bytes of the module's stack`);
    assert.ok(engine <= 1 / 8, `${(100 * engine).toFixed(1)} % of the engine's stack`);
  });
}
