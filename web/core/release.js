// A parsed release: the model, and its outputs on demand.

import { FORMAT } from "./core.js";
import { deepFreeze } from "./deep-freeze.js";
import { ArgumentError } from "./errors.js";
import { buildNodes } from "./node-stream.js";
import { ownOf } from "./own.js";
import { asText } from "./text.js";

/** @import {Core} from "./core.js" */
/** @import {Attachment, Change, Contact, Diagnostic, FrontMatterPlace, Grade, Heading, JSONValue, Moment, ReleaseModel, Scale, Shortfall, Status} from "./types.js" */

/** @typedef {{part?: "article" | "body"}} PartOptions */

export class Release {
  /** The headline as the reader sees it. @type {string | null} */
  title;
  /** @type {string | null} */
  summary;
  /** @type {string | null} */
  url;
  /** @type {string | null} */
  area;
  /** @type {string | null} */
  language;
  /** @type {Moment | null} */
  published;
  /** @type {Moment | null} */
  embargo;
  /** "embargoed" while the clock that was given stands before the embargo. @type {"live" | "embargoed"} */
  state;
  /** @type {{src: string, alt: string | null} | null} */
  image;
  /** The front matter as JSON, keys as written. @type {{[key: string]: JSONValue}} */
  metadata;
  /** @type {readonly Grade[]} */
  grades;
  /** What the front matter says of the inspection as a whole. @type {{date: string | null, report: string | null, shortfalls: readonly Shortfall[]}} */
  inspection;
  /** The grade scales beside the built-in ones: of the release itself and of the page. @type {readonly Scale[]} */
  scales;
  /** Whom the front matter names for the media. @type {readonly Contact[]} */
  contacts;
  /** @type {readonly Attachment[]} */
  attachments;
  /** Whether it is a draft, corrected, withdrawn and so on; null where the front matter does not say. @type {Status | null} */
  status;
  /** What was changed since the release was published. @type {readonly Change[]} */
  history;
  /** @type {readonly Heading[]} */
  headings;
  /** What is doubtful in the source; never thrown. @type {readonly Diagnostic[]} */
  diagnostics;
  /** Where the front matter stands; null where there is none, and without ParseOptions.places. @type {FrontMatterPlace | null} */
  frontMatter;

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
    this.#core = core;
    this.#source = source;
    this.#options = options;
    this.#model = core.parse(this, source, options);
    const model = deepFreeze(/** @type {ReleaseModel} */ (JSON.parse(this.#model)));
    this.title = model.title;
    this.summary = model.summary;
    this.url = model.url;
    this.area = model.area;
    this.language = model.language;
    this.published = model.published;
    this.embargo = model.embargo;
    this.state = model.state;
    this.image = model.image;
    this.metadata = model.metadata;
    this.grades = model.grades;
    this.inspection = model.inspection;
    this.scales = model.scales;
    this.contacts = model.contacts;
    this.attachments = model.attachments;
    this.status = model.status;
    this.history = model.history;
    this.headings = model.headings;
    this.diagnostics = model.diagnostics;
    this.frontMatter = model.frontMatter ?? null;
    Object.freeze(this);
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
