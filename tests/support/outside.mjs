// The rest of the world, as the browsers under test see it: a proxy that answers nothing and writes down who was asked for.
// Every browser is started with it, so that a test run reaches no other machine and a request that leaves the page's own
// origin is noticed, whatever caused it.
import { createServer } from "node:http";

// What the browsers ask for by themselves, without any page.
const BROWSERS_OWN = /(^|\.)(mozilla(-backup)?\.(com|net|org)|firefox\.com|google\.com|googleapis\.com|gvt1\.com|gstatic\.com|chromium\.org)(:\d+)?$/;

export class Outside {
  #server = createServer((request, response) => {
    this.#note(hostOf(request.url));
    response.writeHead(502).end();
  });
  #hosts = [];
  #allowed = new Set();
  port = 0;

  async start() {
    this.#server.on("connect", (request, socket) => {
      this.#note(request.url);
      socket.on("error", () => socket.destroy());
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
    });
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.port = this.#server.address().port;
    return this;
  }

  /** From now on these may be asked for. @param {string[]} hosts with a port where it is not 80 */
  allow(hosts) {
    for (const host of hosts) this.#allowed.add(host);
  }

  /** The hosts asked for since the last call, without those that the browser itself wants and those that are allowed. */
  take() {
    return this.#hosts.splice(0).filter((host) => !this.#allowed.has(host));
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #note(host) {
    if (!BROWSERS_OWN.test(host)) this.#hosts.push(host);
  }
}

function hostOf(url) {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
