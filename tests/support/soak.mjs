// Long lives of the core: many failures, many texts. What it costs is measured; the tests run short ones, tests/soak long ones.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import v8 from "node:v8";
import vm from "node:vm";
import { InternalError } from "../../web/core/index.js";
import { payloads } from "./attacks.mjs";

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc");
const GOLDEN = new URL("../golden/releases/", import.meta.url);

/** Releases of every kind: those of the golden files, and texts put together from pieces of theirs and hostile strings. */
export function* texts() {
  const whole = readdirSync(GOLDEN).map((name) => readFileSync(new URL(name, GOLDEN), "utf8"));
  yield* whole;
  const pieces = [...whole.flatMap((text) => text.split(/\n\n+/)), ...payloads];
  // The same in every run.
  let state = 12_345;
  const below = (limit) => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) % limit;
  for (;;) yield Array.from({ length: 1 + below(12) }, () => pieces[below(pieces.length)]).join("\n\n");
}

/** @param {import("../../web/core/index.js").Release} release */
function everyOutput(release) {
  return [release.toHTML(), release.toHTML({ part: "body" }), release.toText(), release.toJSONLDText(), JSON.stringify(release.toNinjs()), JSON.stringify(release), release.toNodes()].length;
}

/** Bytes on the heap of JavaScript after a collection. */
const heap = () => {
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed;
};

/**
 * Parses texts and makes every output of each. The first part warms up; then neither heap may grow.
 * @param {import("../../web/core/index.js").Pressmark} pressmark
 * @param {number} count
 */
export function parseMany(pressmark, count) {
  const kept = [];
  for (const text of texts()) if (kept.push(text) === Math.min(500, count / 4)) break;
  const run = (from, to) => {
    for (let index = from; index < to; index++) everyOutput(pressmark.parse(kept[index % kept.length]));
  };
  const warm = kept.length * 2;
  run(0, warm);
  const before = { heap: heap(), wasm: coreFaults.memory.buffer.byteLength, instances: coreFaults.instances };
  const started = performance.now();
  run(warm, count);
  const milliseconds = (performance.now() - started) / (count - warm);
  return {
    count,
    milliseconds,
    wasm: coreFaults.memory.buffer.byteLength,
    wasmGrowth: coreFaults.memory.buffer.byteLength - before.wasm,
    heapGrowth: heap() - before.heap,
    freshInstances: coreFaults.instances - before.instances,
  };
}

const GOOD = "---\ntitle: Still here\ninspection: {scale: hmicfrs-peel-5, grades: {Managing offenders: good}}\n---\n\nThe *text*.\n";

/**
 * Has the core fail, and parses a good release after each failure.
 * @param {import("../../web/core/index.js").Pressmark} pressmark
 * @param {number} count
 * @param {string[]} kinds
 */
export function failMany(pressmark, count, kinds = ["trap", "memory", "stack"]) {
  const expected = pressmark.parse(GOOD).toHTML();
  const failed = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  const recoveries = [];
  let largest = 0;
  for (let index = 0; index < count; index++) {
    const kind = kinds[index % kinds.length];
    coreFaults.next = kind;
    try {
      pressmark.parse(`# Failure ${index}`);
    } catch (error) {
      assert.ok(error instanceof InternalError, `${kind}: ${error?.stack}`);
      assert.ok(error.cause instanceof (kind === "trap" ? WebAssembly.RuntimeError : RangeError), `${kind}: ${error.cause}`);
      failed[kind] += 1;
    }
    coreFaults.next = "";
    const started = performance.now();
    const release = pressmark.parse(GOOD);
    recoveries.push(performance.now() - started);
    assert.equal(release.toHTML(), expected, `after ${kind} ${index}`);
    largest = Math.max(largest, coreFaults.memory.buffer.byteLength);
  }
  recoveries.sort((one, other) => one - other);
  collect();
  return { count, failed, largest, median: recoveries[count >> 1], worst: recoveries.at(-1), instances: coreFaults.instances, buffers: process.memoryUsage().arrayBuffers };
}
