// The server of scripts/start: right types, and nothing outside its folder.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = mkdtempSync(join(tmpdir(), "pressmark-serve-"));
const root = join(folder, "dist");
/** @type {import("node:child_process").ChildProcess} */
let server;
let port = 0;

before(async () => {
  mkdirSync(join(root, "demo"), { recursive: true });
  writeFileSync(join(root, "demo/index.html"), "<!doctype html>");
  writeFileSync(join(root, "pressmark.wasm"), "wasm");
  writeFileSync(join(folder, "secret.txt"), "secret");
  symlinkSync(join(folder, "secret.txt"), join(root, "link.txt"));
  const script = fileURLToPath(new URL("../../scripts/serve.mjs", import.meta.url));
  server = spawn("node", [script, "--folder", root], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await new Promise((resolve, reject) => {
    server.stdout?.once("data", (data) => resolve([String(data)]));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  port = Number(line.match(/:(\d+)\//)[1]);
});
after(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

/** Asks without tidying the path, as fetch would. @returns {Promise<{status: number, headers: object, text: string}>} */
function ask(path, method = "GET") {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method }, (response) => {
      let text = "";
      response.on("data", (data) => (text += data));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    asked.on("error", reject).end();
  });
}

test("serve: a file has its type", async () => {
  assert.equal((await ask("/pressmark.wasm")).headers["content-type"], "application/wasm");
  assert.equal((await ask("/demo/?x=1")).headers["content-type"], "text/html; charset=utf-8");
});

test("serve: the front door and a folder without its slash lead on", async () => {
  assert.equal((await ask("/")).headers["location"], "/demo/");
  assert.equal((await ask("/demo")).headers["location"], "/demo/");
  assert.equal((await ask("//demo")).headers["location"], "/demo/");
});

test("serve: nothing outside the folder is served", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/demo/..%2f..%2fsecret.txt", "/link.txt", "//", "/%ff", "/%00", "/none"]) {
    const { status, text } = await ask(path);
    assert.equal(status, 404, path);
    assert.doesNotMatch(text, /secret/);
  }
});

test("serve: nothing can be sent to it", async () => {
  assert.equal((await ask("/demo/", "POST")).status, 405);
});
