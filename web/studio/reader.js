// Reads the text after each change with the core that publishes. It is done in a worker, one text at a time and always the
// newest, so that the preview keeps up and keystrokes never wait. Where no worker can be had, the page reads by itself,
// after the frame of the keystroke has been painted.

import { defaultWasm } from "../core/default-wasm.js";
import { changed, readBlocks } from "../core/node-blocks.js";
import { loadPressmark } from "../core/pressmark.js";
import { compileWasm } from "../core/wasm.js";
import { withEmbargoMend } from "./details/embargo-mend.js";
import { readText } from "./reading.js";
import { startReadingWorker } from "./worker.js";

/** @import {ArticleBlocks} from "../core/node-blocks.js" */
/** @import {Pressmark} from "../core/pressmark.js" */
/** @import {Release} from "../core/release.js" */
/** @import {ParseOptions, ReleaseModel} from "../core/types.js" */
/** @import {Circumstances, Manuscript} from "./manuscript.js" */

/** A worker that says nothing for so long will not: when it is started, and of a text, which may be long and the machine slow. */
const START_MILLISECONDS = 10_000;
const READ_MILLISECONDS = 30_000;

/** The worker has gone, as where a telephone needs its memory. */
class SilenceError extends Error {
  name = "SilenceError";
}

/**
 * What reads a text.
 * @typedef {(text: string, options: ParseOptions) => Promise<{model: ReleaseModel, article: ArticleBlocks}>} Read
 */

export class Reader {
  /** @type {Manuscript} */
  #manuscript;
  /** @type {Promise<Pressmark> | null} */
  #pressmark = null;
  /** @type {Promise<Read> | null} */
  #read = null;
  /** @type {Circumstances} */
  #circumstances = Object.freeze({ now: null, language: null });
  /** Whether a text is being read. */
  #isReading = false;
  /** Whether something has changed since the last reading began. */
  #isBehind = false;

  /** @param {Manuscript} manuscript */
  constructor(manuscript) {
    this.#manuscript = manuscript;
    manuscript.addEventListener("text", () => this.#catchUp());
    // Before there is a text; a failure is told with the first one, which tries again.
    this.#way().catch(() => {});
  }

  /** The core in this page, for exports; a load that failed is tried again by the next call. @returns {Promise<Pressmark>} */
  pressmark() {
    if (!this.#pressmark) {
      const loading = compileWasm(defaultWasm().wasm).then((wasm) => loadPressmark({ wasm }));
      this.#pressmark = loading;
      loading.catch(() => (this.#pressmark = null));
    }
    return this.#pressmark;
  }

  /** The circumstances that the preview imagines. */
  get circumstances() {
    return this.#circumstances;
  }

  /** @param {Partial<Circumstances>} circumstances */
  imagine(circumstances) {
    this.#circumstances = Object.freeze({ ...this.#circumstances, ...circumstances });
    this.#catchUp();
  }

  /** The release as it is published: for exports, free of what the preview imagines. @returns {Promise<Release>} */
  async publish() {
    return (await this.pressmark()).parse(this.#manuscript.text);
  }

  /** Reads until nothing has changed while it did. */
  async #catchUp() {
    this.#isBehind = true;
    if (this.#isReading) return;
    this.#isReading = true;
    while (this.#isBehind) {
      this.#isBehind = false;
      await this.#readOnce();
    }
    this.#isReading = false;
  }

  async #readOnce() {
    const { text } = this.#manuscript;
    const { now, language } = this.#circumstances;
    try {
      const read = await this.#way();
      const { model, article } = await read(text, { ...(now && { now }), ...(language && { language }) });
      this.#manuscript.read({ text, model: withEmbargoMend(text, { ...model, frontMatter: model.frontMatter ?? null }), article });
    } catch (error) {
      // The next text has another one.
      if (error instanceof SilenceError) this.#read = null;
      this.#manuscript.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** By the worker, else by the page; a failure of both is tried again with the next text. */
  #way() {
    if (!this.#read) {
      const starting = readInWorker().catch(async () => readHere(await this.pressmark()));
      this.#read = starting;
      starting.catch(() => (this.#read = null));
    }
    return this.#read;
  }
}

/** @returns {Promise<Read>} */
async function readInWorker() {
  const start = compileWasm(defaultWasm().wasm).then((module) => ({ module }));
  start.catch(() => {});
  // It fetches its script while the core is compiled.
  const worker = startReadingWorker();
  try {
    await answerOf(worker, start, START_MILLISECONDS);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  /** What the worker knows to be here. @type {ArticleBlocks | null} */
  let last = null;
  return async (text, options) => {
    const { model, nodes, change } = await answerOf(worker, { text, options }, READ_MILLISECONDS).catch((error) => {
      if (error instanceof SilenceError) worker.terminate();
      throw error;
    });
    const article = last && change ? changed(last, change) : readBlocks(nodes);
    last = article;
    return { model, article };
  };
}

/**
 * @param {Worker} worker
 * @param {object | Promise<object>} message
 * @param {number} milliseconds after which it is given up, once the message is sent
 * @returns {Promise<any>}
 */
function answerOf(worker, message, milliseconds) {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    /** @param {() => void} settle */
    const end = (settle) => {
      listening.abort();
      settle();
    };
    const { signal } = listening;
    worker.addEventListener("message", ({ data }) => end(() => (data.failure ? reject(new Error(data.failure)) : resolve(data))), { signal });
    worker.addEventListener("error", (event) => end(() => reject(new SilenceError(event.message || "The worker did not start."))), { signal });
    Promise.resolve(message).then((words) => {
      worker.postMessage(words);
      if (signal.aborted) return;
      const timer = setTimeout(() => end(() => reject(new SilenceError("What reads the text does not answer. With the next keystroke it is started again."))), milliseconds);
      signal.addEventListener("abort", () => clearTimeout(timer));
    }).catch((error) => end(() => reject(error)));
  });
}

/** @param {Pressmark} pressmark @returns {Read} */
function readHere(pressmark) {
  return async (text, options) => {
    await afterPaint();
    const { model, nodes } = readText(pressmark, text, options);
    return { model, article: readBlocks(nodes) };
  };
}

/** Until the next frame has been drawn; in a page that is not seen, no longer than a moment. */
function afterPaint() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, 200);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve);
    });
  });
}
