// Hostile text does no harm: every string of the collections, in every place of a release, through every output.
import assert from "node:assert/strict";
import { ATTRIBUTES, CLASSES, ELEMENTS } from "../../web/generated/vocabulary.js";
import { addresses, handWritten, payloads, places, polluters, withAddress, withOwnScales } from "../support/attacks.mjs";
import { embedPage, SCRIPT } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const VOCABULARY = { elements: ELEMENTS, attributes: ATTRIBUTES, classes: CLASSES };
const BATCH = 100;
const MOST_SHOWN = 10;
const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/** A page without any policy, so that nothing but Pressmark stands between a payload and the page. */
async function openPage(page, server, { scripts = ["purify", "trees", "judge"], headers = {} } = {}) {
  server.route("/load.js", { body: 'import { loadPressmark } from "/dist/core.js"; window.pressmark = await loadPressmark();' });
  const head = scripts.map((name) => `<script src="/${name}.js"></script>`).join("");
  await page.goto(embedPage(server, "", { head, headers, script: `${SCRIPT}<script type="module" src="/load.js"></script>` }));
  await page.waitFor(() => Boolean(window.pressmark));
}

/** `run` gets a part of the strings at a time, and answers with faults. */
async function assertNone(page, texts, run, ...values) {
  const faults = [];
  for (let at = 0; at < texts.length; at += BATCH) faults.push(...(await page.evaluate(run, texts.slice(at, at + BATCH), VOCABULARY, ...values)));
  assert.ok(texts.length > 0);
  assert.deepEqual(faults.slice(0, MOST_SHOWN), [], `${faults.length} faults in ${texts.length} cases`);
}

const assertHarmless = (page, sources) => assertNone(page, sources, (batch, vocabulary) => judge.releases(batch, vocabulary));

test("injection: the judge sees what the strings do to a page that trusts them", async ({ page, server }) => {
  await openPage(page, server);
  const flagged = await page.evaluate(
    (texts, vocabulary) => texts.filter((text) => judge.strangers(judge.inert(text), vocabulary).length > 0).length,
    payloads, VOCABULARY,
  );
  assert.ok(flagged > payloads.length * 0.3, `${flagged} of ${payloads.length} strings carry markup of their own`);
  const changed = await page.evaluate((texts) => texts.filter((text) => judge.purified(text).length > 0).length, payloads);
  assert.ok(changed > payloads.length * 0.3, `DOMPurify changes ${changed} of ${payloads.length} strings`);
  await page.evaluate(() => {
    const element = document.createElement("div");
    element.innerHTML = "<img src=x onerror=alert(1)>";
    document.body.append(element);
  });
  await page.waitFor(() => judge.ran.length > 0);
  assert.deepEqual(await page.evaluate(() => judge.ran), ["alert(1)"]);
  assert.ok(handWritten.length >= 150, `${handWritten.length} strings of our own hand`);
});

/**
 * The core is the same in every engine, only the reading of HTML differs: all strings stand in all places of a release in
 * one of them, and in the others each string in every third place, each time in another third. Of the outputs that are made
 * of the same article, each gets a part of the strings.
 */
const shareOf = (engine, place) => partOf(engine === "chromium" ? 1 : 3, place);
const lesserShareOf = (engine, place) => partOf(engine === "chromium" ? 3 : 6, place);
const leastShareOf = (engine, place) => partOf(engine === "chromium" ? 6 : 12, place);
const partOf = (parts, place) => payloads.filter((_, index) => index % parts === place % parts);

for (const [index, [place, write]] of Object.entries(places).entries()) {
  test(`injection: hostile strings, ${place}`, async ({ page, server, engine }) => {
    await openPage(page, server);
    await assertHarmless(page, shareOf(engine, index).map((text) => `${write(text)}\n`));
  });
}

test("injection: hostile scales in the front matter", async ({ page, server, engine }) => {
  await openPage(page, server);
  await assertHarmless(page, leastShareOf(engine, 0).map(withOwnScales));
});

// In two tests, so that the slowest engine stays within the time of one.
for (const [half, remainder] of [["first", 0], ["second", 1]]) {
  test(`injection: addresses in disguise, ${half} half`, async ({ page, server }) => {
    await openPage(page, server);
    await assertHarmless(page, addresses.filter((_, index) => index % 2 === remainder).map(withAddress));
  });
}

test("injection: keys that would change what all objects have", async ({ page, server }) => {
  await openPage(page, server);
  const before = await page.evaluate(() => Reflect.ownKeys(Object.prototype).length);
  await assertHarmless(page, polluters);
  const after = await page.evaluate(() => [Reflect.ownKeys(Object.prototype).length, {}.polluted ?? null, [].polluted ?? null, (() => {}).polluted ?? null]);
  assert.deepEqual(after, [before, null, null, null]);
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

test("injection: hostile scales among the options", async ({ page, server, engine }) => {
  await openPage(page, server);
  await assertNone(page, leastShareOf(engine, 1), (texts, vocabulary) => judge.scales(texts, vocabulary, (text) => ({
    source: `${JSON.stringify({ inspection: [{ scale: "own", grades: { [text]: text, overall: "Other" } }, { scale: text, grades: { [text]: text } }] })}\n\nIt was rated ${text} for ${text}.`,
    scales: [{ id: "own", name: text, inspectorate: text, grades: [text, { label: "Other", tone: 4 }], areas: [text], overall: true }],
  })));
});

test("injection: hostile scales by attribute, of the page, and in elements", { expects: ["errors"] }, async ({ page, server, engine }) => {
  await openPage(page, server);
  await assertNone(page, leastShareOf(engine, 2), async (texts, vocabulary) => {
    const { addScales } = await import("/dist/pressmark.js");
    const place = document.createElement("div");
    const shown = [];
    for (const [index, text] of texts.entries()) {
      const scale = { id: `own-${index}`, name: text, inspectorate: text, grades: [text, "Other"], areas: [text], overall: true };
      const script = document.createElement("script");
      Object.assign(script, { type: "application/json", id: `scale-${index}`, textContent: JSON.stringify(index % 2 ? [scale] : { ...scale, id: text }) });
      const release = document.createElement("press-release");
      Object.assign(release, { id: `release-${index}`, images: "none", source: `${JSON.stringify({ inspection: { scale: scale.id, grades: { [text]: text, overall: "Other" } } })}\n\nText.` });
      for (const [name, value] of [["scales", script.id], ["scale", text], ["language", text], ["grades", text], ["heading-level", text], ["embargo", text]]) release.setAttribute(name, value);
      const list = document.createElement("inspection-grades");
      for (const [name, value] of [["for", release.id], ["layout", ["table", "bar", "badges", text][index % 4]], ["language", text]]) list.setAttribute(name, value);
      shown.push(new Promise((resolve) => release.addEventListener("pressmark-render", resolve)));
      place.append(script, release, list);
      // Each of these is in every later release of the page.
      if (index < 5) addScales([{ ...scale, id: `page-${index}` }]);
    }
    document.body.append(place);
    await Promise.all(shown);
    await new Promise((resolve) => setTimeout(resolve, 20));
    // The bar is a picture, with elements that no article has.
    const { elements, attributes, classes } = vocabulary;
    const ofLists = {
      elements: [...elements, "rect", "text"],
      attributes: [...attributes, "x", "y", "dy"],
      classes: [...classes, "pm-grades-bars", "pm-grades-bar", "pm-grade-part"],
    };
    const found = [
      ...[...place.querySelectorAll("press-release")].flatMap((element) => judge.strangers(element, vocabulary)),
      ...[...place.querySelectorAll("inspection-grades")].flatMap((element) => judge.strangers(element, ofLists)),
    ];
    place.remove();
    return [...found, ...judge.ran.splice(0)];
  });
});

test("injection: what the studio saves: page, embed code and search data", async ({ page, server, engine }) => {
  await openPage(page, server);
  const sources = [...lesserShareOf(engine, 2).map((text) => `${places["front matter"](text)}\n`), ...lesserShareOf(engine, 0).map((text) => `${places.heading(text)}\n\n${places.paragraph(text)}\n`)];
  await assertNone(page, sources, async (batch, vocabulary) => {
    const [{ standalonePage }, { OUTPUTS }] = await Promise.all([import("/web/studio/out/page.js"), import("/web/studio/out/outputs.js")]);
    return judge.exports(batch, vocabulary, { standalonePage, OUTPUTS }, 25);
  });
});

test("injection: badges as pictures", async ({ page, server, engine }) => {
  await openPage(page, server);
  await assertNone(page, lesserShareOf(engine, 2), async (texts) => judge.pictures(texts, await import("/web/studio/out/badge.js")));
});

test("injection: hostile HTML on the clipboard of the studio", async ({ page, server, engine }) => {
  await openPage(page, server);
  await assertNone(page, lesserShareOf(engine, 1), async (texts, vocabulary) => judge.pasted(texts, vocabulary, await import("/web/studio/in/markdown.js")));
});

test("injection: the same strings under the strict policy, without one violation", async ({ page, server, engine }) => {
  await openPage(page, server, { scripts: ["judge"], headers: { "content-security-policy": STRICT } });
  for (const [index, place] of ["front matter", "block"].entries()) {
    await assertNone(page, lesserShareOf(engine, index).map((text) => `${places[place](text)}\n`), (batch, vocabulary) => judge.mounted(batch, vocabulary));
  }
  assert.deepEqual((await page.seen()).violations, []);
});
