// What a release looks like as DOM: the examples, the two real documents, and that HTML and DOM are the same article.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tests as specification } from "commonmark-spec";
import { embedPage, RELEASE, rendered, seed } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const EXAMPLES = new URL("../../web/examples/releases/", import.meta.url);
const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((name) => /\.(md|txt)$/.test(name)) : [];
const exampleText = (name) => readFileSync(new URL(name, EXAMPLES), "utf8");

/** The article as the reader gets it: its parts with their words. */
const readArticle = (page, selector = "press-release") =>
  page.evaluate((chosen) => {
    const root = document.querySelector(`${chosen} .pm-article`);
    const words = (node) => node?.textContent.replace(/\s+/g, " ").trim() ?? null;
    return {
      language: root.lang,
      headline: words(root.querySelector(".pm-headline")),
      summary: words(root.querySelector(".pm-summary")),
      datetime: root.querySelector(".pm-dateline time")?.getAttribute("datetime") ?? null,
      dateline: words(root.querySelector(".pm-dateline time")),
      area: words(root.querySelector(".pm-area")),
      image: root.querySelector(".pm-image img")?.getAttribute("src") ?? null,
      badges: [...root.querySelectorAll(".pm-header .pm-grades > li")].map((item) => `${words(item.querySelector(".pm-grade-area"))}: ${words(item.querySelector(".pm-grade-word"))}`),
      body: [...root.querySelector(".pm-body").children].map((element) => [element.localName, words(element)]),
    };
  }, selector);

test("rendering: every part of a release stands in its place", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  assert.deepEqual(await readArticle(page), {
    language: "", // it names none, and the page's own holds
    headline: "Brackenford library passes its inspection",
    summary: null,
    datetime: "2024-03-14T09:30+00:00",
    dateline: "Thursday 14 March 2024, 09:30",
    area: "Brackenford",
    image: null,
    badges: ["Managing offenders: Good", "Investigating crime: Requires improvement"],
    body: [
      ["p", "The library in Brackenford opens on Sundays from next month."],
      ["h2", "What changes"],
      ["ul", "The doors open at ten.The full times are on the door."],
      ["blockquote", "“We are glad,” said a reader."],
    ],
  });
  const inline = await page.evaluate(() => [...document.querySelectorAll(".pm-body strong, .pm-body em, .pm-body a")].map((element) => `${element.localName}: ${element.textContent}`));
  assert.deepEqual(inline, ["strong: Brackenford", "em: ten", "a: full times"]);
});

test("rendering: text keeps every character", async ({ page, server }) => {
  const words = "Café “ünï” 漢字 🙂 عربى & < > \u00a0 — ﬁ";
  server.release("/release.md", `---\ntitle: "${words.replaceAll('"', '\\"')}"\n---\n\n${words}\n`);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  assert.equal(await page.evaluate(() => document.querySelector(".pm-headline").textContent), words);
  assert.equal(await page.evaluate(() => document.querySelector(".pm-body p").textContent), words);
});

const TREES = { head: '<script src="/trees.js"></script>' };

/**
 * Parses each source in the page, mounts it, parses its HTML, and returns where the two trees differ.
 * @returns {Promise<string[]>}
 */
function differences(page, sources) {
  return page.evaluate(async (texts) => {
    const { loadPressmark } = await import("/dist/core.js");
    const pressmark = await loadPressmark();
    const found = [];
    for (const text of texts) {
      const release = pressmark.parse(text, { baseURL: "https://news.example/2024/release.md", now: new Date("2024-06-01T12:00:00Z") });
      for (const part of ["article", "body"]) {
        const container = document.createElement("div");
        release.mount(container, { part });
        const parsed = new DOMParser().parseFromString(`<!doctype html><body>${release.toHTML({ part })}`, "text/html");
        const [mounted, html] = [written(container), written(parsed.body)];
        if (mounted !== html) found.push(`${part} of ${JSON.stringify(text).slice(0, 200)}:\n  DOM  ${mounted.slice(0, 500)}\n  HTML ${html.slice(0, 500)}`);
      }
    }
    return found;
  }, sources);
}

const AWKWARD = [
  "",
  "\n",
  "\ufeff# BOM\n",
  "a\0b",
  "Line one\r\nLine two\rLine three\n",
  "```\n\nleading blank line\n```\n",
  "    \n\n    indented\n",
  "> - > 1. deep\n",
  "1) seven\n\n7. start\n",
  "a  \nb\\\nc\n",
  "<b>bold</b> <script>alert(1)</script> <!-- no --> & &amp; &lt; &#0;\n",
  "<div>\n\n*text*\n\n</div>\n",
  "<table><tr><td>cell</table>\n",
  "[a](<b c> 'it\"s') ![x *y* `z`](/p.png \"<t>\")\n",
  "[p](mailto:a@b.example) <tel:+441234567890> <https://example.org/?a=1&b=2>\n",
  "[bad](javascript:alert(1)) ![bad](data:image/png;base64,AAAA)\n",
  "# One\n\n# One\n\n###### Six\n\n####### Seven\n",
  "---\ntitle: <b>Not bold</b> & \"quoted\"\nsummary: a <script> in the summary\narea: '\"><img src=x onerror=alert(1)>'\n---\n\ntext\n",
  "---\ntitle: Broken\n",
  "---\n- no\n- map\n---\n\ntext\n",
  "---\ntitle: Date\npublish:\n  date: 31/02/2019\nembargo: 2999-01-01T00:00Z\nimage: pic.png\n---\n\ntext\n",
  "---\ninspection:\n  scale: hmicfrs-peel-4\n  subject: A & B\n  report: https://example.org/?a=1&amp;b=2\n  grades:\n    Efficiency: good\n    Effectiveness: <i>good</i>\n---\n",
  "| a | b |\n|---|:-:|\n| 1 | **2** |\n",
  "~~gone~~ https://example.org\n",
  "\u202eright to left\u202c ﷽ \u2028 \ud800 lone\n",
];

test("rendering: HTML and DOM are the same tree, on awkward documents", async ({ page, server }) => {
  await page.goto(server.page("/", TREES));
  assert.deepEqual(await differences(page, [RELEASE, ...AWKWARD]), []);
});

test("rendering: HTML and DOM are the same tree, on the examples of CommonMark", async ({ page, server }) => {
  await page.goto(server.page("/", TREES));
  const sources = specification.map(({ markdown }) => markdown.replaceAll("→", "\t"));
  assert.ok(sources.length > 600);
  assert.deepEqual(await differences(page, sources), []);
});

test("rendering: HTML and DOM are the same tree, on the example releases", { unless: examples.length ? "" : "there are no example releases" }, async ({ page, server }) => {
  await page.goto(server.page("/", TREES));
  assert.deepEqual(await differences(page, examples.map(exampleText)), []);
});

for (const name of examples) {
  test(`rendering: the example ${name} shows all that its model holds`, async ({ page, server }) => {
    server.release("/release.md", exampleText(name));
    await page.goto(embedPage(server, '<press-release src="/release.md" embargo="show"></press-release>'));
    await rendered(page);
    const article = await readArticle(page);
    const model = await page.evaluate(() => {
      const { title, area, published, grades, headings, diagnostics } = document.querySelector("press-release").release;
      return { title, area, published, grades, headings, errors: diagnostics.filter(({ severity }) => severity === "error") };
    });
    assert.equal(article.headline, model.title);
    assert.equal(article.area, model.area);
    assert.equal(article.datetime, model.published?.iso ?? null);
    const areas = { all: "All areas", overall: "Overall" };
    assert.deepEqual(article.badges, model.grades.map((grade) => `${areas[grade.area] ?? grade.area}: ${grade.label}`));
    assert.deepEqual(model.errors, []);
    assert.ok(article.body.length >= 1 && article.body.every(([, words]) => words), "a text");
  });
}

/** What the examples are about, in the words that a reader finds. */
const EXAMPLE_ARTICLES = {
  "declared-grades.md": {
    headline: "Northfen Constabulary sets out what inspectors found",
    summary: "Two of six areas are outstanding; investigations have to get better.",
    dateline: "Thursday 8 February 2024, 07:00",
    area: "Northfen",
    badges: [
      "Preventing crime: Outstanding",
      "Treatment of the public: Outstanding",
      "Responding to the public: Good",
      "Managing offenders: Good",
      "Protecting vulnerable people: Adequate",
      "Investigating crime: Requires improvement",
    ],
  },
  "good-in-all-areas.txt": {
    headline: "Inspectors find Marlshire Police good in every area",
    summary: "The inspectors' report on the force is out today",
    dateline: "Thursday 14 March 2019, 00:01",
    area: "Marlshire",
    badges: [],
  },
  "police-new-grades.txt": { headline: null, summary: null, dateline: null, area: null, badges: [] },
};

for (const [name, expected] of Object.entries(EXAMPLE_ARTICLES)) {
  test(`rendering: the declared parts of the example ${name}`, async ({ page, server }) => {
    server.release("/releases/release.md", exampleText(name));
    server.route("/images/bridge.svg", { body: "<svg/>" });
    server.route("/images/harbour.svg", { body: "<svg/>" });
    await page.goto(embedPage(server, '<press-release src="/releases/release.md" grades="declared"></press-release>'));
    await rendered(page);
    const { headline, summary, dateline, area, badges } = await readArticle(page);
    assert.deepEqual({ headline, summary, dateline, area, badges }, expected);
    const rows = await page.evaluate(() => [...document.querySelectorAll(".pm-article > .pm-grades-table tbody tr")].map((row) => [...row.cells].slice(0, 2).map((cell) => cell.textContent.trim()).join(": ")));
    assert.deepEqual(rows, expected.badges, "the table says the same as the badges");
  });
}

const FENCED = seed("002_028f57e66ba1c14c.txt");
const PLAIN = seed("000_66611708e5981766.txt");
const unlessSeed = (text) => ({ unless: text ? "" : "the seed documents are not beside this repository" });

/** The paragraphs of a text as a reader would compare them: without Markdown's escapes, quotes and dashes made plain. */
const plainParagraphs = (text) => text.split(/\n\s*\n/).map((paragraph) => plain(paragraph.replace(/^\\-/, "-"))).filter(Boolean);
const plain = (text) => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, "-").replace(/…/g, "...").replace(/\s+/g, " ").trim();

/** The hosts of a text's addresses, as a browser asks a proxy for them. */
const hostsIn = (text) => [...new Set((text ?? "").match(/https:\/\/[^/\s]+/g))].map((address) => `${address.slice("https://".length)}:443`);

// Its picture is on another machine; the proxy of the tests refuses it.
test("seeds: the release with fenced front matter", { ...unlessSeed(FENCED), asks: hostsIn(FENCED) }, async ({ page, server }) => {
  server.release("/release.md", FENCED);
  await page.goto(embedPage(server, '<press-release src="/release.md" grades="declared"></press-release>'));
  await rendered(page);
  const article = await readArticle(page);
  assert.equal(article.headline, "Force given good review by police watchdog");
  assert.equal(article.datetime, "2019-05-02T00:01+01:00");
  assert.equal(article.dateline, "Thursday 2 May 2019, 00:01");
  assert.equal(article.area, "Leicestershire");
  assert.equal(article.image, "https://www.leics.police.uk/SysSiteAssets/media/images/brand/leicestershire/open-graph/open-graph-default.jpg?crop=(15,0,585,300)&w=600&h=300&scale=both");
  assert.deepEqual(article.badges, [], "it declares none");
  assert.deepEqual(article.body.filter(([name]) => name !== "p"), [], "paragraphs and nothing else");
  const text = FENCED.slice(FENCED.lastIndexOf("```") + 3);
  assert.deepEqual(article.body.map(([, words]) => plain(words)), plainParagraphs(text));
  const dashes = article.body.filter(([, words]) => words.startsWith("- ")).length;
  assert.equal(dashes, 5, "the escaped dashes stay what the author wrote");
  const { url, warnings } = await page.evaluate(() => {
    const { url, diagnostics } = document.querySelector("press-release").release;
    return { url, warnings: diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code) };
  });
  assert.equal(url, "https://www.leics.police.uk/news/leicestershire/news/2019/may/force-given-good-review-by-police-watchdog/");
  assert.ok(warnings.some((code) => code.startsWith("markdown-")), `the dashes are pointed out: ${warnings}`);
});

test("seeds: the text without front matter and heading", unlessSeed(PLAIN), async ({ page, server }) => {
  server.release("/release.md", PLAIN);
  await page.goto(embedPage(server, '<press-release src="/release.md" grades="declared"></press-release>'));
  await rendered(page);
  const article = await readArticle(page);
  assert.equal(article.headline, null);
  assert.deepEqual(article.body.map(([name]) => name).filter((name) => name !== "p"), []);
  assert.deepEqual(article.body.map(([, words]) => plain(words)), plainParagraphs(PLAIN));
  const found = await page.evaluate(() => ({
    name: document.querySelector(".pm-article").getAttribute("aria-label"),
    warnings: document.querySelector("press-release").release.diagnostics.filter(({ severity }) => severity === "warning").map(({ code }) => code),
  }));
  assert.match(found.name, /^Leicestershire Police Temporary Chief Constable/);
  assert.ok(found.warnings.length >= 1, "the missing headline is pointed out");
});

test("seeds: HTML and DOM are the same tree", unlessSeed(FENCED && PLAIN), async ({ page, server }) => {
  await page.goto(server.page("/", TREES));
  assert.deepEqual(await differences(page, [FENCED, PLAIN]), []);
});

test("rendering: grades, headings and language follow the attributes", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const body = `<press-release id="none" src="/release.md" grades="none"></press-release>
    <press-release id="deep" src="/release.md?2" heading-level="6"></press-release>
    <press-release id="welsh" src="/release.md?3" language="cy"></press-release>
    <press-release id="wrong" src="/release.md?4" heading-level="9" grades="all" language="xx"></press-release>`;
  await page.goto(embedPage(server, body));
  await rendered(page);
  assert.deepEqual((await readArticle(page, "#none")).badges, []);
  const levels = await page.evaluate(() => [...document.querySelectorAll("#deep h1, #deep h2, #deep h3, #deep h4, #deep h5, #deep h6")].map((heading) => heading.localName));
  assert.deepEqual(levels, ["h6", "h6"]);
  const welsh = await readArticle(page, "#welsh");
  assert.match(welsh.dateline, /Mawrth 2024/, "dates in the reader's language");
  const wrong = await readArticle(page, "#wrong");
  assert.equal(wrong.headline, "Brackenford library passes its inspection", "an attribute without meaning counts as not there");
  assert.equal(wrong.badges.length, 2);
});
