// The types that ship serve a strict TypeScript project, without anything being skipped.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

test("a strict TypeScript project compiles against dist/types", () => {
  const options = ["--strict", "--noEmit", "--noUncheckedIndexedAccess", "--target", "es2022", "--module", "esnext", "--moduleResolution", "bundler", "--lib", "es2022,dom,dom.iterable", "--types", ""];
  const { status, stdout } = spawnSync(process.execPath, [path("node_modules/typescript/bin/tsc"), ...options, path("tests/node/types/consumer.ts")], { encoding: "utf8" });
  assert.equal(status, 0, stdout);
});
