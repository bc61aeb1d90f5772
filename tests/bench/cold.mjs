// Cold start in Chromium: a page that was never seen, an empty cache, a network of a given speed. Each sample is a
// browser context of its own. Told are the milliseconds from the page's first script to the article in the page, and from
// the navigation to its first frame.
import puppeteer from "puppeteer-core";
import { findProgram } from "../browser/harness/programs.mjs";
import { interleaved, median } from "./rounds.mjs";

/** Round trips in milliseconds, bytes a second: "fast 3G" as the developer tools have it, cable as WebPageTest does. */
export const NETWORKS = {
  local: null,
  cable: { latency: 28, download: (5_000_000 / 8), upload: 1_000_000 / 8 },
  "fast 3G": { latency: 562.5, download: (1_600_000 / 8) * 0.9, upload: (750_000 / 8) * 0.9 },
};

/** What a page of each contender fetches beside its script: for the hints. */
const WASM = { d: "md4w-small.wasm", f: "cmark.wasm", f2: "cmark.wasm", "pressmark-element": "pressmark.wasm" };
export const COLD_STACKS = ["pressmark-element", "a", "b", "c", "d", "f", "f2"];

const WATCH = `const begun = performance.now();
globalThis.times = new Promise((resolve) => new MutationObserver((_, observer) => {
  if (!document.querySelector("#place p")) return;
  observer.disconnect();
  const mounted = performance.now() - begun;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve({ mounted, painted: performance.now() });
    channel.port2.postMessage(null);
  });
}).observe(document, { childList: true, subtree: true }));`;

/** @param {string} name @param {boolean} hints whether the page tells what it will need */
function page(name, hints) {
  const ours = name === "pressmark-element";
  const script = ours ? "/pressmark.js" : `/stacks/${name}.js`;
  const wasm = WASM[name] ? `<link rel="preload" as="fetch" type="application/wasm" crossorigin href="/${WASM[name]}">` : "";
  const preload = `${wasm}<link rel="preload" as="fetch" crossorigin href="/texts/release">`;
  const use = ours
    ? `<press-release id="place" src="/texts/release"></press-release><script type="module" src="${script}"></script>`
    : `<div id="place"></div><script type="module">
        import { load } from "${script}";
        const text = fetch("/texts/release").then((answer) => answer.text());
        const stack = await load();
        stack.mount(await text, document.getElementById("place"));
      </script>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Release</title><link rel="icon" href="data:,">
    <script>${WATCH}</script>${hints ? preload : ""}</head><body>${use}</body></html>`;
}

/**
 * @param {import("./site_server.mjs").SiteServer} server
 * @param {{rounds: number, networks: string[]}} options
 * @returns {Promise<{network: string, name: string, hints: boolean, mounted: number, painted: number}[]>}
 */
export async function measureCold(server, { rounds, networks }) {
  const results = [];
  for (const name of COLD_STACKS) {
    for (const hints of [false, true]) server.add(`/cold/${name}/${hints}.html`, page(name, hints), "text/html; charset=utf-8");
  }
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath: findProgram("chromium", "google-chrome"),
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
  });
  const sample = async (name, hints, network) => {
    const context = await browser.createBrowserContext();
    const tab = await context.newPage();
    await tab.emulateNetworkConditions(NETWORKS[network]);
    await tab.goto(`${server.origin}/cold/${name}/${hints}.html`, { waitUntil: "domcontentloaded", timeout: 120_000 });
    const times = await tab.evaluate(() => globalThis.times);
    await context.close();
    return times;
  };
  try {
    for (const network of networks) {
      for (const hints of [false, true]) {
        /** @type {Map<string, number[]>} */
        const painted = new Map(COLD_STACKS.map((name) => [name, []]));
        await sample("a", hints, network); // the browser's own first page is slower
        const mounted = await interleaved(COLD_STACKS, rounds, async (name) => {
          const times = await sample(name, hints, network);
          painted.get(name)?.push(times.painted);
          return times.mounted;
        });
        for (const [name, time] of mounted) {
          results.push({ network, hints, name, mounted: time, painted: median(painted.get(name) ?? []) });
        }
      }
    }
  } finally {
    await browser.close();
  }
  return results;
}
