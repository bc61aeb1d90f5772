// Puts a style sheet into the document or shadow root that an element lives in, once.

import { create } from "./create.js";

/** @typedef {Document | ShadowRoot} StyleRoot */

/** A constructed sheet belongs to the document that made it. @type {WeakMap<Document, Record<string, CSSStyleSheet>>} */
const constructed = new WeakMap();

/**
 * @param {Node} root of a connected element, which is a document or a shadow root
 * @param {string} sheet
 */
export function adoptStyles(root, sheet) {
  // Browsers before 2024 get the light colours alone, and so does a page in a test without a browser, where CSS is not there.
  const css = globalThis.CSS?.supports("color", "light-dark(#000,#fff)") ? sheet : sheet.replace(/light-dark\((#\w+),#\w+\)/g, "$1");
  ("adoptedStyleSheets" in root ? adopt : write)(/** @type {StyleRoot} */ (root), css);
}

/**
 * @param {StyleRoot} root
 * @param {string} css
 */
function adopt(root, css) {
  const sheet = sheetOf(root.ownerDocument ?? /** @type {Document} */ (root), css);
  // By the accessor itself: an <img name="adoptedStyleSheets"> in the page would hide it.
  const prototype = Object.getPrototypeOf(root);
  /** @type {CSSStyleSheet[]} */
  const adopted = Reflect.get(prototype, "adoptedStyleSheets", root);
  if (!adopted.includes(sheet)) Reflect.set(prototype, "adoptedStyleSheets", [...adopted, sheet], root);
}

/**
 * @param {Document} document
 * @param {string} css
 */
function sheetOf(document, css) {
  const sheets = constructed.get(document) ?? {};
  constructed.set(document, sheets);
  if (!sheets[css]) {
    sheets[css] = new (document.defaultView?.CSSStyleSheet ?? CSSStyleSheet)();
    sheets[css].replaceSync(css);
  }
  return sheets[css];
}

/**
 * Safari before 16.4. A policy that forbids <style> leaves the article unstyled there, and readable; such a page links
 * pressmark.css itself.
 * @param {StyleRoot} root
 * @param {string} css
 */
function write(root, css) {
  if ([...root.querySelectorAll("style")].some((style) => style.textContent === css)) return;
  (/** @type {Document} */ (root).documentElement ?? root).append(create("style", {}, css));
}
