// Reading with a screen reader, a small screen, a keyboard, forced colours, the dark, and on paper.
import assert from "node:assert/strict";
import { axeFindings } from "./harness/axe.mjs";
import { embedPage, failed, RELEASE, rendered, settle, tab, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

/** A page that goes dark with its reader; axe wants to find the colours on an element. */
const DARK_PAGE = "<style>:root { color-scheme: light dark } body { background: Canvas; color: CanvasText }</style>";

/** An article in a page that is itself in order, with everything that a release can show. */
const FULL = `---
title: Everything that a release can show
summary: One line that sums it up.
area: Brackenford
language: en
publish:
  date: 09:30 14/03/2024
inspection:
  scale: hmicfrs-peel-5
  grades:
    Managing offenders: outstanding
    Investigating crime: good
    Responding to the public: adequate
    Treatment of the public: requires improvement
    Preventing crime: inadequate
---

A paragraph with a [link](/times), *stress*, **weight** and \`code\`.

## A heading

1. One
2. Two
   - Nested

> A quotation.

### A smaller heading

![A door](/door.png)

    code that is set apart

---

The end.
`;

const article = (attributes = "") => `<main><h1>News</h1><press-release src="/release.md" heading-level="2" ${attributes}></press-release>
  <inspection-grades aria-label="Table" for="none"></inspection-grades></main>`;

async function showFull(page, server, options = {}, attributes = "") {
  server.release("/release.md", FULL);
  await page.goto(embedPage(server, article(attributes), options));
  await rendered(page);
}

test("axe: the control, a page with faults, is found faulty", async ({ page, server }) => {
  await page.goto(server.page("/", { body: '<main><h1>News</h1><img src="/x.png"><button></button><p style="color: #aaa; background: #fff">Pale</p></main>', attributes: "" }));
  const rules = (await axeFindings(page)).map((line) => line.split(":")[0]);
  for (const rule of ["image-alt", "button-name", "color-contrast", "html-has-lang"]) assert.ok(rules.includes(rule), rule);
});

test("axe: an article with everything, by day", async ({ page, server }) => {
  await showFull(page, server);
  assert.deepEqual(await axeFindings(page), []);
});

test("axe: an article with everything, in the dark", { media: "dark" }, async ({ page, server }) => {
  await showFull(page, server, { head: DARK_PAGE });
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  assert.match(dark, /dark/);
  assert.deepEqual(await axeFindings(page), []);
});

test("axe: a light page of a reader who prefers the dark", { media: "dark" }, async ({ page, server }) => {
  await showFull(page, server, { head: "<style>body { background: #fff; color: #222 }</style>" });
  assert.deepEqual(await axeFindings(page), []);
});

test("axe: an article in a shadow root", async ({ page, server }) => {
  await showFull(page, server, {}, "shadow");
  assert.deepEqual(await axeFindings(page), []);
});

test("axe: badges, table and bar by themselves", async ({ page, server }) => {
  server.release("/release.md", FULL);
  const layouts = ["badges", "table", "bar"].map((layout) => `<h2>${layout}</h2><inspection-grades for="release" layout="${layout}"></inspection-grades>`).join("");
  await page.goto(embedPage(server, `<main><h1>Grades</h1><press-release id="release" src="/release.md" heading-level="2"></press-release>${layouts}</main>`));
  await rendered(page);
  await settle(page);
  assert.deepEqual(await axeFindings(page), []);
});

test("axe: an element that failed", async ({ page, server }) => {
  await page.goto(embedPage(server, '<main><h1>News</h1><press-release id="broken" src="/missing.md"><p>Waiting</p></press-release></main>'));
  await failed(page, "broken");
  assert.deepEqual(await axeFindings(page), []);
});

test("accessibility: the article has a name, a language and headings in order", async ({ page, server }) => {
  await showFull(page, server);
  const found = await page.evaluate(() => {
    const root = document.querySelector(".pm-article");
    const label = root.getAttribute("aria-label") ?? document.getElementById(root.getAttribute("aria-labelledby"))?.textContent;
    return { label: label ?? null, language: root.lang, levels: [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((heading) => heading.localName) };
  });
  assert.equal(found.language, "en");
  assert.deepEqual(found.levels, ["h1", "h2", "h3", "h4"]);
});

test("accessibility: a release without a headline is named by its first words", async ({ page, server }) => {
  server.release("/release.md", "The first words of a release without a headline, and some more.\n\nThe second paragraph.\n");
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  const found = await page.evaluate(() => ({
    name: document.querySelector(".pm-article").getAttribute("aria-label"),
    headings: document.querySelectorAll("press-release h1").length,
    warnings: document.querySelector("press-release").release.diagnostics.filter(({ severity }) => severity === "warning").length,
  }));
  assert.match(found.name ?? "", /^The first words of a release/);
  assert.equal(found.headings, 0);
  assert.ok(found.warnings >= 1);
});

test("accessibility: 320 pixels are enough, without scrolling sideways", async ({ page, server }) => {
  const long = FULL.replace("The end.", `The end of ${"averyveryverylongword".repeat(8)} and https://example.org/${"path/".repeat(40)}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n`);
  server.release("/release.md", long);
  server.page("/narrow.html", { body: `${article()}<inspection-grades for="all" layout="table"></inspection-grades><script type="module" src="/dist/pressmark.js"></script>`, head: '<style>body { margin: 0 }</style>' });
  await page.goto(server.page("/", { body: '<iframe src="/narrow.html" style="width: 320px; height: 640px; border: 0" title="Narrow"></iframe>' }));
  await page.waitFor(() => document.querySelector("iframe").contentDocument.querySelector(".pm-article"));
  await settle(page);
  const found = await page.evaluate(() => {
    const inner = document.querySelector("iframe").contentDocument;
    const width = inner.documentElement.clientWidth;
    const wide = [...inner.querySelectorAll("body *")].filter((element) => element.getBoundingClientRect().right > width + 1);
    return { scroll: inner.documentElement.scrollWidth - width, wide: wide.map((element) => `${element.localName}.${element.className.baseVal ?? element.className} ${element.textContent.slice(0, 40)}`) };
  });
  assert.deepEqual(found, { scroll: 0, wide: [] });
});

test("accessibility: tables of grades with all their columns scroll no page sideways, however wide it is", async ({ page, server }) => {
  const inspection = (subject) => `  - scale: hmicfrs-peel-5\n    subject: ${subject}\n    date: 2025-11-23\n    grades:\n      Investigating crime: requires improvement\n      Leadership and force management: outstanding\n    previous:\n      Investigating crime: requires improvement\n`;
  server.release("/release.md", `---\ninspection:\n${inspection("Stonebeck Police")}${inspection("Eastmere Constabulary")}---\n\nWords.\n`);
  server.page("/narrow.html", { body: '<press-release id="all" src="/release.md"></press-release><inspection-grades for="all" layout="table"></inspection-grades><script type="module" src="/dist/pressmark.js"></script>' });
  await page.goto(server.page("/", { body: '<iframe src="/narrow.html" style="width: 320px; height: 640px; border: 0" title="Narrow"></iframe>' }));
  await page.waitFor(() => document.querySelector("iframe").contentDocument.querySelector("inspection-grades table"));
  const wide = await page.evaluate(() => {
    const frame = document.querySelector("iframe");
    return Array.from({ length: 30 }, (_, step) => 320 + 20 * step).filter((width) => {
      frame.style.width = `${width}px`;
      const { scrollWidth, clientWidth } = frame.contentDocument.documentElement;
      return scrollWidth > clientWidth;
    });
  });
  assert.deepEqual(wide, []);
});

test("accessibility: a picture that does not load leaves its words", async ({ page, server }) => {
  server.release("/release.md", "# Pictures\n\n![The library's new door](/missing.png)\n");
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  await page.evaluate(() => document.querySelector("press-release img").scrollIntoView());
  await page.waitFor(() => document.querySelector("press-release img").complete);
  const found = await page.waitFor(() => {
    const image = document.querySelector("press-release img");
    return image.getBoundingClientRect().width > 0 && { words: image.alt, picture: image.naturalWidth };
  });
  assert.match(found.words, /The library.s new door/);
  assert.equal(found.picture, 0);
});

test("accessibility: forced colours leave the badge a border and its words", { media: "forced-colors" }, async ({ page, server }) => {
  await showFull(page, server);
  const badges = await page.evaluate(() => [...document.querySelectorAll(".pm-grade")].map((badge) => {
    const style = getComputedStyle(badge);
    return { border: parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" && style.borderTopColor !== style.backgroundColor, text: style.color !== style.backgroundColor };
  }));
  assert.ok(badges.length >= 5);
  assert.deepEqual(badges.filter((badge) => !badge.border || !badge.text), []);
});

test("accessibility: on paper the badge has an outline and dark words", { media: "print" }, async ({ page, server }) => {
  await showFull(page, server);
  const badges = await page.evaluate(() => [...document.querySelectorAll(".pm-grade")].map((badge) => {
    const style = getComputedStyle(badge);
    const [red, green, blue] = style.color.match(/[\d.]+/g).map(Number);
    // Where printers print backgrounds, that of the page may be a dark one.
    const white = style.backgroundColor === "rgb(255, 255, 255)";
    return { border: parseFloat(style.borderTopWidth) > 0, dark: (red + green + blue) / 3 < 110, white, words: badge.textContent.trim() };
  }));
  assert.ok(badges.length >= 5);
  assert.deepEqual(badges.filter((badge) => !badge.border || !badge.dark || !badge.white || !badge.words), []);
});

test("accessibility: on paper the link to the report says where it leads", { media: "print" }, async ({ page, server }) => {
  server.release("/release.md", "---\ninspection:\n  scale: cqc\n  report: https://inspector.example/report\n  grades:\n    overall: good\n---\n\nWords.\n");
  await page.goto(embedPage(server, article("")));
  await rendered(page);
  const address = await page.evaluate(() => getComputedStyle(document.querySelector(".pm-note a"), "::after").content);
  assert.match(address, /inspector\.example\/report/);
});

for (const media of [undefined, "dark"]) {
  test(`accessibility: every grade of every scale meets its contrast ${media ? "in the dark" : "by day"}`, media ? { media } : {}, async ({ page, server }) => {
    await page.goto(embedPage(server, "<main></main>", { head: DARK_PAGE }));
    const count = await page.evaluate(async () => {
      const { loadPressmark } = await import("/dist/core.js");
      const { scales } = await loadPressmark();
      for (const scale of scales) {
        for (const grade of scale.grades) {
          const badge = document.createElement("inspection-grade");
          Object.assign(badge, { scale: scale.id, area: scale.name, grade: grade.id });
          document.querySelector("main").append(badge, " ");
        }
      }
      return document.querySelectorAll("inspection-grade").length;
    });
    assert.ok(count > 30, `${count} grades`);
    await page.waitFor((all) => document.querySelectorAll(".pm-grade[class*=pm-tone-]").length === all, count);
    assert.deepEqual(await poorContrasts(page), []);
  });
}

/** Badges whose words have less than 4.5:1, or whose outline has less than 3:1 against the page. */
function poorContrasts(page) {
  return page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    // The browser turns any colour it knows into bytes.
    const bytes = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([red, green, blue]) => {
      const [r, g, b] = [red, green, blue].map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one, other) => {
      const [high, low] = [luminance(bytes(one)), luminance(bytes(other))].sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    };
    const ground = getComputedStyle(document.body).backgroundColor;
    const paper = bytes(ground)[3] > 0 ? ground : "#fff";
    const poor = [];
    const badges = [...document.querySelectorAll(".pm-grade")];
    if (badges.length < 5) poor.push(`only ${badges.length} badges`);
    for (const badge of badges) {
      const style = getComputedStyle(badge);
      const opaque = bytes(style.backgroundColor)[3] > 0;
      const behind = opaque ? style.backgroundColor : paper;
      for (const name of [".pm-grade-area", ".pm-grade-word"]) {
        const ratio = contrast(getComputedStyle(badge.querySelector(name)).color, behind);
        if (ratio < 4.5) poor.push(`${badge.className} ${name} ${ratio.toFixed(2)}`);
      }
      const outline = contrast(style.borderTopColor, paper);
      if (outline < 3) poor.push(`${badge.className} outline ${outline.toFixed(2)}`);
    }
    return poor;
  });
}

test("accessibility: links of a release can be reached by keyboard, badges do not stop it", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<a href="/before">Before</a><press-release src="/release.md"></press-release><a href="/after">After</a>'));
  await rendered(page);
  const reached = [];
  for (let presses = 0; presses < 8 && reached.at(-1) !== "After"; presses++) {
    await tab(page);
    reached.push(await page.evaluate(() => document.activeElement.textContent.trim()));
  }
  assert.equal(reached[0], "Before");
  assert.ok(reached.includes("full times"), String(reached));
  assert.equal(reached.at(-1), "After");
});

test("accessibility: a failure is announced", async ({ page, server }) => {
  await page.goto(embedPage(server, '<press-release id="broken" src="/missing.md"><p>Waiting</p></press-release>'));
  await failed(page, "broken");
  const role = await page.evaluate(() => document.querySelector("#broken [role=alert], #broken [role=status], #broken [aria-live]")?.innerText ?? null);
  assert.ok(role, "the message is a live region");
  assert.match(await visibleText(page, "#broken"), /Waiting/);
});

test("accessibility: large letters on a telephone widen no list of grades, and no cell of a table is lost", async ({ page, server }) => {
  const history = "HMICFRS inspects the police. At its previous inspection the force was rated adequate at managing offenders.\n\n## What";
  server.release("/release.md", RELEASE.replace("## What", history));
  const lists = ["badges", "table", "bar"].map((layout) => `<inspection-grades for="all" layout="${layout}"></inspection-grades>`).join("");
  const head = "<style>html { font-size: 200% } body { margin: 0; font-family: sans-serif }</style>";
  server.page("/narrow.html", { body: `<press-release id="all" src="/release.md"></press-release>${lists}<script type="module" src="/dist/pressmark.js"></script>`, head });
  await page.goto(server.page("/", { body: '<iframe src="/narrow.html" style="width: 320px; height: 640px; border: 0" title="Narrow"></iframe>' }));
  await page.waitFor(() => document.querySelector("iframe").contentDocument.querySelector("inspection-grades table"));
  const found = await page.evaluate(() => {
    const inner = document.querySelector("iframe").contentDocument;
    const cells = [...inner.querySelectorAll(".pm-article > .pm-grades-table td")];
    return {
      scroll: inner.documentElement.scrollWidth - inner.documentElement.clientWidth,
      // Screen readers count the cells of a row to find the head of each.
      empty: cells.filter((cell) => !cell.textContent).length,
      lost: cells.filter((cell) => getComputedStyle(cell).display === "none").length,
    };
  });
  assert.deepEqual(found, { scroll: 0, empty: 1, lost: 0 });
});
