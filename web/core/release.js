// A parsed release: the model, and its outputs on demand.

import { FORMAT } from "./core.js";
import { deepFreeze } from "./deep-freeze.js";
import { ArgumentError } from "./errors.js";
import { buildNodes } from "./node-stream.js";
import { ownOf } from "./own.js";
import { asText } from "./text.js";

/** @import {Core} from "./core.js" */
/** @import {Frozen, JSONValue, ReleaseModel} from "./types.js" */

/** @typedef {{part?: "article" | "body"}} PartOptions */

/**
 * A release has what its model has, frozen. The values of the metadata are JSON, which programs pass on as such.
 * @typedef {Frozen<Required<Omit<ReleaseModel, "metadata">>> & {readonly metadata: Readonly<ReleaseModel["metadata"]>}} Properties
 */
const Properties = /** @type {new () => Properties} */ (
  /** @type {unknown} */ (
    // Fields, into which the values of the model go as they are: to define each with its descriptor took a tenth of the
    // time of a short release, and an assignment to what is no field would ask the prototype of all objects.
    class {
      title = null;
      summary = null;
      url = null;
      area = null;
      language = null;
      image = null;
      metadata = null;
      published = null;
      embargo = null;
      state = null;
      status = null;
      history = null;
      grades = null;
      inspection = null;
      scales = null;
      contacts = null;
      attachments = null;
      headings = null;
      diagnostics = null;
      frontMatter = null;
    }
  )
);

export class Release extends Properties {
  /** @type {Core} */
  #core;
  /** The source, for outputs that are asked for after the core has parsed another. @type {string | Uint8Array} */
  #source;
  /** @type {string} */
  #options;
  /** @type {string} */
  #model;

  /**
   * @param {Core} core
   * @param {string | Uint8Array} source text, or bytes of UTF-8, which must not change afterwards
   * @param {string} options JSON
   */
  constructor(core, source, options) {
    super();
    this.#core = core;
    this.#source = source;
    this.#options = options;
    this.#model = core.parse(this, source, options);
    deepFreeze(Object.assign(this, JSON.parse(this.#model)));
  }

  /**
   * A safe HTML fragment: the article with header, badges and grade table, or the Markdown's HTML alone.
   * @param {PartOptions} [options]
   * @returns {string}
   */
  toHTML(options) {
    return this.#render(isBody(options) ? FORMAT.HTML_BODY : FORMAT.HTML_ARTICLE, asText);
  }

  /** Plain text for an e-mail to a newsroom. @returns {string} */
  toText() {
    return this.#render(FORMAT.TEXT, asText);
  }

  /** The model as a plain object of its own, which may be changed. @returns {ReleaseModel} */
  toJSON() {
    return JSON.parse(this.#model);
  }

  /** schema.org NewsArticle. @returns {{[key: string]: JSONValue}} */
  toJSONLD() {
    return JSON.parse(this.toJSONLDText());
  }

  /** The same as text that can stand in a script element of HTML: no "<" is in it. @returns {string} */
  toJSONLDText() {
    return this.#render(FORMAT.JSON_LD, asText);
  }

  /** IPTC ninjs. @returns {{[key: string]: JSONValue}} */
  toNinjs() {
    return JSON.parse(this.#render(FORMAT.NINJS, asText));
  }

  /** The article as the node stream of docs/architecture.md. @returns {Uint8Array} */
  toNodes() {
    return this.#render(FORMAT.NODES_ARTICLE, (bytes) => bytes.slice());
  }

  /**
   * Replaces the children of `container` by the release, in one go. No HTML string is made, so that it works under the
   * strictest policies.
   * @param {Element | DocumentFragment} container
   * @param {PartOptions} [options]
   */
  mount(container, options) {
    const document = container?.ownerDocument;
    if (!document) throw new ArgumentError("mount needs an element to put the release into.");
    const format = isBody(options) ? FORMAT.NODES_BODY : FORMAT.NODES_ARTICLE;
    container.replaceChildren(this.#render(format, (bytes) => buildNodes(bytes, document)));
  }

  /**
   * @template T
   * @param {number} format
   * @param {(bytes: Uint8Array) => T} read
   * @returns {T}
   */
  #render(format, read) {
    if (!this.#core.holds(this)) this.#core.parse(this, this.#source, this.#options);
    return this.#core.render(format, read);
  }
}

/** @param {PartOptions | undefined} options */
function isBody(options) {
  const part = ownOf(options)?.part ?? "article";
  if (part !== "article" && part !== "body") throw new ArgumentError(`part must be "article" or "body", not "${part}".`);
  return part === "body";
}
