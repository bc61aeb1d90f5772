// The only strings that the studio hands to the browser where a policy with Trusted Types watches: HTML that is parsed into
// a document where nothing runs and nothing loads, and addresses of the studio's own scripts.

/** The name of the one policy that the page's Content-Security-Policy allows. */
const POLICY = "pressmark-studio";

/**
 * Trusted Types, as far as this module needs them; not every browser has them.
 * @typedef {{createHTML: (html: string) => string, createScriptURL: (address: string) => string}} Rules
 * @typedef {{createPolicy: (name: string, rules: Rules) => Rules}} TrustedTypes
 */

/** @type {Rules | null} */
let made = null;

/** @returns {Rules} */
function policy() {
  const types = /** @type {TrustedTypes | undefined} */ (Reflect.get(globalThis, "trustedTypes"));
  const rules = { createHTML: (/** @type {string} */ html) => html, createScriptURL: ours };
  made ??= types ? types.createPolicy(POLICY, rules) : rules;
  return made;
}

/**
 * An address of our own as the browser wants it from trusted code.
 * @param {string} address
 */
export function trusted(address) {
  return policy().createScriptURL(address);
}

/** Parses HTML into a document without scripts, styles and loading. @param {string} html @returns {Document} */
export function parseInert(html) {
  return new DOMParser().parseFromString(policy().createHTML(html), "text/html");
}

/** Beside the studio's script, or made by it. @param {string} address */
function ours(address) {
  const { protocol, href } = new URL(address);
  if (protocol === "blob:" || href.startsWith(new URL("./", import.meta.url).href)) return address;
  throw new TypeError(`${address} is no script of the studio`);
}
