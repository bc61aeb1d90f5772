// A user of the package who asks for its files, and one who imports the elements where there is no page.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { loadPressmark } from "pressmark/core";

const file = (name) => readFile(fileURLToPath(import.meta.resolve(name)));

const pressmark = await loadPressmark({ wasm: await file("pressmark/pressmark.wasm") });
assert.equal(pressmark.parse("# Calm harbour\n").title, "Calm harbour");

assert.match(String(await file("pressmark/pressmark.css")), /@layer pressmark/);
assert.equal(JSON.parse(String(await file("pressmark/custom-elements.json"))).schemaVersion.split(".")[0] >= 1, true);
assert.equal(JSON.parse(String(await file("pressmark/package.json"))).name, "pressmark");
await assert.rejects(import("pressmark/dist/core.js"), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });

// Rendering on a server imports the page's modules too.
assert.ok((await import("pressmark")).PressReleaseElement);
assert.ok(await import("pressmark/badge"));
await import("pressmark/inline");
assert.equal(typeof globalThis.Pressmark.loadPressmark, "function");
const inline = await globalThis.Pressmark.loadPressmark();
assert.equal(inline.parse("# Calm harbour\n").title, "Calm harbour");
