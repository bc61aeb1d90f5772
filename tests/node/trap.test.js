// Life after a trap: the instance is thrown away, and the next call has a fresh one.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InternalError, loadPressmark } from "../../web/core/index.js";
import { smallCore } from "./small-core.js";

/** Counts the instances that are started after the first. */
function countInstances(t) {
  const counted = { fresh: 0 };
  const Instance = WebAssembly.Instance;
  t.mock.method(WebAssembly, "Instance", function (...given) {
    counted.fresh++;
    return new Instance(...given);
  });
  return counted;
}

const isTrap = (error) => error instanceof InternalError && error.cause instanceof WebAssembly.RuntimeError;

test("a trap is an internal error with its cause, and the next call works on a fresh instance", async (t) => {
  const pressmark = await loadPressmark({ wasm: smallCore });
  const counted = countInstances(t);
  assert.equal(pressmark.parse('{"title": "Before"}').title, "Before");
  assert.equal(counted.fresh, 0);
  for (let round = 1; round <= 1000; round++) {
    assert.throws(() => pressmark.parse("!"), isTrap);
    assert.equal(pressmark.parse('{"title": "After"}').title, "After");
    assert.equal(counted.fresh, round);
  }
});

test("a fault that the core reports ends its instance as well", async (t) => {
  const pressmark = await loadPressmark({ wasm: smallCore });
  const counted = countInstances(t);
  const release = pressmark.parse("{}");
  assert.throws(() => release.toText(), InternalError);
  assert.equal(pressmark.parse('{"title": "After"}').title, "After");
  assert.equal(counted.fresh, 1);
});

test("a release whose source traps stays readable and fails alone", async () => {
  const pressmark = await loadPressmark({ wasm: smallCore });
  const older = pressmark.parse('{"title": "Older"}');
  assert.throws(() => pressmark.parse("!"), isTrap);
  assert.equal(older.title, "Older");
  assert.equal(older.toJSON().title, "Older");
});

test("where an instance cannot be started at once, a later call works", async (t) => {
  const pressmark = await loadPressmark({ wasm: smallCore });
  assert.throws(() => pressmark.parse("!"), isTrap);
  t.mock.method(WebAssembly, "Instance", () => {
    throw new RangeError("too large to be started here");
  });
  assert.throws(() => pressmark.parse("{}"), InternalError);
  await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal(pressmark.parse('{"title": "Later"}').title, "Later");
});
