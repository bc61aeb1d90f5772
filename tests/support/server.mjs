// The server of the browser tests: two origins on this machine that serve dist/, the pages and releases a test writes, and
// every misbehaviour it asks for. Nothing is cached, everything is counted.
import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const OWN_SCRIPTS = {
  "/watch.js": fileURLToPath(new URL("watch.js", import.meta.url)),
  "/trees.js": fileURLToPath(new URL("trees.js", import.meta.url)),
  "/judge.js": fileURLToPath(new URL("judge.js", import.meta.url)),
  "/faulty_core.js": fileURLToPath(new URL("faulty_core.js", import.meta.url)),
  "/purify.js": fileURLToPath(new URL("../../node_modules/dompurify/dist/purify.min.js", import.meta.url)),
  "/axe.js": fileURLToPath(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url)),
};

/** A module of the repository itself, for what dist/ has only inside of other files. */
const sourceFile = (path) => (path.startsWith("/web/") && !path.includes("..") ? fileURLToPath(new URL(`../..${path}`, import.meta.url)) : null);

/** The smallest picture: one grey pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNoAAAAggCB0dgwtwAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * @typedef {object} Answer what the server says to one request
 * @property {number} [status] 200 without one
 * @property {string} [type] content type; by the path's ending without one
 * @property {Record<string, string>} [headers]
 * @property {string | Uint8Array} [body]
 * @property {number} [delay] milliseconds before the first byte
 * @property {number} [cutAfter] the connection is broken after so many bytes of the body, whose whole length was announced
 * @property {number} [stallAfter] after so many bytes of the body nothing more comes, and the connection stays
 * @property {boolean} [stream] the length is not announced
 * @property {boolean} [reset] the connection is broken before the answer
 * @property {boolean} [cors] whether every origin may read the answer
 * @property {string} [redirect] address to go to instead
 *
 * @typedef {{method: string, path: string, url: string, headers: import("node:http").IncomingHttpHeaders, origin: string}} Request
 */

/**
 * A page of HTML with the watching script first.
 * @param {{head?: string, body?: string, attributes?: string}} [parts] attributes: those of the html element
 */
export function htmlPage({ head = "", body = "", attributes = 'lang="en"' } = {}) {
  return `<!doctype html>\n<html ${attributes}><head><meta charset="utf-8"><script src="/watch.js"></script>\
<title>Test page</title>${head}</head><body>${body}</body></html>\n`;
}

export class TestServer {
  /** @type {Map<string, Answer | ((request: Request, count: number) => Answer | Promise<Answer>)>} */
  #routes = new Map();
  #dist;
  #isSilent = false;
  #servers = [];
  /** @type {Request[]} */
  requests = [];
  origin = "";
  otherOrigin = "";

  /** @param {string} dist folder of the built files, served below /dist/ */
  constructor(dist) {
    this.#dist = dist;
  }

  async start() {
    this.origin = await this.#listen();
    this.otherOrigin = await this.#listen();
    return this;
  }

  /** Sets what a path answers on both origins; a path below /dist/ hides the built file. */
  route(path, answer) {
    this.#routes.set(path, answer);
    return this.url(path);
  }

  /** A page; returns its address. `parts` as in htmlPage, or the whole HTML. */
  page(path, parts, headers = {}) {
    const body = typeof parts === "string" ? parts : htmlPage(parts);
    return this.route(path, { type: TYPES[".html"], headers, body });
  }

  /** A release of Markdown; returns its address. */
  release(path, markdown, answer = {}) {
    return this.route(path, { type: TYPES[".md"], body: markdown, ...answer });
  }

  url(path) {
    return this.origin + path;
  }

  otherUrl(path) {
    return this.otherOrigin + path;
  }

  /** How many requests came for a path, on either origin. */
  hits(path) {
    return this.requests.filter((request) => request.path === path).length;
  }

  /** From now on whoever asks waits for an answer without end, as in a network that leads nowhere. */
  fallSilent() {
    this.#isSilent = true;
    for (const server of this.#servers) server.closeIdleConnections();
  }

  async close() {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  /** An address of its own for every server: another site to the browser, with cookies of its own. */
  async #listen() {
    const server = createServer((request, response) => this.#handle(server, request, response));
    this.#servers.push(server);
    const host = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(2, 255)}`;
    // Only Linux has all of 127.0.0.0/8 for itself.
    await listen(server, host).catch(() => listen(server, "127.0.0.1"));
    return originOf(server);
  }

  async #handle(server, incoming, response) {
    const origin = originOf(server);
    const path = decodeURIComponent(new URL(incoming.url, origin).pathname);
    const request = { method: incoming.method, path, url: incoming.url, headers: incoming.headers, origin };
    this.requests.push(request);
    if (this.#isSilent) return;
    try {
      send(response, path, await this.#answer(request));
    } catch (error) {
      response.destroy(error);
    }
  }

  /** @returns {Promise<Answer>} */
  async #answer(request) {
    const route = this.#routes.get(request.path);
    const answer = typeof route === "function" ? await route(request, this.hits(request.path)) : route;
    if (answer?.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
    if (answer) return { type: TYPES[extname(request.path)], ...answer };
    if (request.path === "/favicon.ico") return { status: 204 };
    return (await this.#file(request.path)) ?? { status: 404, type: TYPES[".txt"], body: "Not found\n" };
  }

  /** @returns {Promise<Answer | null>} */
  async #file(path) {
    const below = normalize(path).replace(/^\/dist\//, "");
    const file = OWN_SCRIPTS[path] ?? (path.startsWith("/dist/") && !below.startsWith("..") ? join(this.#dist, below) : sourceFile(path));
    const body = file && (await readFile(file).catch(() => null));
    if (!body) return null;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return { type, body: type === TYPES[".html"] ? watched(body.toString()) : body };
  }
}

function listen(server, host) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, host, resolve);
  });
}

function originOf(server) {
  const { address, port } = server.address();
  return `http://${address}:${port}`;
}

/** A built page with the watching script before its own. */
function watched(html) {
  return html.replace(/<head[^>]*>/i, (head) => `${head}<script src="/watch.js"></script>`);
}

/** @param {import("node:http").ServerResponse} response @param {string} path @param {Answer} answer */
function send(response, path, answer) {
  if (answer.reset) return response.destroy();
  const body = Buffer.from(answer.body ?? "");
  response.statusCode = answer.redirect ? 302 : (answer.status ?? 200);
  response.setHeader("cache-control", "no-store");
  if (answer.type) response.setHeader("content-type", answer.type);
  if (answer.cors) response.setHeader("access-control-allow-origin", "*");
  if (answer.redirect) response.setHeader("location", answer.redirect);
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if (!answer.stream) response.setHeader("content-length", body.length);
  if (answer.stallAfter !== undefined) return response.write(body.subarray(0, answer.stallAfter));
  if (answer.cutAfter === undefined) return response.end(body);
  return response.write(body.subarray(0, answer.cutAfter), () => response.destroy());
}

/** An origin of this machine at which nothing listens. */
export async function deadOrigin() {
  const server = createServer();
  await listen(server, "127.0.0.1");
  const origin = originOf(server);
  await new Promise((resolve) => server.close(resolve));
  return origin;
}
