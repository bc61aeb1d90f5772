// WebKit: Debian's WebKitWebDriver with MiniBrowser on virtual screens, by plain W3C WebDriver calls.
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asJSON, Page } from "./page.mjs";
import { findProgram, Program } from "./programs.mjs";

const MINI_BROWSER = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);
const KEYS = {
  Tab: "\uE004", Enter: "\uE007", Space: " ", Shift: "\uE008", Escape: "\uE00C", Control: "\uE009", Backspace: "\uE003",
  End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", F8: "\uE038",
};
// One thread compiles all wasm of the browser's process, and its optimising tier works on for seconds after a page has
// gone: on a busy machine the next test would wait for it.
const NO_OPTIMISING_TIER = { JSC_useOMGJIT: "0" };
// There is no graphics card to draw with: the processor would play one, which is a quarter of all its work.
const NO_GRAPHICS_CARD = { WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_SKIA_ENABLE_CPU_RENDERING: "1" };
// GTK tells WebKit the reader's colour scheme by the name of its theme.
const ENVIRONMENT = { "": { GTK_THEME: "Adwaita" }, dark: { GTK_THEME: "Adwaita:dark" } };

const START_TRIES = 3;
const START_MILLISECONDS = 18_000;
const FOCUS_MILLISECONDS = 5000;

/** One call of the WebDriver protocol. */
async function call(base, method, path, body, milliseconds = 60_000) {
  const response = await fetch(base + path, {
    method,
    signal: AbortSignal.timeout(milliseconds),
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver ${method} ${path.split("/").pop()}: ${value?.error}: ${value?.message}`);
  return value;
}

/** A screen of its own for a window: with two on one, the window that was opened last keeps the focus, and the other's page has none. */
class Screen {
  #program;

  /** @returns {Promise<string>} its name, for DISPLAY */
  async start() {
    this.#program = new Program(findProgram("Xvfb"), ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const ended = this.#program.ended.then(() => Promise.reject(new Error("the virtual screen did not start")));
    return `:${await Promise.race([firstLine(this.#program.process.stdio[3]), ended])}`;
  }

  async stop() {
    await this.#program?.stop();
  }
}

/** A driver process with one browser session on a screen. */
class Session {
  #screen = new Screen();
  #driver;
  #base = "";
  name = "";

  /** The driver finds MiniBrowser by a port of its own choice, which may be taken: then nobody answers, and it is tried again. */
  async start(environment, outside) {
    const display = await this.#screen.start();
    for (let tries = 1; ; tries++) {
      try {
        return await this.#try({ ...environment, DISPLAY: display }, outside);
      } catch (error) {
        await this.#driver?.stop();
        if (tries === START_TRIES) throw error;
      }
    }
  }

  async #try(environment, outside) {
    const port = await freePort();
    this.#driver = new Program(findProgram("WebKitWebDriver"), [`--port=${port}`], { env: environment });
    const driver = `http://127.0.0.1:${port}`;
    await answers(driver);
    const proxy = `127.0.0.1:${outside.port}`;
    const { sessionId, capabilities } = await call(driver, "POST", "/session", {
      capabilities: {
        alwaysMatch: {
          proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy, noProxy: ["127.0.0.0/8"] },
          "webkitgtk:browserOptions": { binary: findProgram(...MINI_BROWSER), args: ["--automation"] },
        },
      },
    }, START_MILLISECONDS);
    this.#base = `${driver}/session/${sessionId}`;
    this.name = `WebKitGTK ${capabilities.browserVersion}`;
    await this.#hasFocus();
  }

  /** The screen gives the window the focus some time after it is there; until then no element of a page matches :focus. */
  async #hasFocus() {
    const end = Date.now() + FOCUS_MILLISECONDS;
    while (!(await this.post("/execute/sync", { script: "return document.hasFocus()", args: [] }))) {
      if (Date.now() > end) throw new Error("the window never gets the focus");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  get(path) {
    return call(this.#base, "GET", path);
  }

  post(path, body = {}) {
    return call(this.#base, "POST", path, body);
  }

  async stop() {
    if (this.#base) await call(this.#base, "DELETE", "").catch(() => {});
    await this.#driver?.stop();
    await this.#screen.stop();
  }
}

/** The one window of a session: further ones stay hidden, and a hidden page does not lay itself out. */
class Tab {
  #session;

  constructor(session) {
    this.#session = session;
  }

  goto(url) {
    return this.#session.post("/url", { url });
  }

  async evaluate(expression) {
    // In a task of its own, as a page's script would be: what WebDriver runs empties the queue of microtasks after every
    // callback, so that nothing would ever be batched.
    const script = `const done = arguments[arguments.length - 1];
      setTimeout(() => ${asJSON(expression)}.then(
        (value) => done(value === undefined ? "" : "=" + value), (error) => done("!" + error + "\\n" + error?.stack)));`;
    // A string, since what a page has put on the prototype of objects would come along with one.
    const answer = await this.#session.post("/execute/async", { script, args: [] });
    if (answer.startsWith("!")) throw new Error(`in the page: ${answer.slice(1)}`);
    return answer === "" ? undefined : answer.slice(1);
  }

  press(key) {
    const values = key.split("+").map((name) => KEYS[name] ?? name);
    const down = values.map((value) => ({ type: "keyDown", value }));
    const up = values.reverse().map((value) => ({ type: "keyUp", value }));
    return this.#session.post("/actions", { actions: [{ type: "key", id: "keyboard", actions: [...down, ...up] }] });
  }

  resize(width, height) {
    return this.#session.post("/window/rect", { x: 0, y: 0, width, height });
  }

  async screenshot(file) {
    await writeFile(file, Buffer.from(await this.#session.get("/screenshot"), "base64"));
  }

  /** Leaves the page, so that it does nothing more; the window stays for the next one. */
  close() {
    return this.goto("about:blank");
  }
}

export class WebKitEngine {
  /** WebDriver knows no such thing, and this browser no other way. */
  canCutNetwork = false;
  #outside;
  #home = "";
  #sessions = new Map();

  constructor(outside) {
    this.#outside = outside;
  }

  async start() {
    this.#home = await mkdtemp(join(tmpdir(), "pressmark-webkit-"));
    process.once("exit", () => rmSync(this.#home, { recursive: true, force: true }));
    return (await this.#session("")).name;
  }

  canShow(media) {
    return media in ENVIRONMENT;
  }

  async page(media = "") {
    return new Page(new Tab(await this.#session(media)));
  }

  async stop() {
    for (const { session } of this.#sessions.values()) await session.stop();
  }

  /** The running session for this media; started when it is first asked for. */
  async #session(media) {
    const known = this.#sessions.get(media);
    if (known) return known.started;
    const session = new Session();
    const folders = { HOME: this.#home, XDG_RUNTIME_DIR: this.#home };
    const environment = { ...process.env, ...NO_OPTIMISING_TIER, ...NO_GRAPHICS_CARD, ...ENVIRONMENT[media], ...folders };
    const started = session.start(environment, this.#outside).then(() => session);
    this.#sessions.set(media, { session, started });
    return started;
  }
}

function firstLine(stream) {
  return new Promise((resolve) => {
    let text = "";
    stream.on("data", (piece) => {
      text += piece;
      if (text.includes("\n")) resolve(text.trim());
    });
  });
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until a driver that was just started takes calls. */
async function answers(driver) {
  const end = Date.now() + 10_000;
  for (;;) {
    try {
      return await call(driver, "GET", "/status");
    } catch (error) {
      if (Date.now() > end) throw new Error("the WebKit driver did not start", { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
