// Serves the studio without a network. All its files are fetched when a version is installed, checked against the list that
// was made with them, and kept together under the version's name, so that two versions never mix. Nothing else is kept.

/** @typedef {{path: string, integrity: string | null}} PrecacheEntry integrity: null for the page, which a server may add to */

/** What scripts/bundle.mjs writes into this file. */
/** @type {string} */
const VERSION = __PRESSMARK_VERSION__;
/** @type {readonly PrecacheEntry[]} */
const FILES = __PRESSMARK_FILES__;

const PAGE = "index.html";
const scope = /** @type {any} */ (globalThis);
const base = new URL("./", scope.location.href);
/** Another studio of the same website, such as one for trials, keeps its own. A path has no spaces. */
const PREFIX = `pressmark-studio ${base.pathname} `;
const CACHE = PREFIX + VERSION;
const addresses = new Set(FILES.map(({ path }) => new URL(path, base).href));

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    FILES.map(async ({ path, integrity }) => {
      const address = new URL(path, base);
      const answer = await fetch(address, { cache: "no-cache", ...(integrity && { integrity }) });
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      await cache.put(address, withoutDetour(answer));
    }),
  );
}

/**
 * Many servers send index.html on to the address of the folder. A browser shows no page that came so and is kept.
 * @param {Response} answer
 */
function withoutDetour(answer) {
  return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

/**
 * The address under which an answer is kept; null: the network's business.
 * @param {Request} request
 */
function keptAddress({ method, mode, url }) {
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== base.origin) return null;
  if (mode === "navigate") return pathname === base.pathname || pathname === base.pathname + PAGE ? base.href + PAGE : null;
  const address = origin + pathname;
  return addresses.has(address) ? address : null;
}

/** @param {Request} request @param {string} address */
async function answer(request, address) {
  const cache = await caches.open(CACHE);
  // What the browser has thrown away is fetched as ever.
  return (await cache.match(address)) ?? fetch(request);
}

scope.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(install()));
scope.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(activate()));
scope.addEventListener("message", (/** @type {MessageEvent} */ { data }) => data === "take over" && scope.skipWaiting());
scope.addEventListener("fetch", (/** @type {any} */ event) => {
  const address = keptAddress(event.request);
  if (address) event.respondWith(answer(event.request, address));
});
