// What is fetched and what is not, and what waits for its embargo.
import assert from "node:assert/strict";
import { PIXEL } from "../support/server.mjs";
import { asked, embedPage, RELEASE, rendered, settle, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

/** Every way in which a release could name something to fetch. */
const hungry = (origin, other) => `---
title: Pictures
image: ${other}/front.png
og:
  image: ${other}/og.png
---

![own](${origin}/own.png) ![foreign](${other}/foreign.png) ![reference][picture]
<img src="${other}/raw.png"><script src="${other}/raw.js"></script><link rel=stylesheet href="${other}/raw.css">
<iframe src="${other}/frame.html"></iframe><style>@import "${other}/import.css"; p { background: url(${other}/css.png) }</style>
<video src="${other}/film.mp4" poster="${other}/poster.png"></video><object data="${other}/object.svg"></object>
<svg><image href="${other}/image.svg"/><use href="${other}/use.svg#a"/></svg><p style="background: url(${other}/style.png)">p</p>
<audio src="${other}/sound.mp3" autoplay></audio><embed src="${other}/embed.swf"><base href="${other}/"><meta http-equiv="refresh" content="0; url=${other}/refresh.html">

[link](${other}/link.html "${other}/title.png") <${other}/autolink.html>

[picture]: ${other}/reference.png
`;

const PICTURES = ["/own.png", "/foreign.png", "/reference.png", "/front.png", "/og.png"];

/**
 * Shows the hungry release and returns what was asked for beyond the page, our files and the release.
 * @param {string[]} wanted what must be asked for, to wait for it
 */
async function eaten(page, server, attributes, wanted = []) {
  server.release("/release.md", hungry(server.origin, server.otherOrigin));
  for (const path of PICTURES) server.route(path, { body: PIXEL });
  await page.goto(embedPage(server, `<press-release src="/release.md" ${attributes}></press-release>`));
  await rendered(page);
  await page.evaluate(() => document.querySelectorAll("img").forEach((image) => image.scrollIntoView()));
  for (const path of wanted) await asked(server, path);
  await settle(page, 400);
  const ours = /^\/(dist\/.*|watch\.js|release\.md|favicon\.ico|)$/;
  return [...new Set(server.requests.map((request) => request.path).filter((path) => !ours.test(path)))].sort();
}

test("privacy: images=none fetches nothing, and the words of the pictures remain", async ({ page, server }) => {
  assert.deepEqual(await eaten(page, server, 'images="none"'), []);
  const text = await visibleText(page, ".pm-body");
  assert.match(text, /own .*foreign .*reference/);
  assert.equal(await page.evaluate(() => document.querySelectorAll("press-release img").length), 0);
});

test("privacy: images=same-origin fetches the release's own pictures alone", async ({ page, server }) => {
  assert.deepEqual(await eaten(page, server, 'images="same-origin"', ["/own.png"]), ["/own.png"]);
});

test("privacy: with all images, pictures are fetched without a referrer and nothing else is", async ({ page, server }) => {
  const paths = await eaten(page, server, "", ["/own.png", "/foreign.png", "/reference.png"]);
  assert.deepEqual(paths.filter((path) => !PICTURES.includes(path)), []);
  const referrers = server.requests.filter((request) => PICTURES.includes(request.path)).map((request) => request.headers.referer);
  assert.deepEqual(referrers.filter(Boolean), []);
});

/** Shapes in which a text could ask for something, with the address in place of @. */
const SHAPES = [
  // Elements that load by themselves
  "<img src=@>", "<img srcset='@ 1x, @ 2x'>", "<img src='data:,' lowsrc=@>", "<img dynsrc=@>", "<image src=@>", "<input type=image src=@>", "<audio src=@ preload=auto></audio>", "<audio><source src=@></audio>", "<video src=@ autoplay muted></video>",
  "<video poster=@></video>", "<video><track default src=@></video>", "<picture><source srcset=@><img></picture>", "<iframe src=@></iframe>", "<iframe srcdoc='<img src=@>'></iframe>", "<frameset><frame src=@></frameset>", "<object data=@></object>",
  "<object type=image/png codebase=@ data=x></object>", "<embed src=@>", "<applet archive=@ code=x></applet>", "<bgsound src=@>", "<layer src=@></layer>", "<ilayer src=@></ilayer>", "<xml src=@></xml>", "<portal src=@></portal>", "<fencedframe src=@></fencedframe>",
  // What stands in a head
  "<link rel=stylesheet href=@>", "<link rel=preload as=image href=@>", "<link rel=prefetch href=@>", "<link rel=prerender href=@>", "<link rel=preconnect href=@>", "<link rel=dns-prefetch href=@>", "<link rel=modulepreload href=@>", "<link rel=icon href=@>",
  "<link rel='apple-touch-icon' href=@>", "<link rel=manifest href=@>", "<link rel=import href=@>", "<link rel=pingback href=@>", "<link rel='alternate stylesheet' href=@>", "<meta http-equiv=refresh content='0;url=@'>", "<meta property=og:image content=@>", "<base href=@>",
  "<html manifest=@>", "<title><img src=@></title>", "<noscript><img src=@></noscript>",
  // Scripts and what they read
  "<script src=@></script>", "<script type=module src=@></script>", "<script type=module>import '@'</script>", "<script>fetch('@')</script>", "<script type=importmap>{\"imports\":{\"x\":\"@\"}}</script>", "<script type=speculationrules>{\"prefetch\":[{\"source\":\"list\",\"urls\":[\"@\"]}]}</script>", "<svg><script href=@></script></svg>",
  // Styles
  "<style>@import '@';</style>", "<style>p{background:url(@)}</style>", "<style>@font-face{font-family:x;src:url(@)} p{font-family:x}</style>", "<p style='background:url(@)'>x</p>", "<p style='list-style-image:url(@)'>x</p>", "<p style='cursor:url(@),auto'>x</p>", "<p style='content:url(@)'>x</p>", "<p style='border-image:url(@)'>x</p>",
  "<p style='mask-image:url(@)'>x</p>", "<p style='shape-outside:url(@)'>x</p>", "<p style='filter:url(@#f)'>x</p>", "<p style='--x:url(@);background:var(--x)'>x</p>", "<p style='background:image-set(\"@\" 1x)'>x</p>", "<svg><style>rect{fill:url(@#a)}</style><rect/></svg>", "<link rel=stylesheet href='data:text/css,p{background:url(@)}'>",
  // SVG and MathML
  "<svg><image href=@></image></svg>", "<svg><image xlink:href=@></image></svg>", "<svg><use href='@#a'></use></svg>", "<svg><feImage href=@></feImage></svg>", "<svg><rect fill='url(@#a)'></rect></svg>", "<svg><foreignObject><img src=@></foreignObject></svg>", "<svg><a href=@><text>x</text></a></svg>", "<svg><animate attributeName=href to=@></animate></svg>",
  "<svg><pattern href='@#p'></pattern></svg>", "<svg><textPath href='@#t'>x</textPath></svg>", "<svg><cursor href=@></cursor></svg>", "<svg><color-profile href=@></color-profile></svg>", "<math xlink:href=@>x</math>", "<math><annotation-xml src=@></annotation-xml></math>", "<math altimg=@></math>",
  // Old attributes
  "<body background=@>", "<table background=@><tr><td>x</table>", "<td background=@>x", "<tr background=@>x", "<p background=@>x", "<blockquote cite=@>x</blockquote>", "<q cite=@>x</q>", "<del cite=@>x</del>", "<img longdesc=@>", "<img usemap=@>", "<a href=x ping=@>x</a>", "<form action=@><input autofocus></form>",
  "<button formaction=@>x</button>", "<head profile=@></head>", "<command icon=@>", "<menuitem icon=@>", "<isindex action=@>", "<div itemscope><link itemprop=image href=@></div>", "<a download href=@>x</a>", "<area ping=@ href=x>", "<details open ontoggle=\"fetch('@')\">x</details>",
  // Elements of ours and templates
  "<press-release src=@></press-release>", "<inspection-grade scale=x area=x grade=x href=@>x</inspection-grade>", "<template><img src=@></template>", "<div><template shadowrootmode=open><img src=@></template></div>",
  // Markdown
  "[link](@)", "[link](<@> \"@\")", "<@>", "@", "[ref][r@]\n\n[r@]: @", "[^n]\n\n[^n]: @", "![picture](@)", "![picture](<@> \"title\")", "![picture][p]\n\n[p]: @", "[![picture](@)](@)", "| ![cell](@) |\n|---|\n| @ |", "> ![quoted](@)", "- [ ] ![task](@)", "## ![heading](@)", "\u0060![code](@)\u0060", "    ![code](@)",
  "\u0060\u0060\u0060@\nx\n\u0060\u0060\u0060", ":::figure\n![figure](@)\nCaption\n:::", ":::attachments\n- [file](@)\n:::", ":::quote\nx\n— ![speaker](@)\n:::",
  // Front matter
  "{\"image\": \"@\"}", "{\"image\": {\"url\": \"@\", \"alt\": \"x\"}}", "{\"og\": {\"image\": \"@\"}}", "{\"url\": \"@\"}", "{\"attachments\": [{\"url\": \"@\", \"title\": \"x\"}]}", "{\"inspection\": {\"scale\": \"hmicfrs-peel-5\", \"report\": \"@\", \"grades\": {\"Managing offenders\": \"good\"}}}",
  "{\"icon\": \"@\", \"stylesheet\": \"@\", \"script\": \"@\", \"preload\": \"@\", \"scale\": \"@\", \"scales\": \"@\"}", "{\"contacts\": [{\"name\": \"@\", \"email\": \"@\", \"url\": \"@\"}]}", "---\nimage: @\n---\n", "---\nimage: !!binary @\n---\n", "---\nincludes: !include @\n---\n",
];
/** Of these the text says itself that they are pictures. */
const isPicture = (shape) => /!\[(?!code)|"?image"?: (?!!)|"og"|^<(img (src|longdesc)|image)/.test(shape);

for (const images of ["none", "same-origin", "all"]) {
  test(`privacy: ${SHAPES.length} ways to ask for something, with images=${images}`, async ({ page, server }) => {
    const asks = (index) => `/asked/${index}`;
    for (const index of SHAPES.keys()) server.route(asks(index), { body: PIXEL, type: "image/png" });
    await page.goto(embedPage(server, "<div id=all></div>"));
    await page.waitFor(() => Boolean(customElements.get("press-release")));
    const sources = SHAPES.map((shape, index) => shape.replaceAll("@import", "\u0001").replaceAll("@font", "\u0002").replaceAll("@", server.otherUrl(asks(index))).replaceAll("\u0001", "@import").replaceAll("\u0002", "@font"));
    await page.evaluate(async (texts, which) => {
      const place = document.getElementById("all");
      for (const text of texts) {
        const element = Object.assign(document.createElement("press-release"), { images: which, source: `${text}\n\nText.\n` });
        place.append(element);
        await new Promise((resolve) => element.addEventListener("pressmark-render", resolve));
      }
      for (const image of document.querySelectorAll("img")) image.loading = "eager";
    }, sources, images);
    if (images === "all") for (const [index, shape] of SHAPES.entries()) if (shape.startsWith("![")) await asked(server, asks(index));
    await settle(page, 300);
    const found = SHAPES.filter((_, index) => server.hits(asks(index)) > 0);
    assert.deepEqual(found.filter((shape) => images !== "all" || !isPicture(shape)), []);
  });
}

test("privacy: the release is fetched without cookies of another origin and without a referrer", async ({ page, server }) => {
  server.release("/release.md", RELEASE, { cors: true });
  await page.goto(embedPage(server, `<press-release src="${server.otherUrl("/release.md")}"></press-release>`, { head: "<script>document.cookie = 'the_pages_own=1'</script>" }));
  await rendered(page);
  const request = server.requests.find(({ path }) => path === "/release.md");
  assert.equal(request.headers.cookie, undefined);
  assert.equal(request.headers.referer, undefined);
});

test("privacy: nothing is stored", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release><inspection-grade scale="hmicfrs-peel-5" area="Managing offenders" grade="good"></inspection-grade>'));
  await rendered(page);
  const stored = await page.evaluate(async () => ({
    cookies: document.cookie.replace("the_pages_own=1", ""),
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  assert.deepEqual(stored, { cookies: "", local: 0, session: 0, databases: 0, caches: 0, workers: 0 });
});

test("privacy: no other machine is ever asked for by a page that embeds", async ({ page, server }) => {
  server.release("/release.md", RELEASE.replace("## What changes", "[elsewhere](http://other.example/) <http://other.example/2>\n\n## What changes"));
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  await settle(page, 300);
  const names = await page.evaluate(() => performance.getEntriesByType("resource").map((entry) => new URL(entry.name).origin));
  assert.deepEqual([...new Set(names)], [server.origin]);
  assert.equal(await page.evaluate(() => document.querySelector(".pm-body a").rel.includes("noopener")), true);
});

test("privacy: dangerous addresses become no link", async ({ page, server }) => {
  const addresses = ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#115;cript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "blob:http://x/y", "intent://x", "&#1;javascript:alert(1)"];
  const text = addresses.map((address, index) => `[link ${index}](<${address}>) ![picture ${index}](<${address}>)`).join("\n\n");
  server.release("/release.md", `---\ntitle: Links\nurl: javascript:alert(1)\nimage: "javascript:alert(2)"\n---\n\n${text}\n`);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  const protocols = await page.evaluate(() => [
    ...[...document.querySelectorAll("press-release [href]")].map((link) => new URL(link.getAttribute("href"), location).protocol),
    ...[...document.querySelectorAll("press-release [src]")].map((image) => new URL(image.getAttribute("src"), location).protocol),
  ]);
  assert.deepEqual(protocols.filter((protocol) => !["http:", "https:", "mailto:", "tel:"].includes(protocol)), []);
  assert.match(await visibleText(page, ".pm-body"), /link 0.*link 8/, "the words stay");
});

const EMBARGOED = `---
title: Not before noon
embargo: 2024-06-01T12:00+01:00
---

The secret text.
`;

/** A page whose clock stands still at this instant; setClock puts it to another. */
const clock = (iso) => `<script>{
  const Real = Date;
  let now = Real.parse("${iso}");
  globalThis.setClock = (later) => (now = Real.parse(later));
  globalThis.Date = class Date extends Real {
    constructor(...values) { values.length ? super(...values) : super(now); }
    static now() { return now; }
  };
}</script>`;

test("embargo: before its end the text is not shown, and the reader learns when it will be", async ({ page, server }) => {
  server.release("/release.md", EMBARGOED);
  await page.goto(embedPage(server, '<press-release src="/release.md"><p>Waiting</p></press-release>', { head: clock("2024-06-01T10:59:00Z") }));
  await page.waitFor(() => document.querySelector("press-release").release);
  await settle(page);
  const text = await visibleText(page, "press-release");
  assert.ok(!text.includes("secret"), text);
  assert.match(text, /1 June 2024/);
  assert.ok(!(await page.evaluate(() => document.querySelector("press-release").textContent)).includes("secret"), "not hidden by a style: not there");
  assert.equal(await page.evaluate(() => document.querySelector("press-release").release.state), "embargoed");
});

test("embargo: where nobody can say when it ends, the reader is promised no moment", async ({ page, server }) => {
  for (const [language, words] of [["en", /^This release is under embargo\. As a courtesy .* until the embargo ends\.$/], ["cy", /^Mae'r datganiad hwn dan embargo\. .* nes i'r embargo ddod i ben\.$/]]) {
    server.release(`/${language}.md`, `---\nlanguage: ${language}\nembargo: soon\n---\n\nThe secret text.\n`);
    await page.goto(embedPage(server, `<press-release src="/${language}.md"></press-release>`));
    await page.waitFor(() => document.querySelector("press-release").embargoed);
    assert.match(await visibleText(page, "press-release"), words);
  }
});

test("embargo: after its end the text is shown", async ({ page, server }) => {
  server.release("/release.md", EMBARGOED);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>', { head: clock("2024-06-01T11:00:01Z") }));
  await rendered(page);
  assert.match(await visibleText(page, "press-release"), /The secret text\./);
});

test("embargo: a page that is open at its end shows the text then", async ({ page, server }) => {
  server.release("/release.md", EMBARGOED);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>', { head: clock("2024-06-01T10:59:57Z") }));
  await page.waitFor(() => document.querySelector("press-release").release);
  assert.ok(!(await visibleText(page, "press-release")).includes("secret"));
  await page.evaluate(() => setClock("2024-06-01T11:00:00Z"));
  await page.waitFor(() => document.querySelector("press-release").innerText.includes("The secret text."));
});

test("embargo: embargo=show shows the text with the notice", async ({ page, server }) => {
  server.release("/release.md", EMBARGOED);
  await page.goto(embedPage(server, '<press-release src="/release.md" embargo="show"></press-release>', { head: clock("2024-05-01T00:00:00Z") }));
  await rendered(page);
  const text = await visibleText(page, "press-release");
  assert.match(text, /The secret text\./);
  assert.match(text, /1 June 2024/);
});
