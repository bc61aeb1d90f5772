// One page of a browser, the same for every engine. An engine gives it a tab: {goto, evaluate, press, resize, screenshot, cutNetwork, close}.

const POLL_MILLISECONDS = 25;
// Long, for busy machines: what comes at all comes within a second on a quiet one.
const WAIT_MILLISECONDS = 20_000;

export class Page {
  #tab;

  constructor(tab) {
    this.#tab = tab;
  }

  /** Goes to an address and waits for its load event. */
  goto(url) {
    return this.#tab.goto(url);
  }

  /**
   * Runs a function in the page and returns what it answers, promises resolved. It sees nothing of this side but its
   * arguments, which are copied as JSON, like the answer.
   */
  async evaluate(run, ...values) {
    const answer = await this.#tab.evaluate(`(${run})(...${JSON.stringify(values)})`);
    return answer === undefined ? undefined : JSON.parse(answer);
  }

  /** Asks until the function answers something true, and returns that. */
  async waitFor(run, ...values) {
    const end = Date.now() + WAIT_MILLISECONDS;
    for (;;) {
      const answer = await this.evaluate(run, ...values);
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`never true in the page: ${String(run).slice(0, 300)} ${JSON.stringify(values)}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
    }
  }

  /** Presses keys one after the other: "Tab", "Shift+Tab", "Control+a", "Enter", "Space" or one character. */
  async press(...keys) {
    for (const key of keys) await this.#tab.press(key);
  }

  /** Makes the window so large, in CSS pixels, as far as the screen has room. */
  resize(width, height) {
    return this.#tab.resize(width, height);
  }

  /** @param {string} file PNG to write */
  screenshot(file) {
    return this.#tab.screenshot(file);
  }

  /** How many nodes and listeners the browser keeps after a collection, where it can be asked; else null. */
  kept() {
    return this.#tab.kept?.() ?? null;
  }

  /** What Chromium writes down of itself while `run` lasts. @param {string[]} categories @param {() => Promise<void>} run */
  trace(categories, run) {
    return this.#tab.trace(categories, run);
  }

  /** What the watching script of the test server saw (tests/support/watch.js). */
  seen() {
    return this.evaluate(() => globalThis.seen ?? { errors: [], rejections: [], violations: [], console: [], events: [] });
  }

  /** Takes the network from the page and its service worker, in an engine that can be told to (`canCutNetwork`). */
  cutNetwork() {
    return this.#tab.cutNetwork();
  }

  close() {
    return this.#tab.close();
  }
}

/**
 * JavaScript whose value is a promise of the JSON of what an expression answers. Each engine runs this one form, so that
 * the same values cross in all of them.
 */
export const asJSON = (expression) => `(async () => JSON.stringify(await ${expression}))()`;
