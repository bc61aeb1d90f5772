// A long life of one page: document after document in one element, in Chromium, which alone can be asked what it keeps.
import { fileURLToPath } from "node:url";
import { Outside } from "../support/outside.mjs";
import { TestServer } from "../support/server.mjs";
import { texts } from "../support/soak.mjs";
import { embedPage } from "../browser/harness/embed.mjs";
import { ENGINES } from "../browser/harness/engines.mjs";

const KINDS = 500;
const DIST = fileURLToPath(new URL("../../dist", import.meta.url));

/** Shows texts one after the other, waiting for each. Runs in the page. */
async function show(texts, from, to) {
  const element = document.querySelector("press-release");
  const listening = new AbortController();
  let resolved;
  const outcomes = { "pressmark-render": 0, "pressmark-error": 0 };
  for (const type of Object.keys(outcomes)) {
    element.addEventListener(type, () => resolved(outcomes[type]++), { signal: listening.signal });
  }
  for (let index = from; index < to; index++) {
    await new Promise((resolve) => {
      resolved = resolve;
      element.source = texts[index % texts.length];
    });
  }
  listening.abort();
  element.source = texts[0];
  return outcomes;
}

/**
 * The first tenth warms up; what the page keeps is compared from there.
 * @param {number} count of documents
 */
export async function showMany(count) {
  const outside = await new Outside().start();
  const server = await new TestServer(DIST).start();
  const engine = new ENGINES.chromium(outside);
  await engine.start();
  try {
    const page = await engine.page();
    await page.goto(embedPage(server, "<press-release></press-release>"));
    const kinds = [];
    for (const text of texts()) if (kinds.push(text) === KINDS) break;
    const warm = count / 10;
    const showAll = async (from, to) => {
      const outcomes = { "pressmark-render": 0, "pressmark-error": 0 };
      // In portions: a call into the page may take no longer than three minutes.
      for (let start = from; start < to; start += KINDS) {
        const some = await page.evaluate(show, kinds, start, Math.min(start + KINDS, to));
        for (const type of Object.keys(outcomes)) outcomes[type] += some[type];
      }
      return outcomes;
    };
    await showAll(0, warm);
    const before = await page.kept();
    const outcomes = await showAll(warm, count);
    const after = await page.kept();
    const grown = (key) => after[key] - before[key];
    return { count, rendered: outcomes["pressmark-render"], failed: outcomes["pressmark-error"], bytes: grown("bytes"), nodes: grown("nodes"), listeners: grown("listeners") };
  } finally {
    await engine.stop();
    await server.close();
    outside.close();
  }
}
