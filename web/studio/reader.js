// Reads the text after each change with the core that publishes. The editor paints the keystroke first: reading begins in
// a task after the frame, and where reading takes long it waits until the author pauses.

import { readBlocks } from "../core/node-blocks.js";
import { loadPressmark } from "../core/pressmark.js";

/** @import {Pressmark} from "../core/pressmark.js" */
/** @import {Release} from "../core/release.js" */
/** @import {Circumstances, Manuscript} from "./manuscript.js" */

/** A reading that takes longer than this does not fit beside a keystroke. */
const FRAME_MILLISECONDS = 10;
/** The longest that a preview lags behind a pause of the author. */
const LONGEST_WAIT = 300;

export class Reader {
  /** @type {Manuscript} */
  #manuscript;
  /** @type {Promise<Pressmark> | null} */
  #pressmark = null;
  /** @type {Circumstances} */
  #circumstances = { now: null, language: null };
  /** What a reading takes, as of late. */
  #milliseconds = 0;
  /** The frame that is waited for. */
  #frame = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Manuscript} manuscript */
  constructor(manuscript) {
    this.#manuscript = manuscript;
    manuscript.addEventListener("text", () => this.#later());
  }

  /** The core; a load that failed is tried again by the next call. @returns {Promise<Pressmark>} */
  pressmark() {
    if (!this.#pressmark) {
      const loading = loadPressmark();
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
    this.readNow();
  }

  /** The release as it is published: for exports, free of what the preview imagines. @returns {Promise<Release>} */
  async publish() {
    return (await this.pressmark()).parse(this.#manuscript.text);
  }

  async readNow() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#frame = 0;
    try {
      this.#read(await this.pressmark());
    } catch (error) {
      this.#manuscript.failed(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #later() {
    clearTimeout(this.#timer);
    if (this.#milliseconds > FRAME_MILLISECONDS) {
      this.#timer = setTimeout(() => this.readNow(), Math.min(LONGEST_WAIT, this.#milliseconds * 3));
    } else if (!this.#frame) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#timer = setTimeout(() => this.readNow());
      });
    }
  }

  /** @param {Pressmark} pressmark */
  #read(pressmark) {
    const { text } = this.#manuscript;
    const { now, language } = this.#circumstances;
    const started = performance.now();
    const release = pressmark.parse(text, { places: true, ...(now && { now }), ...(language && { language }) });
    const article = readBlocks(release.toNodes());
    const milliseconds = performance.now() - started;
    // The first reading is slow, because the browser still compiles.
    this.#milliseconds = this.#milliseconds === 0 ? 1 : 0.7 * this.#milliseconds + 0.3 * milliseconds;
    this.#manuscript.read({ text, model: release, article, milliseconds });
  }
}
