// What a release has beside its text: ribbons, contacts, quotations, callouts; before a screen reader, from right to left,
// under forced colours and on paper.
import assert from "node:assert/strict";
import { axeFindings } from "./harness/axe.mjs";
import { embedPage, rendered } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const RELEASE = `---
title: The bridge is open
status:
  state: corrected
  reason: it is 40 metres long, not 14
contacts:
  - name: Ada Field
    telephone: 01632 960001
    email: ada@northport.example
attachments:
  - url: https://northport.example/plan.pdf
    title: The plans
history:
  - The length was put right
---

The bridge over the harbour is open.

:::quote
A bridge for everyone.
— Ada Field, Chief Officer
:::

:::warning
Do not jump from the bridge.
:::

:::statistic
40 m
from end to end
:::

ENDS

:::contact
Tom Brook, press officer
+44 (0)7700 900 123
:::
`;

async function open({ page, server }, options = {}) {
  server.release("/release.md", RELEASE);
  const head = '<link rel="stylesheet" href="/dist/pressmark.css">';
  await page.goto(embedPage(server, `<main><press-release src="/release.md"></press-release></main>`, { head, ...options }));
  await rendered(page);
}

const styleOf = (page, selector, ...names) =>
  page.evaluate(
    (chosen, wanted) => wanted.map((name) => getComputedStyle(document.querySelector(chosen)).getPropertyValue(name)),
    selector,
    names,
  );

test("blocks: a correction is the first thing in the article, as a note with words", async (context) => {
  await open(context);
  const first = await context.page.evaluate(() => {
    const ribbon = document.querySelector(".pm-article").querySelector("*").firstElementChild;
    return [ribbon.getAttribute("role"), ribbon.textContent];
  });
  assert.deepEqual(first, ["note", "Corrected: it is 40 metres long, not 14"]);
  const release = await context.page.evaluate(() => {
    const { status, contacts, attachments, history } = document.querySelector("press-release").release;
    return { status, contacts, attachments, history };
  });
  assert.deepEqual(release, {
    status: { state: "corrected", reason: "it is 40 metres long, not 14", date: null },
    contacts: [{ name: "Ada Field", role: null, organisation: null, telephone: "01632 960001", email: "ada@northport.example" }],
    attachments: [{ url: "https://northport.example/plan.pdf", title: "The plans", type: null, size: null }],
    history: [{ date: null, note: "The length was put right" }],
  });
});

test("blocks: contacts can be called and written to", async (context) => {
  await open(context);
  const links = await context.page.evaluate(() => [...document.querySelectorAll("address.h-card a")].map(({ href, textContent }) => [href, textContent]));
  assert.deepEqual(links, [
    ["tel:+447700900123", "+44 (0)7700 900 123"],
    ["tel:+441632960001", "01632 960001"],
    ["mailto:ada@northport.example", "ada@northport.example"],
  ]);
  const names = await context.page.evaluate(() => [...document.querySelectorAll(".h-card .p-name")].map(({ textContent }) => textContent));
  assert.deepEqual(names, ["Tom Brook", "Ada Field"]);
});

test("blocks: axe finds nothing in a release that has them all", async (context) => {
  await open(context);
  assert.deepEqual(await axeFindings(context.page), []);
});

test("blocks: axe finds nothing in the dark", { media: "dark" }, async (context) => {
  await open(context);
  assert.deepEqual(await axeFindings(context.page), []);
});

test("blocks: from right to left the strong edge of a callout stands on the right", async (context) => {
  await open(context, { attributes: 'lang="ar" dir="rtl"' });
  assert.deepEqual(await styleOf(context.page, ".pm-callout", "border-right-width", "border-left-width"), ["5px", "1px"]);
  assert.deepEqual(await styleOf(context.page, ".pm-ribbon", "border-right-width", "border-left-width"), ["5px", "1px"]);
});

test("blocks: forced colours leave ribbon and callout their borders", { media: "forced-colors" }, async (context) => {
  await open(context);
  for (const selector of [".pm-ribbon", ".pm-callout", ".pm-statistic"]) {
    const [style, width] = await styleOf(context.page, selector, "border-inline-start-style", "border-inline-start-width");
    assert.notEqual(style, "none", selector);
    assert.ok(Number.parseFloat(width) >= 4, `${selector}: ${width}`);
  }
});

test("blocks: on paper they are not torn, and attachments say where they lie", { media: "print" }, async (context) => {
  await open(context);
  for (const selector of [".pm-ribbon", ".pm-callout", ".pm-statistic", "figure.pm-quote", "address.h-card"]) {
    assert.deepEqual(await styleOf(context.page, selector, "break-inside"), ["avoid"], selector);
  }
  const address = await context.page.evaluate(() => getComputedStyle(document.querySelector(".pm-attachments a"), "::after").content);
  assert.match(address, /northport\.example/);
});
