// SECURITY.md names tests that are there.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const text = readFileSync(new URL("SECURITY.md", root), "utf8");

test("every test that SECURITY.md names is there", () => {
  const named = [...new Set(text.match(/(?<=`)tests\/[\w./-]+(?=`)/g))];
  assert.ok(named.length >= 10, String(named));
  assert.deepEqual(named.filter((path) => !existsSync(new URL(path, root))), []);
});
