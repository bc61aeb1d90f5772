// The only two strings that a policy with Trusted Types lets the studio hand to the browser: pasted HTML, which is parsed
// into a document where nothing runs and nothing loads, and the address of its own service worker.

/** @type {any} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("pressmark-studio", {
  createHTML: (/** @type {string} */ html) => html,
  createScriptURL: () => "service-worker.js",
});

/** Parses HTML into a document without scripts, styles and loading. @param {string} html @returns {Document} */
export function parseInert(html) {
  return new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, "text/html");
}

/** The address of the service worker, beside the page. @type {string} */
export const workerAddress = policy ? policy.createScriptURL("") : "service-worker.js";
