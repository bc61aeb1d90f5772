// What memory a long text takes. Wasm gives none back, so that what counts is the peak.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadPressmark } from "../../dist/core.js";
import { corpus } from "../bench/texts.mjs";

/** The memory of the instance that a function starts. @param {() => Promise<any>} start */
async function withMemory(start) {
  const { instantiate } = WebAssembly;
  /** @type {WebAssembly.Memory | undefined} */
  let memory;
  WebAssembly.instantiate = async (...values) => {
    const made = await instantiate(...values);
    memory = (made.instance ?? made).exports.memory;
    return made;
  };
  try {
    const started = await start();
    assert.ok(memory);
    return { started, memory };
  } finally {
    WebAssembly.instantiate = instantiate;
  }
}

const wasm = await WebAssembly.compile(readFileSync(new URL("../../dist/pressmark.wasm", import.meta.url)));

/** A module begins with two megabytes, whatever the text. */
for (const [megabytes, most] of [[1, 6], [10, 5]]) {
  test(`a text of ${megabytes} MB takes at most ${most} times as much memory, with its HTML`, async () => {
    const { started, memory } = await withMemory(() => loadPressmark({ wasm }));
    const text = corpus(megabytes * 1_000_000);
    const release = started.parse(text, { grades: "none", maxBytes: 16 << 20 });
    const html = release.toHTML({ part: "body" });
    assert.ok(html.length > text.length);
    const times = memory.buffer.byteLength / Buffer.byteLength(text);
    assert.ok(times <= most, `it took ${times.toFixed(2)} times the text`);
  });
}

test("a short release takes no more than the memory that a module starts with", async () => {
  const { started, memory } = await withMemory(() => loadPressmark({ wasm }));
  const before = memory.buffer.byteLength;
  const text = corpus(20_000);
  started.parse(text, { grades: "none" }).toHTML();
  assert.equal(memory.buffer.byteLength, before);
});
