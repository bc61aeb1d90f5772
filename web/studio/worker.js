// Starts workers under a policy that lets no other script in: only addresses from here become workers.

/** The name of the one policy that the page's Content-Security-Policy allows. */
const POLICY = "pressmark-studio";

/**
 * Trusted Types, as far as this module needs them; not every browser has them.
 * @typedef {{createPolicy: (name: string, rules: {createScriptURL: (address: string) => string}) => {createScriptURL: (address: string) => string}}} TrustedTypes
 */

/** @type {{createScriptURL: (address: string) => string} | null} */
let policy = null;

/**
 * An address of our own as the browser wants it from trusted code.
 * @param {string} address
 */
export function trusted(address) {
  const types = /** @type {TrustedTypes | undefined} */ (Reflect.get(globalThis, "trustedTypes"));
  policy ??= types ? types.createPolicy(POLICY, { createScriptURL: ours }) : { createScriptURL: ours };
  return policy.createScriptURL(address);
}

/** Beside the studio's script, or made by it. @param {string} address */
function ours(address) {
  const { protocol, href } = new URL(address);
  if (protocol === "blob:" || href.startsWith(new URL("./", import.meta.url).href)) return address;
  throw new TypeError(`${address} is no script of the studio`);
}

/** Text of the worker's script, in the build that is one file. @type {string | null} */
let inside = null;

/** Before the studio starts. @param {string} script */
export function useWorkerInside(script) {
  inside = script;
}

/** @returns {Worker} */
export function startReadingWorker() {
  if (inside === null) return new Worker(trusted(new URL("./reading-worker.js", import.meta.url).href), { name: "reading" });
  const address = URL.createObjectURL(new Blob([inside], { type: "text/javascript" }));
  return new Worker(trusted(address), { name: "reading" });
}
