// How a release leaves the studio: each form is saved and opened, badges are pictures, a link carries the text.
import assert from "node:assert/strict";
import { axeFindingsOfStudio, catchFiles, caughtFile, click, editorText, openStudio, paste, previewShows, type } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

const RELEASE = `---
title: Marlshire Police “graded” & <reviewed>
summary: Inspectors saw progress.
published: 2022-03-14
---

The force was graded good for managing offenders, says HMICFRS.

- one
- two
`;

async function openExport(page, server, text = RELEASE) {
  await openStudio(page, server);
  await paste(page, text);
  await previewShows(page, "managing offenders");
  await catchFiles(page);
  await click(page, "Export");
  await page.waitFor(() => document.querySelector("#export-window[open] .output"));
}

const NAME = "marlshire-police-graded-reviewed";

test("out: the text is saved as it is", async ({ page, server }) => {
  await openExport(page, server);
  await click(page, "Save: Markdown");
  const { text, type } = await caughtFile(page, `${NAME}.md`);
  assert.equal(text, RELEASE);
  assert.match(type, /^text\/markdown/);
});

test("out: the web page stands alone, runs nothing and looks like the preview", async ({ page, server }) => {
  await openExport(page, server);
  await click(page, "Save: Web page");
  const { text } = await caughtFile(page, `${NAME}.html`);
  assert.doesNotMatch(text, /<script|rel="?manifest/);
  assert.ok(!text.includes(server.origin), "it names no file of the studio");
  // In a place of its own: for the studio's the browser asks when it likes, and its service worker still fetches.
  server.page("/alone.html", text);
  await page.goto(server.otherUrl("/alone.html"));
  const seen = await page.evaluate(() => ({
    title: document.title,
    headline: document.querySelector("h1").textContent,
    border: getComputedStyle(document.querySelector(".pm-grade")).borderTopStyle,
    badges: [...document.querySelectorAll(".pm-header .pm-grade-word")].map((each) => each.textContent),
    description: document.querySelector("meta[name=description]").content,
    language: document.documentElement.lang,
  }));
  assert.deepEqual(seen, {
    title: "Marlshire Police “graded” & <reviewed>",
    headline: "Marlshire Police “graded” & <reviewed>",
    border: "solid",
    badges: ["Good"],
    description: "Inspectors saw progress.",
    language: "en-GB",
  });
  const asked = server.requests.filter(({ origin }) => origin === server.otherOrigin).map(({ path }) => path).filter((path) => path !== "/favicon.ico");
  assert.deepEqual(asked, ["/alone.html"]);
});

test("out: a web page in Arabic runs from right to left", async ({ page, server }) => {
  await openExport(page, server, "---\ntitle: Library\nlanguage: ar\n---\n\nmanaging offenders\n");
  await click(page, "Save: Web page");
  assert.match((await caughtFile(page, "library.html")).text, /<html lang="ar" dir="rtl">/);
  await click(page, "Save: HTML for your website");
  assert.match((await caughtFile(page, "library-article.html")).text, /^<article class="pm-article" lang="ar" dir="rtl"/);
});

test("out: fragment, embed code, plain text, search data and newsroom data", async ({ page, server }) => {
  await openExport(page, server);
  for (const name of ["HTML for your website", "Embed code", "Plain text", "Data for search engines", "Data for newsrooms"]) await click(page, `Save: ${name}`);
  assert.match((await caughtFile(page, `${NAME}-article.html`)).text, /^<article class="pm-article"/);
  assert.match((await caughtFile(page, `${NAME}.txt`)).text, /Marlshire Police “graded” & <reviewed>[^]*managing offenders/);
  const data = JSON.parse((await caughtFile(page, `${NAME}.jsonld`)).text);
  assert.equal(data["@type"], "NewsArticle");
  assert.equal(data.headline, "Marlshire Police “graded” & <reviewed>");
  const ninjs = JSON.parse((await caughtFile(page, `${NAME}.json`)).text);
  assert.ok(JSON.stringify(ninjs).includes("managing offenders"));
  const embed = (await caughtFile(page, `${NAME}-embed.html`)).text;
  server.release(`/news/${NAME}.md`, RELEASE);
  const code = embed.replace("/pressmark/pressmark.js", "/dist/pressmark.js");
  await page.goto(server.page("/embedded.html", { body: code }));
  await page.waitFor(() => document.querySelector("press-release h1")?.textContent.includes("<reviewed>"));
});

test("out: a badge is a picture, as SVG and as PNG", async ({ page, server }) => {
  await openExport(page, server);
  const badge = await page.evaluate(() => document.querySelector("[data-badge] svg").getBoundingClientRect().width);
  assert.ok(badge > 150, "the picture has its words' width");
  await click(page, "SVG: Managing offenders Good");
  await click(page, "PNG: Managing offenders Good");
  const { text } = await caughtFile(page, `${NAME}-managing-offenders-good.svg`);
  assert.match(text, /<title>Managing offenders: Good \(read from the text\)<\/title>/);
  const { head, type } = await caughtFile(page, `${NAME}-managing-offenders-good.png`);
  assert.deepEqual(head.slice(0, 8), [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  assert.match(type, /^image\/png/);
  const width = (head[16] << 24) | (head[17] << 16) | (head[18] << 8) | head[19];
  assert.equal(width, Math.round(badge) * 4);
  // As a picture in another page.
  server.route("/badge.svg", { type: "image/svg+xml", body: text });
  await page.goto(server.page("/picture.html", { body: '<img src="/badge.svg" alt="Badge">' }));
  assert.equal(await page.evaluate(() => document.querySelector("img").naturalWidth), Math.round(badge));
});

test("out: where the browser can, the author chooses the place", async ({ page, server }) => {
  await openExport(page, server);
  await page.evaluate(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => ({
      createWritable: async () => ({
        write: async (blob) => (window.files[suggestedName] = { text: await blob.text() }),
        close: async () => {},
      }),
    });
  });
  await click(page, "Save: Markdown");
  assert.equal((await caughtFile(page, `${NAME}.md`)).text, RELEASE);
});

test("out: what is copied is on the clipboard", async ({ page, server }) => {
  await openExport(page, server);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (words) => void (window.copied = words) } });
  });
  await click(page, "Copy: Markdown");
  assert.equal(await page.waitFor(() => window.copied), RELEASE);
  assert.match(await page.waitFor(() => document.querySelector(".notice p")?.textContent), /Markdown: copied/);
});

test("out: a link carries the text; it is read alone until it is accepted", async ({ page, server }) => {
  await openExport(page, server);
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: { writeText: async (words) => void (window.copied = words) } });
  });
  await click(page, "Copy: Link to this text");
  const link = await page.waitFor(() => window.copied);
  assert.match(link, /\/dist\/studio\/index\.html#release=[\w-]+$/);
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await page.goto("about:blank");
  server.requests.length = 0;
  await page.goto(link);
  await previewShows(page, "managing offenders");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "offered");
  assert.ok(server.requests.every(({ url }) => !url.includes("release=")), "no server sees the text");
  await type(page, "x");
  assert.equal(await editorText(page), RELEASE);
  await click(page, "Drafts: ");
  await page.waitFor(() => document.querySelectorAll(".dialog-body > .draft-list > .draft").length === 1);
  await click(page, "Close");
  await click(page, "Keep it as a draft");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await type(page, "x");
  assert.notEqual(await editorText(page), RELEASE);
});

test("out: a link that was cut or blown up is refused with a word", async ({ page, server }) => {
  await openStudio(page, server);
  await page.evaluate(() => (location.hash = "#release=AAAA"));
  assert.match(await page.waitFor(() => document.querySelector(".notice p")?.textContent), /not whole/);
  await page.evaluate(async () => {
    document.querySelector(".notices").replaceChildren();
    const stream = new Blob(["a".repeat(3 << 20)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    location.hash = `#release=${btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_")}`;
  });
  assert.match(await page.waitFor(() => document.querySelector(".notice p")?.textContent), /not whole/);
  await previewShows(page, "Marlshire");
});

test("out: an embargo is named before anything is taken along", async ({ page, server }) => {
  await openExport(page, server, RELEASE.replace("published: 2022-03-14", "embargo: 2035-01-01 00:01"));
  assert.match(await page.evaluate(() => document.querySelector(".output-warning").textContent), /Under embargo until .*2035/);
});

test("out: the embed code of a release under embargo says none of its words", async ({ page, server }) => {
  await openExport(page, server, "---\ntitle: Library opens\nsummary: On Sundays\nembargo: 2035-01-01 00:01\n---\n\nmanaging offenders\n");
  await click(page, "Save: Embed code");
  const { text } = await caughtFile(page, "library-opens-embed.html");
  assert.match(text, />Press release<\/a>/);
  assert.doesNotMatch(text, /Library opens|On Sundays/);
});

test("out: an embargo of which nothing says when it ends is given no end", async ({ page, server }) => {
  await openExport(page, server, RELEASE.replace("published: 2022", "status: embargoed\npublished: 2035"));
  assert.match(await page.evaluate(() => document.querySelector(".output-warning").textContent), /^Under embargo\. /);
});

test("out: axe finds nothing in the window", async ({ page, server, dist }) => {
  const prepare = async () => {
    await click(page, "Export");
    await page.waitFor(() => document.querySelector("#export-window[open] .output"));
  };
  assert.deepEqual(await axeFindingsOfStudio(page, server, dist, prepare), []);
});
