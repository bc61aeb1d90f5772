// Serves build/bench/site to the pages of the bench, compressed by brotli as a host would, and cross-origin isolated so
// that the pages' clocks are fine.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { ".js": "text/javascript", ".wasm": "application/wasm", ".html": "text/html; charset=utf-8" };

export class SiteServer {
  #folder;
  /** @type {Map<string, {type: string, body: Buffer}>} */
  #pages = new Map();
  /** @type {Map<string, Buffer>} */
  #compressed = new Map();
  #server = createServer((request, response) => this.#answer(request, response));
  origin = "";

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  async start() {
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", () => resolve(undefined)));
    const address = /** @type {import("node:net").AddressInfo} */ (this.#server.address());
    this.origin = `http://127.0.0.1:${address.port}`;
    return this;
  }

  /** @param {string} path @param {string} body */
  add(path, body, type = "text/plain; charset=utf-8") {
    this.#pages.set(path, { type, body: Buffer.from(body) });
  }

  /** @param {string} path */
  #find(path) {
    const page = this.#pages.get(path);
    if (page) return page;
    try {
      return { type: TYPES[extname(path)] ?? "application/octet-stream", body: readFileSync(this.#folder + path.slice(1)) };
    } catch {
      return null;
    }
  }

  /** What goes over the line for a path. @param {string} path @param {Buffer} body */
  compressed(path, body) {
    const known = this.#compressed.get(path);
    if (known) return known;
    const made = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
    this.#compressed.set(path, made);
    return made;
  }

  #answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.origin).pathname);
    const found = path.includes("..") ? null : this.#find(path);
    if (!found) return response.writeHead(404).end();
    const small = found.body.length < 4 << 20;
    const body = small ? this.compressed(path, found.body) : found.body;
    response.writeHead(200, {
      "content-type": found.type,
      "content-length": body.length,
      ...(small ? { "content-encoding": "br" } : {}),
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    });
    response.end(body);
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
