// Loading the core: every kind of source, every way to fail.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { ArgumentError, LoadError, loadPressmark } from "../../web/core/index.js";
import { wasmURL } from "./pressmark.js";

const bytes = readFileSync(wasmURL);
const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** What the server answers: status, type, body. */
const answers = {
  "/core.wasm": [200, "application/wasm", bytes],
  "/core.bin": [200, "application/octet-stream", bytes],
  "/page.wasm": [200, "text/html", "<!doctype html><title>Not here</title>"],
  "/page-as-wasm.wasm": [200, "application/wasm", "<!doctype html><title>Not here</title>"],
  "/cut.wasm": [200, "application/wasm", bytes.subarray(0, 5000)],
  "/cut.bin": [200, "application/octet-stream", bytes.subarray(0, 5000)],
  "/other.wasm": [200, "application/wasm", EMPTY_MODULE],
};
const hits = new Map();
const server = createServer((request, response) => {
  hits.set(request.url, (hits.get(request.url) ?? 0) + 1);
  const [status, type, body] = answers[request.url] ?? [404, "text/plain", "Nothing here."];
  response.writeHead(status, { "content-type": type }).end(body);
});
let origin = "";

before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

const works = (pressmark) => assert.equal(pressmark.parse("# A").title, "A");

test("a file address, as text or URL", async () => {
  works(await loadPressmark({ wasm: wasmURL }));
  works(await loadPressmark({ wasm: wasmURL.href }));
});

test("an http address", async () => works(await loadPressmark({ wasm: new URL(`${origin}/core.wasm`) })));

test("a server that does not know .wasm", async () => works(await loadPressmark({ wasm: `${origin}/core.bin` })));

test("a Response and a promise of one", async () => {
  works(await loadPressmark({ wasm: await fetch(`${origin}/core.wasm`) }));
  works(await loadPressmark({ wasm: fetch(`${origin}/core.wasm`) }));
});

test("bytes, a view of bytes, and a compiled module", async () => {
  works(await loadPressmark({ wasm: bytes }));
  works(await loadPressmark({ wasm: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) }));
  works(await loadPressmark({ wasm: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) }));
  works(await loadPressmark({ wasm: await WebAssembly.compile(bytes) }));
});

test("loads of one address share one compilation", async () => {
  hits.delete("/core.wasm");
  answers["/shared.wasm"] = answers["/core.wasm"];
  await Promise.all([1, 2, 3].map(() => loadPressmark({ wasm: `${origin}/shared.wasm` })));
  works(await loadPressmark({ wasm: `${origin}/shared.wasm` }));
  assert.equal(hits.get("/shared.wasm"), 1);
});

const failures = {
  "/missing.wasm": "network",
  "/page.wasm": "mime",
  "/cut.wasm": "compile",
  "/cut.bin": "compile",
  "/page-as-wasm.wasm": "compile",
  "/other.wasm": "compile",
};
for (const [path, reason] of Object.entries(failures)) {
  test(`${path} is a load error of the kind "${reason}"`, async () => {
    await assert.rejects(loadPressmark({ wasm: origin + path }), (error) => {
      assert.ok(error instanceof LoadError);
      assert.deepEqual([error.name, error.code, error.reason], ["LoadError", "load", reason]);
      return true;
    });
  });
}

test("no server and no file are load errors of the kind network", async () => {
  const isNetwork = { name: "LoadError", reason: "network" };
  await assert.rejects(loadPressmark({ wasm: "http://127.0.0.1:1/core.wasm" }), isNetwork);
  await assert.rejects(loadPressmark({ wasm: new URL("no-such-file.wasm", wasmURL) }), isNetwork);
  await assert.rejects(loadPressmark({ wasm: Promise.reject(new TypeError("no answer")) }), isNetwork);
});

const hash = (content, algorithm = "sha384") => `${algorithm}-${createHash(algorithm).update(content).digest("base64")}`;

test("the core must be the file whose integrity is stated", async () => {
  for (const wasm of [wasmURL, `${origin}/core.wasm`, `${origin}/core.bin`]) {
    works(await loadPressmark({ wasm, integrity: hash(bytes) }));
    works(await loadPressmark({ wasm, integrity: `${hash("other", "sha256")} ${hash(bytes, "sha512")}` }));
    await assert.rejects(loadPressmark({ wasm, integrity: hash("other") }), { name: "LoadError", reason: "network", message: /integrity value/ });
    works(await loadPressmark({ wasm }));
  }
});

test("an integrity value without a valid form is refused, which browsers would not do", async () => {
  for (const integrity of ["sha384", "sha384-", "sha1-AAAA", "md5-AAAA", hash(bytes).replace("-", " "), hash(bytes).slice(7), "sha384-no way", `${hash(bytes)} x`]) {
    await assert.rejects(loadPressmark({ wasm: wasmURL, integrity }), { name: "LoadError", reason: "integrity" });
  }
});

test("integrity goes with an address alone", async () => {
  for (const wasm of [bytes, await WebAssembly.compile(bytes), await fetch(`${origin}/core.wasm`)]) {
    await assert.rejects(loadPressmark({ wasm, integrity: hash(bytes) }), ArgumentError);
  }
});

test("a failed load is forgotten", async () => {
  const wasm = `${origin}/later.wasm`;
  await assert.rejects(loadPressmark({ wasm }), LoadError);
  answers["/later.wasm"] = answers["/other.wasm"];
  await assert.rejects(loadPressmark({ wasm }), LoadError);
  answers["/later.wasm"] = answers["/core.wasm"];
  works(await loadPressmark({ wasm }));
});

test("what is no source at all is an argument error", async () => {
  for (const wasm of [7, {}, true, "not an address"]) await assert.rejects(loadPressmark({ wasm }), ArgumentError);
});

test("a page that forbids WebAssembly is told so", async (t) => {
  // What browsers do under a policy without 'wasm-unsafe-eval'.
  t.mock.method(WebAssembly, "compile", () => Promise.reject(new WebAssembly.CompileError("refused")));
  await assert.rejects(loadPressmark({ wasm: bytes }), { name: "LoadError", reason: "blocked", message: /wasm-unsafe-eval/ });
});
