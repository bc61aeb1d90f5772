// The state of the studio, in one place: the text that is being written, what was read from it last, and which draft it
// is. Panels listen to its events and change the text through the editor alone, so that every change can be undone.
//
//   "text"    the text has changed; nothing has been read from it yet
//   "reading" the text of `reading` has been read
//   "draft"   another draft is open
//   "failure" the text could not be read; `failure` says why

/** @import {FrontMatterPlace, ReleaseModel} from "../core/types.js" */
/** @import {ArticleBlocks} from "../core/node-blocks.js" */

/** What the core says of a text. @typedef {ReleaseModel & {frontMatter: FrontMatterPlace | null}} Model */

/** What was read from a text. @typedef {{text: string, model: Model, article: ArticleBlocks}} Reading */

/**
 * Which draft is open; `id` is null before it is first kept. `isFresh`: another text came with it.
 * @typedef {{id: string | null, name: string, isFresh: boolean}} Draft
 */

/**
 * How the public is imagined: the clock and the language of Pressmark's own words; null as it is.
 * @typedef {{now: Date | null, language: "en" | "cy" | null}} Circumstances
 */

export class Manuscript extends EventTarget {
  #text = "";
  /** @type {Reading | null} */
  #reading = null;
  /** @type {Error | null} */
  #failure = null;
  /** @type {Draft} */
  #draft = { id: null, name: "", isFresh: true };

  get text() {
    return this.#text;
  }

  /** What was read last, of this text or of an older one. */
  get reading() {
    return this.#reading;
  }

  /** What was read, where it is of the text as it stands: places in it are places in the text. */
  get currentReading() {
    return this.#reading?.text === this.#text ? this.#reading : null;
  }

  get failure() {
    return this.#failure;
  }

  get draft() {
    return this.#draft;
  }

  /** Said by the editor. @param {string} text */
  changed(text) {
    if (text === this.#text) return;
    this.#text = text;
    this.dispatchEvent(new Event("text"));
  }

  /** Said by the reader. @param {Reading} reading */
  read(reading) {
    this.#reading = reading;
    this.#failure = null;
    this.dispatchEvent(new Event("reading"));
  }

  /** Said by the reader. @param {Error} failure */
  failed(failure) {
    this.#failure = failure;
    this.dispatchEvent(new Event("failure"));
  }

  /** Said by the keeper of drafts. @param {Draft} draft */
  opened(draft) {
    this.#draft = Object.freeze({ ...draft });
    this.dispatchEvent(new Event("draft"));
  }
}
