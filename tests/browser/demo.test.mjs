// The demo page: what a press officer sees first.
import assert from "node:assert/strict";
import { axeFindings } from "./harness/axe.mjs";
import { settle, tab, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

/** Opens the demo and waits until each of its releases is shown, held back or has failed. */
async function openDemo(page, server) {
  await page.goto(server.url("/dist/demo/index.html"));
  await page.waitFor(() => {
    const releases = [...document.querySelectorAll("press-release")];
    return releases.length > 0 && releases.every((element) => element.querySelector(".pm-article, .pm-notice"));
  });
}

test("demo: three releases and more are shown, one is missing, and the code stands beside each", async ({ page, server }) => {
  await openDemo(page, server);
  const found = await page.evaluate(() => ({
    articles: document.querySelectorAll("press-release .pm-article").length,
    failures: seen.events.filter((event) => event.type === "pressmark-error").length,
    badges: document.querySelectorAll("press-release .pm-grade").length,
    codes: [...document.querySelectorAll(".code code")].map((code) => code.textContent),
    empty: [...document.querySelectorAll("press-release, inspection-grades, inspection-grade")].filter((element) => !element.innerText.trim()).map((element) => element.outerHTML.slice(0, 80)),
  }));
  assert.ok(found.articles >= 3, `${found.articles} releases`);
  assert.equal(found.failures, 1);
  assert.ok(found.badges >= 3);
  assert.ok(found.codes.filter((code) => code.includes("<press-release")).length >= 4);
  assert.deepEqual(found.empty, []);
});

test("demo: the code that is shown works when it is pasted", async ({ page, server }) => {
  await openDemo(page, server);
  const codes = await page.evaluate(() => [...document.querySelectorAll(".code code")].map((code) => code.textContent));
  for (const code of codes) {
    const open = [...code.matchAll(/<([a-z-]+)[\s>]/g)].map(([, name]) => name).filter((name) => name.includes("-"));
    assert.deepEqual(open.filter((name) => !["press-release", "inspection-grade", "inspection-grades"].includes(name)), [], code);
    for (const name of open) assert.ok(code.includes(`</${name}>`), `${name} is closed in: ${code}`);
  }
});

for (const media of [undefined, "dark"]) {
  test(`demo: axe finds nothing ${media ? "in the dark" : "by day"}`, media ? { media } : {}, async ({ page, server }) => {
    await openDemo(page, server);
    await settle(page);
    assert.deepEqual(await axeFindings(page), []);
  });
}

test("demo: everything can be reached by keyboard, and the code can be copied", async ({ page, server }) => {
  await openDemo(page, server);
  const wanted = await page.evaluate(() => document.querySelectorAll("button.copy").length);
  assert.ok(wanted >= 4);
  const reached = new Set();
  for (let presses = 0; presses < 80; presses++) {
    await tab(page);
    const name = await page.evaluate(() => (document.activeElement.matches("button.copy") ? document.activeElement.textContent : ""));
    if (name) reached.add(name);
    if (reached.size === wanted) break;
  }
  assert.equal(reached.size, wanted, "each copy button has the focus once, under a name of its own");
  await page.press("Enter");
  const status = await page.waitFor(() => document.querySelector(".copy-status")?.textContent);
  assert.match(status, /Copied|not allowed/);
});

test("demo: trying the missing release again keeps the focus on the page and the message in place", async ({ page, server }) => {
  await openDemo(page, server);
  await page.evaluate(() => {
    const button = document.querySelector("press-release .pm-notice-failure button");
    button.focus();
    button.click();
  });
  await page.waitFor(() => seen.events.filter((event) => event.type === "pressmark-error").length === 2);
  assert.equal(await page.evaluate(() => document.activeElement.closest("press-release") !== null), true);
});

test("demo: 320 pixels are enough", async ({ page, server }) => {
  await page.goto(server.page("/", { body: '<iframe src="/dist/demo/index.html" style="width: 320px; height: 640px; border: 0" title="Narrow"></iframe>' }));
  await page.waitFor(() => document.querySelector("iframe").contentDocument.querySelectorAll(".pm-article").length >= 3);
  await settle(page);
  const over = await page.evaluate(() => {
    const { documentElement } = document.querySelector("iframe").contentDocument;
    return documentElement.scrollWidth - documentElement.clientWidth;
  });
  assert.equal(over, 0);
});

test("demo: nothing is asked of another machine, and nothing is written to the console", async ({ page, server }) => {
  await openDemo(page, server);
  await settle(page, 300);
  const { console: written } = await page.seen();
  assert.deepEqual(written, []);
  assert.ok((await visibleText(page, "h1")).length > 0);
});
