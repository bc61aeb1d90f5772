// Registers elements. A page that loads Pressmark twice keeps the first registration.

/**
 * @param {string} name
 * @param {CustomElementConstructor} element
 */
export function define(name, element) {
  const registry = globalThis.customElements;
  if (!registry || registry.get(name)) return;
  registry.define(name, element);
}
