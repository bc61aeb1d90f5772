// Builds one DOM element.

const SVG_NAMES = /^(svg|path|rect|text)$/;

/**
 * @param {string} name of an HTML or SVG element
 * @param {Record<string, unknown>} attributes those without a value are left out
 * @param {...(string | Node)} content
 * @returns {HTMLElement}
 */
export function create(name, attributes, ...content) {
  const space = `http://www.w3.org/${SVG_NAMES.test(name) ? "2000/svg" : "1999/xhtml"}`;
  // By the class: a <form name="createElementNS"> in the page would hide the method.
  const element = /** @type {HTMLElement} */ (Document.prototype.createElementNS.call(document, space, name));
  for (const [key, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(key, /** @type {string} */ (value));
  }
  element.append(...content);
  return element;
}
