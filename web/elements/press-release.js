// <press-release>: shows a release in the page.

import { ArgumentError, InternalError, PressmarkError } from "../core/errors.js";
import { genuine } from "../core/genuine.js";
import { MAX_SOURCE_BYTES } from "../generated/limits.js";
import { BADGE_STYLES, RELEASE_STYLES } from "../generated/styles.js";
import { BaseElement } from "./base-element.js";
import { create } from "./create.js";
import { dedent } from "./dedent.js";
import { turn } from "./direction.js";
import { PressmarkErrorEvent, PressmarkRenderEvent } from "./events.js";
import { FetchError, fetchSource } from "./fetch-source.js";
import { GRADES_CHANGED } from "./inspection-grades.js";
import { embargoNotice, failureNotice } from "./notice.js";
import { entriesOf } from "./release-grades.js";
import { addedScales, scaleId } from "./scales.js";
import { sharedPressmark } from "./shared-core.js";
import { adoptStyles } from "./styles.js";
import { languageOf } from "./words.js";

/** @import {Pressmark} from "../core/pressmark.js" */
/** @import {Release} from "../core/release.js" */
/** @import {ReleaseGrades} from "./release-grades.js" */
/** @import {ParseOptions, ScaleDefinition} from "../core/types.js" */

const EMBEDDED = 'script[type="text/markdown"]';
/** A release is loaded when it is about this near to the part of the page that is seen. */
const LAZY_MARGIN = "600px";
/** Timers stand still while a computer sleeps: the embargo is looked at again at least this often. */
const EMBARGO_CHECK_MS = 10 * 60_000;

/**
 * The text of a release and what its relative addresses stand against.
 * @typedef {{text: string | Uint8Array, baseURL: string}} LoadedSource
 */

/** A press release, from a file, from a script child or from the `source` property. */
export class PressReleaseElement extends BaseElement {
  static observedAttributes = [
    "src",
    "grades",
    "heading-level",
    "language",
    "scale",
    "scales",
    "embargo",
    "images",
    "integrity",
    "loading",
    "shadow",
  ];

  /** The `source` property. @type {string | Uint8Array | null} */
  #source = null;
  /** The `scales` property. @type {readonly ScaleDefinition[] | null} */
  #scales = null;
  /** The script child whose text is shown, when it is that. @type {Element | null} */
  #embedded = null;
  /** What the page gave as children; shown until a release is, and after a failure. @type {Node[] | null} */
  #fallback = null;
  /** @type {Release | null} */
  #release = null;
  #embargoed = false;
  /** Ends the work that is under way; each render has its own, so a late answer finds its own one ended. */
  #work = new AbortController();
  /** What the last render was made of, to leave the page alone when nothing has changed. */
  #rendered = "";
  /** The last text that was loaded, and for which address. @type {{key: string, source: LoadedSource} | null} */
  #loaded = null;
  /** Has been near to the part of the page that is seen. */
  #seen = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #embargoTimer;
  /** @type {MutationObserver | null} */
  #childObserver = null;
  /** Whether the release that the attributes ask for is shown. */
  #finished = false;
  #scrolled = false;

  /** The address of the release. */
  get src() {
    return this.textAttribute("src");
  }
  set src(value) {
    this.reflect("src", value);
  }

  /** Which grades are shown. */
  get grades() {
    return this.wordAttribute("grades", /** @type {const} */ (["both", "declared", "detected", "none"]));
  }
  set grades(value) {
    this.reflect("grades", value);
  }

  /** The level of the headline, 1 to 6. @returns {1|2|3|4|5|6} */
  get headingLevel() {
    const level = Number(this.getAttribute("heading-level"));
    return Number.isInteger(level) && level >= 1 && level <= 6 ? /** @type {1} */ (level) : 1;
  }
  set headingLevel(value) {
    this.reflect("heading-level", value);
  }

  /** "en", "cy", or empty: what the release itself says. @returns {"" | "en" | "cy"} */
  get language() {
    return this.hasAttribute("language") ? languageOf(this.getAttribute("language")) : "";
  }
  set language(value) {
    this.reflect("language", value || null);
  }

  /** The id of the scale to assume where the text names no inspectorate. */
  get scale() {
    return this.textAttribute("scale");
  }
  set scale(value) {
    this.reflect("scale", value || null);
  }

  /**
   * Grade scales of the page's own for this release, beside those of addScales(). The attribute is the id of a script
   * with them; null takes back what the property was.
   * @returns {readonly ScaleDefinition[]}
   */
  get scales() {
    return this.#scales ?? this.#scalesOfScript();
  }
  /** @param {readonly ScaleDefinition[] | null} value */
  set scales(value) {
    this.#scales = value ? JSON.parse(JSON.stringify(value)) : null;
    this.requestUpdate();
  }

  /** Whether a release under embargo is held back. */
  get embargo() {
    return this.wordAttribute("embargo", /** @type {const} */ (["respect", "show"]));
  }
  set embargo(value) {
    this.reflect("embargo", value);
  }

  /** Which images are loaded. */
  get images() {
    return this.wordAttribute("images", /** @type {const} */ (["all", "same-origin", "none"]));
  }
  set images(value) {
    this.reflect("images", value);
  }

  /** The hash that the file must have, in the form of subresource integrity. */
  get integrity() {
    return this.textAttribute("integrity");
  }
  set integrity(value) {
    this.reflect("integrity", value || null);
  }

  get loading() {
    return this.wordAttribute("loading", /** @type {const} */ (["eager", "lazy"]));
  }
  set loading(value) {
    this.reflect("loading", value);
  }

  /** Whether the article stands in a shadow root of its own. Cannot be taken back. */
  get shadow() {
    return this.hasAttribute("shadow");
  }
  set shadow(value) {
    this.toggleAttribute("shadow", Boolean(value));
  }

  /** The text of the release, instead of a file. @returns {string | Uint8Array | null} */
  get source() {
    return this.#source;
  }
  set source(value) {
    if (value === this.#source) return;
    this.removeAttribute("source");
    this.#source = value ?? null;
    this.#loaded = null;
    this.#rendered = "";
    this.requestUpdate();
  }

  /** What was parsed last; null before that, and after a failure. */
  get release() {
    return this.#release;
  }

  /** Whether the release is held back because its embargo has not ended. */
  get embargoed() {
    return this.#embargoed;
  }

  /**
   * The grades of the release in words, for <inspection-grades>; null while it shows none.
   * @param {string | null} [language] null: that of the article
   * @returns {ReleaseGrades | null}
   */
  gradeEntries(language) {
    const { release } = this;
    if (!release?.grades.length || this.embargoed) return null;
    const words = languageOf(language ?? (this.language || release.language));
    const own = release.language ?? "en";
    return { language: words, marked: own.startsWith(words), entries: entriesOf(release.grades, words) };
  }

  /** Loads and shows the release again. */
  reload() {
    this.#loaded = null;
    void this.#render({ fresh: true });
  }

  connected() {
    // Frameworks write an attribute where they do not know the property yet: on a server, or before the script is loaded.
    this.source ??= this.getAttribute("source");
    this.#childObserver = new MutationObserver(() => {
      if (this.querySelector(`:scope > ${EMBEDDED}`)) this.requestUpdate();
    });
    this.#childObserver.observe(this, { childList: true });
    this.addEventListener("click", this.#followFragment);
    genuine(this.ownerDocument, "addEventListener")("click", this.#followFragment);
    genuine(this.ownerDocument, "defaultView")?.addEventListener("hashchange", this.#followAddress);
  }

  disconnected() {
    this.#work.abort();
    clearTimeout(this.#embargoTimer);
    this.#childObserver?.disconnect();
    this.removeEventListener("click", this.#followFragment);
    genuine(this.ownerDocument, "removeEventListener")("click", this.#followFragment);
    genuine(this.ownerDocument, "defaultView")?.removeEventListener("hashchange", this.#followAddress);
    this.removeAttribute("aria-busy");
    // An unfinished render has to start again when the element comes back.
    if (!this.#finished) this.#rendered = "";
    this.#tellGrades();
  }

  update() {
    this.#adoptStyles();
    this.#tellGrades();
    this.#takeEmbedded();
    const scales = [this.#scales, this.#scaleScript()?.textContent, [...addedScales.values()]];
    const inputs = JSON.stringify([this.#sourceKey(), this.#parseOptions(), this.embargo, this.loading, this.shadow, scales]);
    if (inputs === this.#rendered) return;
    this.#rendered = inputs;
    void this.#render();
  }

  #adoptStyles() {
    for (const root of [this.getRootNode(), this.shadowRoot]) {
      if (!root) continue;
      adoptStyles(root, BADGE_STYLES);
      adoptStyles(root, RELEASE_STYLES);
    }
  }

  /** A script child that has come counts from then on. */
  #takeEmbedded() {
    const script = this.querySelector(`:scope > ${EMBEDDED}`);
    if (script && script !== this.#embedded) {
      this.#embedded = script;
      this.#loaded = null;
      this.#rendered = "";
    }
  }

  /** Which text is shown: the property before the attribute, and the script child last; empty where there is none. */
  #sourceKey() {
    if (this.#source !== null) return this.#source.length ? "property" : "";
    if (this.src) return JSON.stringify([this.src, this.integrity]);
    return this.#embedded?.textContent?.trim() ? "script" : "";
  }

  /** @returns {ParseOptions} */
  #parseOptions() {
    /** @type {ParseOptions} */
    const options = { grades: this.grades, headingLevel: this.headingLevel, images: this.images };
    if (this.language) options.language = this.language;
    if (this.scale) options.scale = this.scale;
    return options;
  }

  /** What the `scales` attribute names. */
  #scaleScript() {
    return genuine(this.ownerDocument, "getElementById")(this.textAttribute("scales"));
  }

  /** @returns {readonly ScaleDefinition[]} */
  #scalesOfScript() {
    const json = this.#scaleScript()?.textContent;
    try {
      return json ? [JSON.parse(json)].flat() : [];
    } catch (error) {
      tellPage(error);
      return [];
    }
  }

  /** Those of this element before those of the page with the same id. @returns {readonly ScaleDefinition[]} */
  #allScales() {
    const scales = new Map(addedScales);
    for (const own of this.scales) scales.set(scaleId(own), own);
    return [...scales.values()];
  }

  /**
   * A scale that does not exist counts as none, like the unknown words of the other attributes. A fault in the page's
   * scales is one of the page, and no reason to hide the release.
   * @param {Pressmark} pressmark
   * @param {LoadedSource} source
   */
  #parse(pressmark, { text, baseURL }) {
    const { scale = "", ...others } = this.#parseOptions();
    const scales = this.#allScales();
    /** @param {readonly ScaleDefinition[]} own */
    const parseWith = (own) => {
      // Asking the core for its scales takes longer than most releases: only where a page names one.
      const known = scale !== "" && (own.some((one) => scaleId(one) === scale) || pressmark.scales.some(({ id }) => id === scale));
      return pressmark.parse(text, { ...others, baseURL, scales: own, scale: known ? scale : "" });
    };
    try {
      return parseWith(scales);
    } catch (error) {
      if (!scales.length || !(error instanceof ArgumentError)) throw error;
      tellPage(error);
      return parseWith([]);
    }
  }

  /** @param {{fresh?: boolean}} [options] */
  async #render({ fresh = false } = {}) {
    this.#work.abort();
    clearTimeout(this.#embargoTimer);
    const work = (this.#work = new AbortController());
    const { signal } = work;
    this.#finished = false;
    if (!this.#sourceKey()) return this.#showNothing();
    try {
      await documentParsed(this.ownerDocument, signal);
      if (this.loading === "lazy" && !this.#seen) await this.#nearby(signal);
      // Not before: until then the children are what there is to read, and some screen readers pass over what is busy.
      this.setAttribute("aria-busy", "true");
      const [source, pressmark] = await Promise.all([this.#load(signal, fresh), sharedPressmark()]);
      if (signal.aborted) return;
      this.#show(this.#parse(pressmark, source));
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      if (!signal.aborted) this.#end();
    }
  }

  /** Nothing is on its way any more. */
  #end() {
    this.removeAttribute("aria-busy");
    this.#tellGrades();
  }

  /** Has the <inspection-grades> that show this release look again. */
  #tellGrades() {
    genuine(document, "dispatchEvent")(new CustomEvent(GRADES_CHANGED, { detail: this.id }));
  }

  /** Resolves when the element comes near to the part of the page that is seen. @param {AbortSignal} signal */
  #nearby(signal) {
    return new Promise((resolve) => {
      const observer = new IntersectionObserver(
        (entries) => {
          if (!entries.some((entry) => entry.isIntersecting)) return;
          observer.disconnect();
          this.#seen = true;
          resolve(undefined);
        },
        { rootMargin: LAZY_MARGIN },
      );
      observer.observe(this);
      signal.addEventListener("abort", () => observer.disconnect());
    });
  }

  /**
   * @param {AbortSignal} signal
   * @param {boolean} fresh
   * @returns {Promise<LoadedSource>}
   */
  async #load(signal, fresh) {
    const key = this.#sourceKey();
    if (this.#loaded?.key === key) return this.#loaded.source;
    const source = await this.#read(signal, fresh);
    if (!signal.aborted) this.#loaded = { key, source };
    return source;
  }

  /**
   * @param {AbortSignal} signal
   * @param {boolean} fresh
   * @returns {Promise<LoadedSource>}
   */
  async #read(signal, fresh) {
    const pageURL = webAddress(this.baseURI);
    if (this.#source !== null) return { text: this.#source, baseURL: pageURL };
    const url = this.#sourceURL();
    if (!this.src) return { text: dedent(this.#embedded?.textContent ?? ""), baseURL: pageURL };
    if (!url) throw new FetchError("network", `"${this.src}" is not the address of a file.`);
    const fetched = await fetchSource(url, { integrity: this.integrity, maxBytes: MAX_SOURCE_BYTES, signal, fresh });
    return { text: fetched.text, baseURL: webAddress(fetched.url) || pageURL };
  }

  /** The address of the file, where there is one. */
  #sourceURL() {
    if (this.#source !== null || !this.src) return null;
    try {
      return new URL(this.src, this.baseURI);
    } catch {
      return null;
    }
  }

  /** @param {Release} release */
  #show(release) {
    this.#release = release;
    this.#embargoed = release.state === "embargoed" && this.embargo === "respect";
    const hadFocus = this.#hasFocus();
    const place = this.#place();
    if (this.#embargoed) {
      place.replaceChildren(embargoNotice(embargoEnd(release), this.#noticeLanguage()));
      this.#waitForEmbargo(release);
    } else {
      release.mount(place);
      turn(place.firstElementChild);
    }
    if (hadFocus) focusOn(place.firstElementChild);
    this.#finished = !this.#embargoed;
    this.#scrollToAddress();
    this.dispatchEvent(new PressmarkRenderEvent(release));
  }

  /** @param {unknown} cause */
  #fail(cause) {
    const error =
      cause instanceof PressmarkError ? cause : new InternalError("Something unexpected went wrong.", { cause });
    this.#release = null;
    this.#embargoed = false;
    const hadFocus = this.#hasFocus();
    const url = this.#sourceURL();
    const link = url && ["http:", "https:", "file:"].includes(url.protocol) ? url : null;
    const notice = failureNotice(error, this.#noticeLanguage(), link, () => this.reload());
    this.#place().replaceChildren(...this.#fallbackNodes(), notice);
    if (hadFocus) notice.querySelector("button")?.focus();
    this.dispatchEvent(new PressmarkErrorEvent(error));
  }

  /** Without any source the children are shown. */
  #showNothing() {
    this.#release = null;
    this.#embargoed = false;
    this.#loaded = null;
    this.#end();
    if (this.#fallback || this.shadowRoot) this.#place().replaceChildren(...this.#fallbackNodes());
  }

  /** What the article goes into: the shadow root where that was asked for, else this element. */
  #place() {
    if (this.shadow && !this.shadowRoot) {
      // What stands in this element so far is the page's own, and a slot shows it from now on.
      if (this.#fallback) this.replaceChildren(...this.#fallback);
      this.#fallback = null;
      this.attachShadow({ mode: "open" });
      this.#adoptStyles();
    }
    if (this.shadowRoot) return this.shadowRoot;
    this.#fallback ??= [...this.childNodes];
    return this;
  }

  /** @returns {Node[]} */
  #fallbackNodes() {
    return this.shadowRoot ? [create("slot", {})] : (this.#fallback ?? []);
  }

  /** Where nobody else says, that of the page around. */
  #noticeLanguage() {
    return languageOf(this.language || this.#release?.language || this.closest("[lang]")?.getAttribute("lang"));
  }

  /** Not by :focus-within, which WebKit denies while another window is in front. */
  #hasFocus() {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return this.contains(root.activeElement);
  }

  /** @param {Release} release */
  #waitForEmbargo(release) {
    const remaining = Date.parse(embargoEnd(release)?.iso ?? "") - Date.now();
    if (Number.isNaN(remaining)) return; // A moment that could not be read never comes.
    const delay = remaining > 0 ? Math.min(remaining, EMBARGO_CHECK_MS) : EMBARGO_CHECK_MS;
    this.#embargoTimer = setTimeout(() => void this.#render(), delay);
  }

  /**
   * Leads the reader to a place in the release: it is scrolled to, gets the focus, and words that prove a grade are marked.
   * @param {string} id such as that of a grade's evidence
   * @returns {boolean} whether the release has such a place
   */
  reach(id) {
    const target = this.#find(id);
    this.#markReached(target);
    if (!target) return false;
    target.scrollIntoView();
    focusOn(target);
    return true;
  }

  /** Marks all pieces of the words that were reached, and those alone. @param {Element | null} target */
  #markReached(target) {
    const pieces = [...(this.shadowRoot ?? this).querySelectorAll(".pm-evidence, .pm-headline")];
    for (const piece of pieces) piece.classList.remove("pm-reached");
    const start = target ? pieces.indexOf(target) : -1;
    if (start < 0) return;
    const next = pieces.findIndex((piece, index) => index > start && !piece.classList.contains("pm-evidence-more"));
    for (const piece of pieces.slice(start, next < 0 ? undefined : next)) piece.classList.add("pm-reached");
  }

  /** The page's address may name a place in a release that was not there when the browser looked for it. */
  #scrollToAddress() {
    if (this.#scrolled || this.#embargoed) return;
    this.#scrolled = true;
    const id = this.#addressId();
    if (!id) return;
    const target = this.#find(id);
    target?.scrollIntoView();
    this.#markReached(target);
  }

  #addressId() {
    return decodeFragment(this.ownerDocument.location?.hash ?? "");
  }

  /** The reader went back or forward, or the page changed its address. */
  #followAddress = () => {
    const id = this.#addressId();
    // Where another element of the page has this id, the browser has gone there.
    const first = genuine(this.ownerDocument, "getElementById")(id);
    if (first && !this.contains(first)) this.#markReached(null);
    else this.reach(id);
  };

  /**
   * A link to a place in the same release leads there: also inside a shadow root, which the browser does not search, and
   * where another release on the page has the same id. The grades that <inspection-grades> shows of it lead here too.
   * @param {MouseEvent} event
   */
  #followFragment = (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    const path = event.composedPath();
    if (!path.some((node) => node === this || (node instanceof Element && this.#isShownBy(node)))) return;
    const link = path.find((node) => node instanceof HTMLAnchorElement);
    const href = link instanceof HTMLAnchorElement ? (link.getAttribute("href") ?? "") : "";
    const id = href.startsWith("#") ? decodeFragment(href) : "";
    if (!this.#find(id)) return;
    event.preventDefault();
    const { location, history } = genuine(this.ownerDocument, "defaultView") ?? window;
    // In the page's own address, and not in the one that its <base> names; a second time is no further step back.
    const { href: address } = new URL(href, location.href);
    if (address !== location.href) history.pushState(null, "", address);
    this.reach(id);
  };

  /** @param {Element} element */
  #isShownBy(element) {
    return element.localName === "inspection-grades" && this.id !== "" && element.getAttribute("for") === this.id;
  }

  /**
   * @param {string} id
   * @returns {Element | null}
   */
  #find(id) {
    return id ? (this.shadowRoot ?? this).querySelector(`#${CSS.escape(id)}`) : null;
  }
}

/** A fault of the page is reported where those of its scripts are. @param {unknown} error */
function tellPage(error) {
  queueMicrotask(() => {
    throw error;
  });
}

/**
 * When an embargoed release may be shown: a release without an embargo is held back until it is published. Null for an
 * embargo that could not be read.
 * @param {Release} release
 */
function embargoEnd({ embargo, published }) {
  if (embargo) return embargo;
  return published && Date.parse(published.iso ?? "") > Date.now() ? published : null;
}

/**
 * While the page is still being read, the children may not all be there.
 * @param {Document} document
 * @param {AbortSignal} signal
 */
function documentParsed(document, signal) {
  if (genuine(document, "readyState") !== "loading") return Promise.resolve();
  const listen = genuine(document, "addEventListener");
  return new Promise((resolve) => listen("DOMContentLoaded", resolve, { once: true, signal }));
}

/** Moves the focus to an element that cannot take it by itself. @param {Element | null} element */
function focusOn(element) {
  if (!(element instanceof HTMLElement)) return;
  if (!element.hasAttribute("tabindex")) {
    element.setAttribute("tabindex", "-1");
    element.addEventListener("blur", () => element.removeAttribute("tabindex"), { once: true });
  }
  element.focus({ preventScroll: true });
}

/** @param {string} hash with its # */
function decodeFragment(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}

/** The address where it is one of the web, else empty: nothing is resolved against a file or data address. @param {string} address */
function webAddress(address) {
  return /^https?:/i.test(address) ? address : "";
}
