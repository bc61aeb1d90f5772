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

const HEADLINE = "Brackenford library passes its inspection";
const shown = (page) => page.evaluate(() => ({
  headline: document.querySelector(".pm-headline").textContent,
  badges: [...document.querySelectorAll("press-release .pm-header .pm-grade-word")].map((word) => word.textContent),
}));
const WHOLE = { headline: HEADLINE, badges: ["Good", "Requires improvement"] };

/** What a page, or a library in it, has done before our script comes. */
const HOSTS = {
  "methods of arrays and objects that can be listed": `
    for (const prototype of [Array.prototype, Object.prototype, Function.prototype, String.prototype, Map.prototype]) prototype.extra = function () { return "from the page"; };`,
  "setters on the prototype of all objects": `
    for (const name of ["language", "scale", "images", "baseURL", "now", "grades", "title", "href", "class", "status"]) {
      Object.defineProperty(Object.prototype, name, { set() { throw new Error("set by the page"); }, get() { return undefined; }, configurable: true });
    }`,
  "values on the prototype of all objects that options are called": `
    Object.assign(Object.prototype, { integrity: "sha384-x", wasm: "http://other.example/core.wasm", images: "none", part: "body", maxBytes: 1, fresh: true, cause: "x", method: "POST", body: "x", headings: 1 });`,
  "intrinsics that are frozen": `
    for (const value of [Object, Array, Function, String, Number, Map, Set, WeakMap, Promise, Error, RegExp, Symbol, Uint8Array, Uint32Array, DataView, TextEncoder, TextDecoder, URL, Event, HTMLElement, Node, Element]) {
      Object.freeze(value); Object.freeze(value.prototype);
    }
    Object.freeze(JSON); Object.freeze(Math); Object.freeze(Reflect);`,
  "promises and timers that are wrapped, as a framework has it": `
    { const { then } = Promise.prototype; Promise.prototype.then = function (...given) { return then.apply(this, given.map((each) => each && ((value) => each(value)))); };
      const wait = window.setTimeout; window.setTimeout = (run, ...given) => wait(() => run(), ...given); }`,
  "another library for elements, which wraps what it finds": `
    { const define = customElements.define; customElements.define = function (name, element, ...others) { return define.call(this, name, class extends element {}, ...others); };
      const attach = Element.prototype.attachShadow; Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, delegatesFocus: true }); };
      customElements.define("other-element", class extends HTMLElement { connectedCallback() { this.textContent = "Other"; } }); }`,
  "document.createElement that makes elements of the page's own": `
    { const create = document.createElement; document.createElement = function (name, ...others) { const made = create.call(this, name, ...others); made.dataset.seen = "1"; return made; }; }`,
  "fetch that counts": `
    { const original = window.fetch; window.fetch = (...given) => { window.asked = (window.asked ?? 0) + 1; return original(...given); }; }`,
  "names of the browser's own, taken": `
    var name = "taken", status = "taken", top2 = 1; window.Pressmark = "taken"; window.release = "taken"; window.exports = {}; window.module = { exports: {} }; window.define = Object.assign(() => { throw new Error("asked for a module"); }, { amd: true }); window.process = { versions: { node: "20.0.0" }, env: {} }; window.require = () => { throw new Error("required"); };`,
};

const INLINE = '<script src="/dist/pressmark.inline.js"></script>';

test("host: the classic script has every name that the module has", async ({ page, server }) => {
  await page.goto(embedPage(server, "", { path: "/module" }));
  const names = await page.evaluate(async () => Object.keys(await import("/dist/pressmark.js")).sort());
  await page.goto(embedPage(server, "", { path: "/inline", script: INLINE }));
  assert.deepEqual(await page.evaluate(() => Object.keys(Pressmark).sort()), names);
});

for (const [name, code] of Object.entries(HOSTS)) {
  test(`host: ${name}`, async ({ page, server }) => {
    server.release("/release.md", RELEASE);
    for (const [path, script] of [["/module", undefined], ["/inline", INLINE]]) {
      await page.goto(embedPage(server, ELEMENT, { path, script, head: `<script>${code}</script>` }));
      await rendered(page);
      assert.deepEqual(await shown(page), WHOLE, path);
    }
  });
}

const PAGES = {
  "without a doctype": [`<html><head><script src="/watch.js"></script></head><body>${ELEMENT}<script type="module" src="/dist/pressmark.js"></script></body></html>`, {}],
  "with the script in its head, three times, and by two addresses": [`<!doctype html><html lang="en"><head><script src="/watch.js"></script><title>X</title>${'<script type="module" src="/dist/pressmark.js"></script>'.repeat(3)}<script type="module" src="/dist/pressmark.js?v=2"></script><script defer src="/dist/pressmark.inline.js"></script><script type="module" src="/dist/badge.js"></script></head><body>${ELEMENT}</body></html>`, {}],
  "with the element inside of a table, a form and a shadow root": [`<!doctype html><html lang="en"><head><script src="/watch.js"></script><title>X</title></head><body><table><tr><td><form name="createElement"><input name="append"><press-release src="/release.md"></press-release></form></td></tr></table><div><template shadowrootmode="open"><press-release src="/release.md"></press-release></template></div><script type="module" src="/dist/pressmark.js"></script></body></html>`, {}],
};

for (const [name, [html, headers]] of Object.entries(PAGES)) {
  test(`host: a page ${name}`, async ({ page, server }) => {
    server.release("/release.md", RELEASE);
    await page.goto(server.page("/", html, headers));
    await rendered(page);
    assert.deepEqual(await shown(page), WHOLE);
    await settle(page);
    assert.equal((await page.seen()).events.filter(({ type }) => type === "pressmark-error").length, 0);
  });
}

test("host: rules that shout at everything leave the words to be read", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const css = "* { color: inherit !important; font: inherit !important; background: none !important; border: 0 !important; padding: 0 !important; position: static !important; direction: rtl !important; text-transform: uppercase !important; content: none !important } :not(script):not(style):not(head):not(head *):not(noscript) { all: unset !important }";
  await page.goto(embedPage(server, ELEMENT, { head: `<style>${css}</style>` }));
  await rendered(page);
  assert.deepEqual(await shown(page), WHOLE);
  assert.match(await visibleText(page, "press-release"), /Managing offenders\s*Good/i);
  assert.match(await visibleText(page, "press-release"), /opens on Sundays/i);
});
