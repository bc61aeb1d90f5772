// Builds one DOM element.

const SVG_NAMES = /^(svg|path|rect|text)$/;

/**
 * @param {string} name of an HTML or SVG element
 * @param {Record<string, unknown>} attributes those without a value are left out
 * @param {...(string | Node)} content
 * @returns {HTMLElement}
 */
export function create(name, attributes, ...content) {
  const isSvg = SVG_NAMES.test(name);
  const element = /** @type {HTMLElement} */ (isSvg ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name));
  for (const [key, value] of Object.entries(attributes)) {
    if (value) element.setAttribute(key, String(value));
  }
  element.append(...content);
  return element;
}
