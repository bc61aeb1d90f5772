// Grade scales of a page's own: in badges, in releases, and when they are wrong.
import assert from "node:assert/strict";
import { embedPage, rendered, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const MARKS = { id: "kitchen-marks", name: "Kitchen marks", grades: ["Gold", "Silver", { label: "Bronze", tone: 4 }], areas: ["Kitchen", "Cold storage"], overall: true };
const DECLARED = "---\ntitle: Kitchens\ninspection:\n  scale: kitchen-marks\n  grades:\n    Kitchen: gold\n    Cold storage: bronze\n    overall: silver\n---\n\nText.\n";
const module = (file, code) => `<script type="module">import * as pressmark from "/dist/${file}"; window.pressmark = pressmark; ${code}</script>`;

const badges = (page, selector) =>
  page.evaluate((chosen) => [...document.querySelectorAll(`${chosen} .pm-grade`)].map((badge) => [
    badge.querySelector(".pm-grade-area")?.textContent ?? "",
    badge.querySelector(".pm-grade-word").textContent,
    [...badge.classList].find((name) => name.startsWith("pm-tone-")) ?? null,
  ]), selector);

test("own scales: badges know them, also those that were there before", async ({ page, server }) => {
  const body = '<inspection-grade scale="kitchen-marks" area="Kitchen" grade="bronze"></inspection-grade>';
  await page.goto(embedPage(server, body, { script: module("badge.js", "") }));
  await page.waitFor(() => document.querySelector(".pm-grade"));
  assert.deepEqual(await badges(page, "inspection-grade"), [["Kitchen", "bronze", null]]);
  await page.evaluate((marks) => pressmark.addScales([marks]), MARKS);
  await page.waitFor(() => document.querySelector(".pm-tone-4"));
  assert.deepEqual(await badges(page, "inspection-grade"), [["Kitchen", "Bronze", "pm-tone-4"]]);
  const refused = await page.evaluate(() => {
    try {
      pressmark.addScales([{ id: "cqc", grades: ["Inadequate", "Outstanding"] }]);
      return null;
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(refused, "TypeError");
});

test("own scales: releases know those of the page, of a script and of the property", async ({ page, server }) => {
  server.release("/release.md", DECLARED);
  const body = `<script type="application/json" id="marks">${JSON.stringify([MARKS])}</script>
    <press-release id="script" src="/release.md" scales="marks"></press-release>
    <press-release id="property" src="/release.md"></press-release>
    <press-release id="page" src="/release.md"></press-release>`;
  await page.goto(embedPage(server, body, { script: module("pressmark.js", "") }));
  await rendered(page);
  const wanted = [["Kitchen", "Gold", "pm-tone-1"], ["Cold storage", "Bronze", "pm-tone-4"], ["Overall", "Silver", "pm-tone-3"]];
  assert.deepEqual(await badges(page, "#script"), wanted);
  assert.deepEqual(await badges(page, "#property"), [], "a scale that nobody knows gives no badge");
  await page.evaluate((marks) => { document.querySelector("#property").scales = [marks]; }, MARKS);
  await page.waitFor(() => document.querySelectorAll("#property .pm-grade").length === 3);
  assert.deepEqual(await badges(page, "#property"), wanted);
  await page.evaluate((marks) => pressmark.addScales([marks]), MARKS);
  await page.waitFor(() => document.querySelectorAll("#page .pm-grade").length === 3);
  assert.deepEqual(await badges(page, "#page"), wanted);
  const known = await page.evaluate(() => [...document.querySelectorAll("press-release")].map(({ release }) => release.scales.map(({ id }) => id)));
  assert.deepEqual(known, [["kitchen-marks"], ["kitchen-marks"], ["kitchen-marks"]]);
  await page.evaluate(() => { document.querySelector("#property").scales = null; });
  assert.deepEqual(await page.evaluate(() => document.querySelector("#property").scales), []);
});

test("own scales: one to assume where the text names no inspectorate", async ({ page, server }) => {
  server.release("/release.md", "Tarn Café was rated gold for its kitchen.\n");
  const body = `<script type="application/json" id="marks">${JSON.stringify(MARKS)}</script>
    <press-release src="/release.md" scales="marks" scale="kitchen-marks"></press-release>`;
  await page.goto(embedPage(server, body));
  await rendered(page);
  assert.deepEqual(await badges(page, "press-release"), [["Kitchen", "Gold", "pm-tone-1"]]);
});

test("own scales: a fault in them is one of the page, and hides no release", { expects: ["errors"] }, async ({ page, server }) => {
  server.release("/release.md", DECLARED);
  const body = `<script type="application/json" id="broken">[{"id": </script>
    <script type="application/json" id="faulty">[{"id": "kitchen-marks", "grades": ["Gold", "gold"]}]</script>
    <press-release id="one" src="/release.md" scales="broken"></press-release>
    <press-release id="two" src="/release.md" scales="faulty"></press-release>
    <press-release id="three" src="/release.md" scales="nothing"></press-release>`;
  await page.goto(embedPage(server, body));
  await rendered(page);
  for (const id of ["one", "two", "three"]) assert.match(await visibleText(page, `#${id}`), /Kitchens.*Text\./);
  assert.deepEqual(await badges(page, "press-release"), []);
  const { errors } = await page.seen();
  assert.equal(errors.length, 2, JSON.stringify(errors));
});

test("own scales: a bar for each, by its name, and the grade of the whole apart", async ({ page, server }) => {
  const blocks = "inspection:\n- scale: kitchen-marks\n  grades: {Kitchen: gold, Cold storage: bronze, overall: silver}\n- scale: hmicfrs-peel-5\n  grades: {Preventing crime: good}\n";
  server.release("/release.md", `---\ntitle: Two schemes\n${blocks}---\n\nText.\n`);
  const body = `<script type="application/json" id="marks">${JSON.stringify([MARKS])}</script>
    <press-release id="release" src="/release.md" scales="marks"></press-release><inspection-grades for="release" layout="bar"></inspection-grades>`;
  await page.goto(embedPage(server, body));
  await page.waitFor(() => document.querySelectorAll("inspection-grades figure").length === 2);
  const found = await page.evaluate(() => [...document.querySelectorAll("inspection-grades figure")].map((figure) => ({
    caption: figure.querySelector("figcaption").textContent,
    name: figure.querySelector("svg[role=img]").getAttribute("aria-label"),
    apart: [...figure.querySelectorAll(":scope > .pm-grade")].map((badge) => badge.textContent.replace(/\s+/g, " ").trim()),
  })));
  assert.deepEqual(found, [
    { caption: "Kitchen marks", name: "1 Gold, 1 Bronze of 2 areas", apart: ["Overall Silver"] },
    { caption: "PEEL since 2021", name: "1 Good", apart: [] },
  ]);
});
