// A short version of tests/soak: the core as it is built, over many texts and many failures.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InternalError } from "../../web/core/index.js";
import "../support/faulty_core.js";
import { failMany, parseMany } from "../support/soak.mjs";
import { load } from "./pressmark.js";

const MIB = 2 ** 20;

test("thousands of parses grow neither the memory of the core nor that of JavaScript", async () => {
  const { wasm, wasmGrowth, heapGrowth, freshInstances } = parseMany(await load(), 5000);
  assert.deepEqual({ wasmGrowth, freshInstances }, { wasmGrowth: 0, freshInstances: 0 });
  assert.ok(wasm <= 64 * MIB, `${wasm} bytes`);
  assert.ok(heapGrowth <= MIB, `${heapGrowth} bytes`);
});

test("after a trap, without memory and at the end of the stack the next release is right, on a fresh instance", async () => {
  const pressmark = await load();
  const before = coreFaults.instances;
  const { failed, largest, buffers } = failMany(pressmark, 150);
  assert.equal(failed.trap, 50);
  assert.equal(failed.memory, 50);
  assert.ok(failed.stack >= 10, `the stack ended ${failed.stack} times`);
  assert.equal(coreFaults.instances - before, failed.trap + failed.memory + failed.stack);
  assert.ok(largest <= 64 * MIB);
  assert.ok(buffers <= 128 * MIB, `${buffers} bytes of instances that are thrown away`);
});

test("a text that needs more memory than there is ends in a typed error, and the next one is right", async () => {
  const pressmark = await load();
  for (let round = 0; round < 2; round++) {
    assert.throws(() => pressmark.parse("[a](b) ".repeat(900_000), { maxBytes: 16 * MIB }), (error) => error instanceof InternalError && /memory/.test(error.message));
    assert.equal(pressmark.parse("# After").title, "After");
  }
});
