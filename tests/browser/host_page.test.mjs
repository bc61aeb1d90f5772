// Pages that are not ours: their styles win, their tricks do no harm.
import assert from "node:assert/strict";
import { embedPage, RELEASE, rendered, settle, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const ELEMENT = '<press-release src="/release.md"></press-release><inspection-grades layout="table" for="none"></inspection-grades>';

test("host: any plain rule of the page beats ours", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const rules = {
    ".pm-article": ["max-width", "345px"],
    ".pm-header": ["margin-bottom", "7px"],
    ".pm-headline": ["font-size", "19px"],
    ".pm-dateline": ["color", "rgb(1, 2, 3)"],
    ".pm-area": ["letter-spacing", "3px"],
    ".pm-grades": ["column-gap", "11px"],
    ".pm-grade": ["border-top-width", "5px"],
    ".pm-grade-word": ["font-weight", "300"],
    ".pm-body": ["line-height", "31px"],
    ".pm-body p": ["margin-bottom", "13px"],
    ".pm-body h2": ["color", "rgb(4, 5, 6)"],
    ".pm-body a": ["color", "rgb(7, 8, 9)"],
    ".pm-body blockquote": ["padding-left", "17px"],
    ".pm-body ul": ["padding-left", "23px"],
  };
  // :where() has no weight at all: were our rules not in a layer, each of them would win.
  const css = Object.entries(rules).map(([selector, [property, value]]) => `:where(${selector}) { ${property}: ${value} }`).join("\n");
  await page.goto(embedPage(server, ELEMENT, { head: `<style>${css}</style>` }));
  await rendered(page);
  const found = await page.evaluate((selectors) => selectors.map(([selector, [property]]) => {
    const element = document.querySelector(selector);
    return [selector, element && getComputedStyle(element).getPropertyValue(property)];
  }), Object.entries(rules));
  assert.deepEqual(Object.fromEntries(found), Object.fromEntries(Object.entries(rules).map(([selector, [, value]]) => [selector, value])));
});

test("host: custom properties colour the badges, and the page's layers keep their order", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const css = `@layer pressmark, base; body { --pm-tone-2-background: rgb(1, 2, 3); --pm-measure: 10em }
    @layer base { .pm-headline { color: rgb(4, 5, 6) } }`;
  await page.goto(embedPage(server, `${ELEMENT}<inspection-grade scale="hmicfrs-peel-5" area="Managing offenders" grade="good"></inspection-grade>`, { head: `<style>${css}</style>` }));
  await rendered(page);
  const found = await page.evaluate(() => ({
    article: getComputedStyle(document.querySelector(".pm-article .pm-tone-2")).backgroundColor,
    badge: getComputedStyle(document.querySelector("inspection-grade .pm-tone-2")).backgroundColor,
    measure: getComputedStyle(document.querySelector(".pm-article")).maxInlineSize,
    headline: getComputedStyle(document.querySelector(".pm-headline")).color,
  }));
  assert.deepEqual(found, { article: "rgb(1, 2, 3)", badge: "rgb(1, 2, 3)", measure: "160px", headline: "rgb(4, 5, 6)" });
});

test("host: the page's type is the article's, and without any the article is set well", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, ELEMENT, { head: "<style>body { font: 20px/1.7 monospace; color: rgb(10, 20, 30) }</style>" }));
  await rendered(page);
  const set = () => page.evaluate(() => {
    const { fontFamily, fontSize, color } = getComputedStyle(document.querySelector(".pm-body p"));
    return { fontFamily, fontSize, color };
  });
  assert.deepEqual(await set(), { fontFamily: "monospace", fontSize: "20px", color: "rgb(10, 20, 30)" });

  await page.goto(embedPage(server, ELEMENT));
  await rendered(page);
  const bare = await page.evaluate(() => {
    const paragraph = document.querySelector(".pm-body p");
    const size = parseFloat(getComputedStyle(paragraph).fontSize);
    return { widthInEms: paragraph.getBoundingClientRect().width / size, lineHeight: parseFloat(getComputedStyle(paragraph).lineHeight) / size };
  });
  assert.ok(bare.widthInEms <= 45, `lines are no longer than about 80 characters: ${bare.widthInEms} em`);
  assert.ok(bare.lineHeight >= 1.3 || Number.isNaN(bare.lineHeight) === false, "line height");
});

test("host: nothing outside the element changes", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const outside = '<main id="outside"><h1>Own</h1><p>Text <a href="/x">link</a></p><ul><li>Item</li></ul><table><tr><td>Cell</td></tr></table><blockquote>Quote</blockquote></main>';
  const styles = () => page.evaluate(() => [...document.querySelectorAll("#outside, #outside *, body, html")].map((element) => {
    const style = getComputedStyle(element);
    // Our custom properties stand at the root, where the page can set them.
    return [...style].filter((name) => !name.startsWith("--pm-")).map((name) => [name, style.getPropertyValue(name)]);
  }));
  const head = "<style>html { overflow-y: scroll } press-release { display: block }</style>";
  await page.goto(embedPage(server, outside + ELEMENT, { script: "", head }));
  const before = await styles();
  await page.goto(embedPage(server, outside + ELEMENT, { head }));
  await rendered(page);
  const after = await styles();
  // The page grows; what follows from its height alone is not a change of style.
  const ofHeight = /^(height|block-size|perspective-origin|transform-origin)$/;
  const changes = after.flatMap((properties, index) => {
    const known = new Map(before[index]);
    return properties.filter(([name, value]) => known.get(name) !== value && !ofHeight.test(name)).map((change) => `${index} ${change.join(": ")}`);
  });
  assert.equal(after.length, before.length);
  assert.deepEqual(changes, []);
});

test("host: a page that shouts cannot hide the words", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const css = "* { all: revert; margin: 0 !important; float: left !important } svg { display: none !important } ul { list-style: none } span { display: inline }";
  await page.goto(embedPage(server, ELEMENT, { head: `<style>${css}</style>` }));
  await rendered(page);
  const text = await visibleText(page, ".pm-grades");
  assert.match(text, /Managing offenders\s*Good/);
  assert.match(text, /Investigating crime\s*Requires improvement/);
});

test("host: a page that is written from right to left", async ({ page, server }) => {
  server.release("/release.md", RELEASE.replace("area:", "language: en\narea:"));
  await page.goto(embedPage(server, ELEMENT, { attributes: 'lang="ar" dir="rtl"' }));
  await rendered(page);
  const found = await page.evaluate(() => {
    const badge = document.querySelector(".pm-grade");
    const shape = badge.querySelector(".pm-grade-shape").getBoundingClientRect();
    const word = badge.querySelector(".pm-grade-word").getBoundingClientRect();
    const article = document.querySelector(".pm-article");
    return { direction: getComputedStyle(article).direction, shapeFirst: shape.left < word.left, language: article.lang, overflow: document.documentElement.scrollWidth > innerWidth };
  });
  // The article runs the way of its own language, whatever the page's.
  assert.deepEqual(found, { direction: "ltr", shapeFirst: true, language: "en", overflow: false });
});

test("host: elements that take the names of the browser's own", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const traps = `<img name="currentScript" src="http://evil.example/script.js" hidden><form name="body"><input name="attributes"></form>
    <a id="Pressmark"></a><form id="customElements"></form><img name="head" alt=""><form name="baseURI"></form><img name="adoptedStyleSheets" alt=""><a id="pm-what-changes"></a>`.replace('src="http://evil.example/script.js"', 'data-src="x"');
  for (const script of [undefined, '<script src="/dist/pressmark.inline.js"></script>']) {
    await page.goto(embedPage(server, `${traps}${ELEMENT}`, { script }));
    await rendered(page);
    await settle(page);
    assert.equal(await page.evaluate(() => document.querySelector(".pm-headline").textContent), "Brackenford library passes its inspection");
  }
});

test("host: a page that changed the built-in prototypes", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const head = `<script>
    Array.prototype.last = function () { return this[this.length - 1]; };
    Object.prototype.extra = "from the page";
    String.prototype.contains = String.prototype.includes;
  </script>`;
  await page.goto(embedPage(server, ELEMENT, { head }));
  await rendered(page);
  const release = await page.evaluate(() => JSON.stringify(document.querySelector("press-release").release));
  assert.ok(!release.includes("from the page"));
});

test("host: ids of a release do not take names of the page", async ({ page, server }) => {
  server.release("/release.md", "# location\n\n## name\n\n## name\n\n## __proto__\n\n## top\n");
  await page.goto(embedPage(server, '<h2 id="name">Own</h2><press-release src="/release.md"></press-release>'));
  await rendered(page);
  const ids = await page.evaluate(() => [...document.querySelectorAll("press-release [id]")].map((element) => element.id));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(ids.filter((id) => !id.startsWith("pm-")), []);
});

test("host: a base element moves the release's links with it", async ({ page, server }) => {
  server.release("/news/release.md", "# Links\n\n[times](times.html) ![Door](door.png)\n");
  server.route("/news/door.png", { body: "" });
  await page.goto(embedPage(server, '<press-release src="/news/release.md"></press-release>', { path: "/elsewhere/page.html" }));
  await rendered(page);
  const found = await page.evaluate(() => ({ link: document.querySelector(".pm-body a").href, image: document.querySelector(".pm-body img").src }));
  assert.deepEqual(found, { link: server.url("/news/times.html"), image: server.url("/news/door.png") });
});
