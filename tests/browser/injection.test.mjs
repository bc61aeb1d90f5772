// Hostile text does no harm: every string of the collections, in every place of a release, through every output.
import assert from "node:assert/strict";
import { ATTRIBUTES, CLASSES, ELEMENTS } from "../../web/generated/vocabulary.js";
import { addresses, payloads, places, withAddress } from "../support/attacks.mjs";
import { embedPage, SCRIPT } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const VOCABULARY = { elements: ELEMENTS, attributes: ATTRIBUTES, classes: CLASSES };
const BATCH = 500;
const MOST_SHOWN = 10;

/** A page without any policy, so that nothing but Pressmark stands between a payload and the page. */
async function openPage(page, server) {
  const scripts = ["purify", "trees", "judge"].map((name) => `<script src="/${name}.js"></script>`).join("");
  const load = '<script type="module">import { loadPressmark } from "/dist/core.js"; window.pressmark = await loadPressmark();</script>';
  await page.goto(embedPage(server, "", { head: scripts, script: SCRIPT + load }));
  await page.waitFor(() => Boolean(window.pressmark));
}

async function assertHarmless(page, sources) {
  const faults = [];
  for (let at = 0; at < sources.length; at += BATCH) {
    faults.push(...(await page.evaluate((batch, vocabulary) => judge.releases(batch, vocabulary), sources.slice(at, at + BATCH), VOCABULARY)));
  }
  assert.deepEqual(faults.slice(0, MOST_SHOWN), [], `${faults.length} faults in ${sources.length} releases`);
}

test("injection: the judge sees what the strings do to a page that trusts them", async ({ page, server }) => {
  await openPage(page, server);
  const flagged = await page.evaluate(
    (texts, vocabulary) => texts.filter((text) => judge.strangers(judge.inert(text), vocabulary).length > 0).length,
    payloads, VOCABULARY,
  );
  assert.ok(flagged > payloads.length * 0.3, `${flagged} of ${payloads.length} strings carry markup of their own`);
});

/**
 * The core is the same in every engine, only the reading of HTML differs: all strings stand in all places in one of them,
 * and in the others each string in every third place, each time in another third.
 */
const shareOf = (engine, place) => payloads.filter((_, index) => engine === "chromium" || index % 3 === place % 3);

for (const [index, [place, write]] of Object.entries(places).entries()) {
  test(`injection: hostile strings, ${place}`, async ({ page, server, engine }) => {
    await openPage(page, server);
    await assertHarmless(page, shareOf(engine, index).map((text) => `${write(text)}\n`));
  });
}

test("injection: addresses in disguise", async ({ page, server }) => {
  await openPage(page, server);
  await assertHarmless(page, addresses.map(withAddress));
});

test("injection: hostile attributes of badges", async ({ page, server }) => {
  await openPage(page, server);
  const faults = await page.evaluate(async (texts, vocabulary) => {
    const found = [];
    for (const text of texts) {
      const badge = document.createElement("inspection-grade");
      for (const name of ["area", "grade", "date", "href", "language", "previous"]) badge.setAttribute(name, text);
      badge.setAttribute("scale", texts.indexOf(text) % 2 ? "hmicfrs-peel-5" : text);
      document.body.append(badge);
      await Promise.resolve();
      found.push(...judge.strangers(badge, vocabulary).map((each) => `${each}: ${text}`));
      badge.remove();
    }
    return [...found, ...judge.ran];
  }, payloads, VOCABULARY);
  assert.deepEqual(faults.slice(0, MOST_SHOWN), []);
});
