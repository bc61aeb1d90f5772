#!/usr/bin/env node
// Serves dist/ to this machine alone.
//   node scripts/serve.mjs [--port NUMBER] [--folder FOLDER]      port 8080 or the next free one, unless one is given
import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const FIRST_PORT = 8080;
const HOST = "127.0.0.1";
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ts": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const { values: options } = parseArgs({
  options: {
    port: { type: "string" },
    folder: { type: "string", default: fileURLToPath(new URL("../dist", import.meta.url)) },
  },
});
const root = realpathSync(options.folder);

/**
 * The file or folder that an address means, or null. Links are followed to where they lead before it is decided.
 * @param {string} path
 */
function find(path) {
  try {
    const file = realpathSync(join(root, decodeURIComponent(path)));
    return file === root || file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}

const server = createServer((request, response) => {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  const path = (request.url ?? "/").split("?", 1)[0];
  if (path === "/") {
    response.writeHead(302, { Location: "/demo/" }).end();
    return;
  }
  const found = find(path);
  if (found && statSync(found).isDirectory() && !path.endsWith("/")) {
    response.writeHead(301, { Location: `/${relative(root, found).split(sep).join("/")}/` }).end();
    return;
  }
  const file = found && statSync(found).isDirectory() ? find(`${path}index.html`) : found;
  if (!file) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("Nothing here.\n");
    return;
  }
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(file))] ?? "application/octet-stream";
  response.writeHead(200, { "Content-Type": type, "Content-Length": statSync(file).size, "Cache-Control": "no-cache" });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
});

let port = Number(options.port ?? FIRST_PORT);
server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code !== "EADDRINUSE" || options.port) {
    console.error(`serve: ${error.message}`);
    process.exit(1);
  }
  server.listen(++port, HOST);
});
server.on("listening", () => console.log(`Pressmark's demo: http://localhost:${port}/demo/   the studio: http://localhost:${port}/studio/   (Ctrl+C ends it)`));
server.listen(port, HOST);
