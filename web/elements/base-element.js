// What every element of Pressmark does the same way: properties set before the upgrade are rescued, changes are batched
// in a microtask, a move within the page is not a removal, the style sheet of badges goes where the element is, and the
// page's children come back when nothing of ours is shown.

import { BADGE_STYLES } from "../generated/styles.js";
import { adoptStyles } from "./styles.js";

/** Without a DOM (a server that imports a page's modules) the classes can still be defined. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** The elements that are in a page. @type {Set<BaseElement>} */
const live = new Set();

/** Brings all elements into line with what the page has changed. */
export function updateAll() {
  for (const element of live) element.requestUpdate();
}

export class BaseElement extends Base {
  #scheduled = false;
  /** What the page gave as children, while something of ours stands in their place. @type {Node[] | null | undefined} */
  #children;

  connectedCallback() {
    if (!live.has(this)) {
      live.add(this);
      this.#rescueProperties();
      this.connected();
    }
    this.requestUpdate();
  }

  disconnectedCallback() {
    // A move disconnects and connects again in the same task.
    queueMicrotask(() => {
      if (!this.isConnected && live.delete(this)) this.disconnected();
    });
  }

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(_name, before, now) {
    if (before !== now) this.requestUpdate();
  }

  /** Calls `update` once, after the changes of this task. */
  requestUpdate() {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      // Cleared first: a failing update must not be the last one.
      this.#scheduled = false;
      if (!this.isConnected) return;
      adoptStyles(this.getRootNode(), BADGE_STYLES);
      this.update();
    });
  }

  /** Shows a node in the place of the children; without one they are back. The focus stays inside. @param {Node | null} [view] */
  showInstead(view) {
    if (view?.isEqualNode(this.firstChild)) {
      // In a copy of a page the view is there before us. It is no child that could come back when it is no longer true.
      this.#children ??= [];
      return;
    }
    const focused = this.matches(":focus-within");
    const children = this.#children ?? (view && [...this.childNodes]);
    if (children) this.replaceChildren(...(view ? [view] : children));
    this.#children = view && children;
    if (focused) this.querySelector("a")?.focus();
  }

  /** For subclasses: the element has come into a page. */
  connected() {}

  /** For subclasses: the element has left the page. */
  disconnected() {}

  /** For subclasses: bring the page into line with the attributes and properties. */
  update() {}

  /** A property that was set before the class was there hides the accessor of the class: set it again, through it. */
  #rescueProperties() {
    for (const [name, value] of Object.entries(this)) {
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  /**
   * For getters of attributes with any text.
   * @param {string} name
   * @returns {string}
   */
  textAttribute(name) {
    return this.getAttribute(name) ?? "";
  }

  /**
   * For getters of attributes that take a fixed set of words.
   * @template {string} Word
   * @param {string} name
   * @param {readonly Word[]} words the first one is the default
   * @returns {Word}
   */
  wordAttribute(name, words) {
    const value = /** @type {Word} */ (this.textAttribute(name).toLowerCase());
    return /** @type {Word} */ (words.includes(value) ? value : words[0]);
  }

  /**
   * For setters: null takes the attribute away.
   * @param {string} name
   * @param {string | number | null | undefined} value
   */
  reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, /** @type {string} */ (value));
  }
}
