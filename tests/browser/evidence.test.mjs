// From a badge to the words that prove it and back: by keys, with a screen reader in mind, and without any script.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { axeFindings } from "./harness/axe.mjs";
import { embedPage, rendered, settle, tab } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const DETECTED = `---
title: Force praised for its efficiency
language: en
---

${"Words before it.\n\n".repeat(40)}
HMICFRS **rated Northford Police good for efficiency. It** was found to require improvement at legitimacy.

At its previous inspection Northford Police was rated inadequate for efficiency.

${"Words after it.\n\n".repeat(40)}`;

/** A page that is itself in order, so that what axe finds is ours. */
const framed = (article) => `<main><h1>News</h1><p><a href="/before">Before</a></p>${article}</main>`;
const TWO_SHADES = "<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>";

async function showDetected(page, server, head = "") {
  server.release("/release.md", DETECTED);
  await page.goto(embedPage(server, framed('<press-release src="/release.md" heading-level="2"></press-release>'), { head }));
  await rendered(page);
  await settle(page);
}

/** Where the reader is: the words with the focus, whether they are seen, and what marks them. */
const place = (page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const { top, bottom } = activeElement.getBoundingClientRect();
    const pieces = [...document.querySelectorAll(".pm-reached")];
    return {
      id: activeElement.id,
      seen: top >= 0 && bottom <= innerHeight,
      marked: pieces.map((piece) => piece.textContent).join(""),
      colours: [...new Set(pieces.map((piece) => getComputedStyle(piece).backgroundColor))],
      hash: location.hash,
    };
  });

async function tabTo(page, words) {
  for (let presses = 0; presses < 6; presses++) {
    await tab(page);
    if (await page.evaluate((wanted) => document.activeElement.textContent.includes(wanted), words)) return;
  }
  throw new Error(`the Tab key does not reach "${words}"`);
}

test("evidence: by keys from the badge to its words, and back", async ({ page, server }) => {
  await showDetected(page, server);
  await tabTo(page, "Efficiency");
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.notEqual(ring, "none", "the badge shows that it has the focus");
  await page.press("Enter");
  await page.waitFor(() => document.querySelector(".pm-reached"));
  const reached = await place(page);
  assert.deepEqual(reached, { id: "pm-evidence-1", seen: true, marked: "HMICFRS rated Northford Police good for efficiency.", colours: reached.colours, hash: "#pm-evidence-1" });
  assert.equal(reached.colours.length, 1);
  assert.doesNotMatch(reached.colours[0], /, 0\)$|transparent/);
  // From there the next link of the text is one Tab away: the table's links to the same words.
  await tab(page);
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("href")), /^#pm-evidence-/);

  await page.evaluate(() => history.back());
  await page.waitFor(() => location.hash === "");
  await page.waitFor(() => document.querySelectorAll(".pm-reached").length === 0);
  await page.evaluate(() => history.forward());
  await page.waitFor(() => document.querySelectorAll(".pm-reached").length > 0);
  assert.equal((await place(page)).id, "pm-evidence-1");
});

for (const media of [undefined, "dark"]) {
  test(`axe: detected grades and their words, reached${media ? ", in the dark" : ""}`, { media }, async ({ page, server }) => {
    await showDetected(page, server, TWO_SHADES);
    assert.deepEqual(await axeFindings(page), []);
    await page.evaluate(() => document.querySelector("a.pm-grade").click());
    await page.waitFor(() => document.querySelector(".pm-reached"));
    assert.deepEqual(await axeFindings(page), []);
  });
}

/** The release as HTML, made as a server would make it. */
async function htmlOf(dist, source) {
  const { loadPressmark } = await import(pathToFileURL(join(dist, "core.js")).href);
  const pressmark = await loadPressmark({ wasm: readFileSync(join(dist, "pressmark.wasm")) });
  return pressmark.parse(source, { headingLevel: 2 }).toHTML();
}

test("evidence: on a page without script the style sheet marks the words of the address", async ({ page, server, dist }) => {
  const head = `<link rel="stylesheet" href="/dist/pressmark.css">${TWO_SHADES}`;
  await page.goto(embedPage(server, framed(await htmlOf(dist, DETECTED)), { head, script: "" }));
  await tabTo(page, "Efficiency");
  await page.press("Enter");
  await page.waitFor(() => location.hash === "#pm-evidence-1");
  const colours = (selector) =>
    page.evaluate((chosen) => [...document.querySelectorAll(chosen)].map((piece) => getComputedStyle(piece).backgroundColor), selector);
  const [target] = await colours(":target");
  assert.doesNotMatch(target, /, 0\)$|transparent/);
  assert.deepEqual(new Set(await colours("p:has(:target) .pm-evidence-more")), new Set([target]), "all pieces of the words");
  const [history] = await colours("p:has(:target) + p .pm-evidence");
  assert.notEqual(history, target, "other words stay as they are");
  assert.deepEqual(await axeFindings(page), []);
  await page.evaluate(() => history.back());
  await page.waitFor(() => document.querySelectorAll(":target").length === 0);
});

test("evidence: an article that runs the other way than its page says so", async ({ page, server }) => {
  server.release("/english.md", DETECTED);
  server.release("/urdu.md", "---\ntitle: اردو\nlanguage: ur\n---\n\nاردو۔\n");
  const body = ["english", "urdu"].map((name) => `<press-release id="${name}" src="/${name}.md"></press-release>`).join("");
  for (const [path, attributes, wanted] of [["/left", "", ["ltr", "rtl"]], ["/right", 'dir="rtl"', ["ltr", "rtl"]]]) {
    await page.goto(embedPage(server, body, { path, attributes }));
    await rendered(page);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll(".pm-article")].map((article) => getComputedStyle(article).direction)), wanted);
  }
});

test("badges: without any style sheet their shapes have the size of a letter", async ({ page, server, dist }) => {
  await page.goto(embedPage(server, framed(await htmlOf(dist, DETECTED)), { script: "" }));
  const sizes = await page.evaluate(() => [...document.querySelectorAll(".pm-grade svg")].map((shape) => [shape.clientWidth, shape.clientHeight]));
  assert.ok(sizes.length > 0);
  for (const size of sizes) assert.deepEqual(size, [16, 16]);
});
