// Chromium and Firefox, both by puppeteer-core; Firefox speaks WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { asJSON, Page } from "./page.mjs";
import { findProgram } from "./programs.mjs";

const CHROMIUM_ARGUMENTS = [
  "--no-sandbox", // containers run as root, where Chromium's own sandbox refuses to start
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const CHROMIUM = { program: ["chromium", "google-chrome"], headless: true, args: [] };
/**
 * Chromium without a window around its pages. Where a browser catches the fault of an access outside of a wasm memory, the
 * shell ends, unless each access is compared with the bounds.
 */
const CHROMIUM_SHELL = { program: ["chromium-headless-shell"], headless: "shell", args: ["--js-flags=--wasm-enforce-bounds-checks"] };

// Automation relaxes the rules of file:// addresses; the first two put back what a reader's own Firefox does.
const FIREFOX_PREFERENCES = {
  "remote.prefs.recommended": false,
  "security.fileuri.strict_origin_policy": true,
  "services.settings.server": "data:,", // nothing to update from
};
const FIREFOX_MEDIA = {
  dark: { "ui.systemUsesDarkTheme": 1, "layout.css.prefers-color-scheme.content-override": 0 },
  "forced-colors": { "browser.display.document_color_use": 2 },
};

class Tab {
  #page;

  constructor(page) {
    this.#page = page;
  }

  goto(url) {
    return this.#page.goto(url, { waitUntil: "load" });
  }

  evaluate(expression) {
    return this.#page.evaluate(asJSON(expression));
  }

  async press(key) {
    const [last, ...held] = key.split("+").map((name) => (name === "Space" ? " " : name)).reverse();
    for (const name of held) await this.#page.keyboard.down(name);
    await this.#page.keyboard.press(last);
    for (const name of held) await this.#page.keyboard.up(name);
  }

  resize(width, height) {
    return this.#page.setViewport({ width, height });
  }

  screenshot(file) {
    return this.#page.screenshot({ path: file, fullPage: true });
  }

  cutNetwork() {
    return this.#page.setOfflineMode(true);
  }

  close() {
    return this.#page.close();
  }
}

/** Opening a tab takes Firefox longer than many a test takes, so one that was closed shows the next page. */
class FirefoxTab extends Tab {
  #page;
  #spare;

  /** @param {FirefoxTab[]} spare where it waits for the next page */
  constructor(page, spare) {
    super(page);
    this.#page = page;
    this.#spare = spare;
  }

  /** Leaves the page, so that it does nothing more. */
  async close() {
    await this.#page.setOfflineMode(false);
    await this.goto("about:blank");
    this.#spare.push(this);
  }
}

class ChromiumTab extends Tab {
  #page;

  constructor(page) {
    super(page);
    this.#page = page;
  }

  async kept() {
    const session = await this.#page.createCDPSession();
    await session.send("HeapProfiler.enable");
    for (let round = 0; round < 3; round++) await session.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    await session.detach();
    return { nodes, listeners: jsEventListeners, bytes: usedSize };
  }

  async trace(categories, run) {
    await this.#page.tracing.start({ categories });
    await run();
    return JSON.parse(Buffer.from(await this.#page.tracing.stop()).toString("utf8")).traceEvents;
  }

  /** A worker has a network of its own, beside that of the page. */
  async cutNetwork() {
    const workers = this.#page.browserContext().targets().filter((target) => target.type() === "service_worker");
    for (const worker of workers) {
      const session = await worker.createCDPSession().catch(() => null);
      if (!session) continue; // It has ended since it was listed, as workers do that have nothing to do.
      await session.send("Network.enable");
      await session.send("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    }
    await super.cutNetwork();
  }
}

export class ChromiumEngine {
  canCutNetwork = true;
  #outside;
  #kind;
  #browser = null;

  /** @param {boolean} [whole] the browser that people have; else its shell, with which a test takes a third less of the processor */
  constructor(outside, whole = true) {
    this.#outside = outside;
    this.#kind = whole ? CHROMIUM : CHROMIUM_SHELL;
  }

  async start() {
    const { program, headless, args } = this.#kind;
    this.#browser = await puppeteer.launch({
      browser: "chrome",
      executablePath: findProgram(...program),
      headless,
      args: [...CHROMIUM_ARGUMENTS, ...args, `--proxy-server=http://127.0.0.1:${this.#outside.port}`],
    });
    return this.#browser.version();
  }

  canShow() {
    return true;
  }

  async page(media) {
    const page = await this.#browser.newPage();
    if (media) {
      const session = await page.createCDPSession();
      await session.send("Emulation.setEmulatedMedia", {
        media: media === "print" ? "print" : "",
        features: [
          { name: "prefers-color-scheme", value: media === "dark" ? "dark" : "light" },
          { name: "forced-colors", value: media === "forced-colors" ? "active" : "none" },
        ],
      });
    }
    return new Page(new ChromiumTab(page));
  }

  async stop() {
    await this.#browser?.close();
  }
}

export class FirefoxEngine {
  canCutNetwork = true;
  #outside;
  /** One browser for each kind of media: Firefox takes them as preferences at its start. */
  #browsers = new Map();
  /** Tabs that show nothing, by their media. @type {Map<string, FirefoxTab[]>} */
  #spare = new Map();

  constructor(outside) {
    this.#outside = outside;
  }

  async start() {
    return (await this.#browser("")).version();
  }

  canShow(media) {
    return media in FIREFOX_MEDIA;
  }

  async page(media = "") {
    const spare = this.#spare.get(media) ?? [];
    this.#spare.set(media, spare);
    return new Page(spare.pop() ?? new FirefoxTab(await (await this.#browser(media)).newPage(), spare));
  }

  async stop() {
    await Promise.all([...this.#browsers.values()].map((browser) => browser.close()));
  }

  async #browser(media) {
    if (!this.#browsers.has(media)) {
      const { port } = this.#outside;
      const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: findProgram("firefox-esr", "firefox"),
        extraPrefsFirefox: {
          ...FIREFOX_PREFERENCES,
          ...FIREFOX_MEDIA[media],
          "network.proxy.type": 1,
          "network.proxy.http": "127.0.0.1",
          "network.proxy.http_port": port,
          "network.proxy.ssl": "127.0.0.1",
          "network.proxy.ssl_port": port,
          "network.proxy.no_proxies_on": "127.0.0.0/8",
        },
      });
      this.#browsers.set(media, browser);
    }
    return this.#browsers.get(media);
  }
}
