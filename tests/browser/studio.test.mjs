// The studio as a press officer meets it: the text, the preview beside it, and the policy that it lives under.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { axeFindingsOfStudio, click, editorText, focusEditor, inPreview, openStudio, paste, previewShows, type } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

test("studio: opens with a release, its preview and its remarks, and breaks no policy", async ({ page, server }) => {
  await openStudio(page, server);
  assert.match(await editorText(page), /^---\ntitle: Marlshire/);
  assert.match(await inPreview(page, (document) => document.querySelector("h1").textContent), /Marlshire Police/);
  const styled = await inPreview(page, (document) => document.defaultView.getComputedStyle(document.querySelector(".pm-grade")).borderTopStyle);
  assert.equal(styled, "solid", "the article's styles are in force");
  const scroller = await page.evaluate(() => getComputedStyle(document.querySelector("#editor").shadowRoot.querySelector(".cm-scroller")).display);
  assert.equal(scroller, "flex", "the editor's styles are in force");
});

test("studio: the page asks nobody for anything but its own files", async ({ page, server }) => {
  await openStudio(page, server);
  await type(page, "x");
  assert.deepEqual([...new Set(server.requests.map(({ path }) => path))].filter((path) => !/^\/(dist\/studio\/|watch\.js|favicon)/.test(path)), []);
  const policy = await page.evaluate(() => document.querySelector("meta[http-equiv]").content);
  assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'/);
});

test("studio: what is typed is shown, and blocks stay the same where no more than their words change", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Library opens\n\nFirst paragraph.\n\n![Door](/door.png)\n\nLast [paragraph](https://a.example/) of *it*");
  await previewShows(page, "Last paragraph of it");
  await inPreview(page, (document) => {
    document.defaultView.kept = [...document.querySelectorAll(".pm-body > *")];
  });
  const same = () => inPreview(page, (document) => [...document.querySelectorAll(".pm-body > *")].map((node) => document.defaultView.kept.indexOf(node)));
  const last = () => inPreview(page, (document) => document.querySelector(".pm-body > :last-child").innerHTML.replace(/ (rel|referrerpolicy)="[^"]*"/g, ""));
  await type(page, " and more");
  await previewShows(page, "Last paragraph of it and more");
  // The words of a text node that was not there before need a new block.
  assert.deepEqual(await same(), [0, 1, -1]);
  await inPreview(page, (document) => document.defaultView.kept.splice(2, 1, document.querySelector(".pm-body > :last-child")));
  await type(page, " & words");
  await previewShows(page, "it and more & words");
  assert.deepEqual(await same(), [0, 1, 2]);
  assert.equal(await last(), 'Last <a href="https://a.example/">paragraph</a> of <em>it</em> and more &amp; words');
  await paste(page, "# Library opens\n\nAn opening.\n\nFirst paragraph.\n\n![Door](/door.png)\n\nLast [paragraph](https://b.example/) of *it* and more");
  await previewShows(page, "An opening.");
  // Words moved on into the place of others, and an address is more than words.
  assert.deepEqual(await same(), [-1, 0, 1, -1]);
  assert.equal(await last(), 'Last <a href="https://b.example/">paragraph</a> of <em>it</em> and more');
});

test("studio: front matter is begun by hand, and stays with nothing in it", async ({ page, server }) => {
  await openStudio(page, server);
  await focusEditor(page);
  await page.press("Control+a", "Backspace");
  await type(page, "---\n---\n\nWords");
  assert.equal(await editorText(page), "---\n---\n\nWords");
  for (const text of ["---", "---yaml\n---\n\nWords.", "---\ntitle: Library opens"]) {
    await paste(page, text);
    assert.equal(await editorText(page), text);
  }
});

test("studio: the preview of a blank release says what it is for, until there is something to see", async ({ page, server }) => {
  const all = (words) => page.waitFor((wanted) => document.querySelector(".stage iframe").contentDocument.body.innerText.trim() === wanted, words);
  await openStudio(page, server);
  await focusEditor(page);
  await page.press("Control+a", "Backspace");
  await all("What you write appears here as the public will see it.");
  await type(page, "First");
  await all("First");
});

test("studio: a picture in the block that is written stays loaded", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Library opens\n\n![Door](/door.png) and words");
  await previewShows(page, "and words");
  await inPreview(page, (document) => {
    document.defaultView.kept = document.querySelector("img");
  });
  await type(page, "!");
  await previewShows(page, "and words!");
  assert.ok(await inPreview(page, (document) => document.querySelector("img") === document.defaultView.kept));
});

test("studio: Tab leaves the text", async ({ page, server }) => {
  await openStudio(page, server);
  await type(page, "a");
  await page.press("Tab");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "editor");
});

test("studio: buttons make words bold and take it back", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "word");
  await click(page, "Bold");
  assert.equal(await editorText(page), "**word**");
  await click(page, "Bold");
  assert.equal(await editorText(page), "word");
  await click(page, "List");
  assert.equal(await editorText(page), "- word");
  await click(page, "Undo");
  assert.equal(await editorText(page), "word");
});

test("studio: marks stand around words alone, of every line, and go by the same button", async ({ page, server }) => {
  await openStudio(page, server);
  const head = "---\ntitle: Words\n---\n\n";
  const words = `${head}## Two words\n\n- one item \n\nLast *words*.`;
  await paste(page, words);
  await page.press("Control+a");
  await click(page, "Bold");
  assert.equal(await editorText(page), `${head}## **Two words**\n\n- **one item** \n\n**Last *words*.**`);
  await click(page, "Bold");
  assert.equal(await editorText(page), words);
  await paste(page, "**word**");
  await page.press("Control+a");
  await click(page, "Italic");
  assert.equal(await editorText(page), "***word***", "bold stays bold");
  await click(page, "Bold");
  assert.equal(await editorText(page), "*word*");
  await paste(page, "word");
  await page.press("Control+a");
  await click(page, "Link");
  assert.equal(await editorText(page), "[word](https://)");
  await click(page, "Link");
  assert.equal(await editorText(page), "word");
});

test("studio: a link is made of the words of one paragraph, without what begins them", async ({ page, server }) => {
  await openStudio(page, server);
  for (const [words, linked] of [
    ["- one item\n", "- [one item](https://)\n"],
    ["Two lines\nof one paragraph\n", "[Two lines\nof one paragraph](https://)\n"],
    ["One paragraph\n\nand another", "[One paragraph](https://)\n\nand another"],
    ["- one\n- two", "- [one](https://)\n- two"],
    ["## A heading\n\nWords", "## [A heading](https://)\n\nWords"],
  ]) {
    await paste(page, words);
    await page.press("Control+a");
    await click(page, "Link");
    assert.equal(await editorText(page), linked);
  }
});

test("studio: a list is begun before its words", async ({ page, server }) => {
  await openStudio(page, server);
  await focusEditor(page);
  await page.press("Control+a", "Backspace");
  await click(page, "List");
  await type(page, "word");
  assert.equal(await editorText(page), "- word");
});

test("studio: every part fits on a telephone, whatever the release is called", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "---\ntitle: The library of Saltby opens on Sundays too and nobody has to wait for it any longer\nembargo: 2035-01-01\ncontacts:\n  - name: Ada\n---\n\nWords.\n");
  await previewShows(page, "The library of Saltby");
  await page.resize(360, 740);
  const width = await page.waitFor(() => innerWidth < 704 && innerWidth);
  for (const part of ["Write", "Preview", "Checks", "Details"]) {
    await click(page, part);
    const wide = await page.evaluate(() => [...document.querySelectorAll("body, .bar, .actions button, .views button, .desk > *, .toolbar, .panel, .field, .field input, .form-item, .shared, iframe")]
      .filter((each) => each.checkVisibility() && each.getBoundingClientRect().right > innerWidth + 0.5)
      .map((each) => each.id || each.className || each.localName));
    assert.deepEqual(wide, [], `${part}, ${width} pixels wide`);
  }
});

test("studio: every button above the text is in sight on the smallest telephone", async ({ page, server }) => {
  await openStudio(page, server);
  await page.resize(320, 560);
  await page.waitFor(() => innerWidth < 704);
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#format button")].filter((each) => each.getBoundingClientRect().right > innerWidth).map(({ title }) => title)), []);
});

test("studio: what opens over the text fits, too, when all is four times as large", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, `${"Saltby".repeat(20)}\n\nWords.`);
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await page.resize(320, 256);
  await focusEditor(page);
  await page.press("Control+f");
  const [panel, nav] = await page.waitFor(() => {
    const search = document.querySelector("#editor").shadowRoot.querySelector(".cm-panels-top");
    return search && [search, document.querySelector(".views")].map((each) => each.getBoundingClientRect().toJSON());
  });
  assert.ok(panel.bottom <= nav.top || nav.height === 0, "the search leaves room for the text");
  await click(page, "Drafts: ");
  await page.waitFor(() => document.querySelector("#drafts-window .draft-actions"));
  await click(page, "Delete: Saltby");
  const right = await page.waitFor(() => document.querySelector(".notice")?.getBoundingClientRect().right);
  assert.ok(right <= (await page.evaluate(() => innerWidth)), "a notice with a long word");
});

test("studio: axe finds nothing", async ({ page, server, dist }) => {
  assert.deepEqual(await axeFindingsOfStudio(page, server, dist), []);
});

test("studio: axe finds nothing in the dark", { media: "dark" }, async ({ page, server, dist }) => {
  assert.deepEqual(await axeFindingsOfStudio(page, server, dist), []);
});

test("studio: the single file opens from disk", async ({ page, server, dist }) => {
  await openStudio(page, server, pathToFileURL(`${dist}/studio.html`).href);
  await paste(page, "# From disk\n\nThe force was graded good for managing offenders, says HMICFRS.");
  await previewShows(page, "From disk");
});

test("studio: reads in a worker, and the page lets no other script in", { expects: ["violations"] }, async ({ page, server }) => {
  await openStudio(page, server);
  // Not counted by the server: the service worker fetches the script as well, and the browser may keep that answer.
  const workers = () => page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/dist/studio/reading-worker.js")).length);
  await page.waitFor(() => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/dist/studio/reading-worker.js")));
  assert.equal(await workers(), 1);
  const started = () => page.evaluate(() => {
    try {
      new Worker("/dist/studio/reading-worker.js");
      return "started";
    } catch (error) {
      return error.name;
    }
  });
  assert.equal(await started(), "TypeError", "a script from elsewhere than our own code is refused");
});

test("studio: the core is asked for once, while the studio's own script is still coming", async ({ page, server, dist }) => {
  const core = "/dist/studio/pressmark.wasm";
  const script = await readFile(`${dist}/studio/studio.js`);
  // It comes when the core has been asked for, and not at all where that waits for the script.
  server.route("/dist/studio/studio.js", async () => {
    for (let tries = 0; server.hits(core) === 0 && tries < 600; tries++) await new Promise((resolve) => setTimeout(resolve, 25));
    return server.hits(core) > 0 ? { type: "text/javascript", body: script } : { status: 504 };
  });
  // It would ask for a copy of its own.
  server.route("/dist/studio/service-worker.js", { status: 404 });
  await openStudio(page, server);
  assert.equal(server.hits(core), 1);
});

test("studio: where no worker starts, the page reads by itself", { expects: ["errors"] }, async ({ page, server }) => {
  server.route("/dist/studio/reading-worker.js", { status: 404, type: "text/plain", body: "Nothing here." });
  await openStudio(page, server);
  await type(page, "Without a worker. ");
  await previewShows(page, "Marlshire");
  await paste(page, "# Without a worker\n\nWords.");
  await previewShows(page, "Without a worker");
});

test("studio: a worker that has gone is told of, and the next keystroke has another one", async ({ page, server, dist }) => {
  const html = (await readFile(`${dist}/studio/index.html`, "utf8")).replace('<meta name="color-scheme"', '<script src="/watch.js"></script><script src="/gone.js"></script>$&');
  server.route("/gone.js", { type: "text/javascript", body: `
    const post = Worker.prototype.postMessage;
    const later = window.setTimeout;
    window.gone = null;
    Worker.prototype.postMessage = function (...values) {
      if (window.isGoing && "text" in values[0]) window.gone ??= this;
      if (this !== window.gone) post.apply(this, values);
    };
    window.setTimeout = (run, milliseconds, ...values) => later(run, window.isGoing && milliseconds === 30000 ? 500 : milliseconds, ...values);` });
  server.route("/dist/studio/index.html", { type: "text/html; charset=utf-8", body: html });
  await openStudio(page, server);
  await page.evaluate(() => (window.isGoing = true));
  await paste(page, "# First words");
  assert.match(await page.waitFor(() => !document.querySelector(".preview-failure").hidden && document.querySelector(".preview-failure").textContent), /does not answer/);
  await page.evaluate(() => (window.isGoing = false));
  await type(page, " and more");
  await previewShows(page, "First words and more");
  assert.ok(await page.evaluate(() => document.querySelector(".preview-failure").hidden));
});

test("studio: a core that cannot be loaded is told of, the text stays, and the next keystroke tries again", { expects: ["errors"] }, async ({ page, server, dist }) => {
  let isBroken = true;
  server.route("/dist/studio/pressmark.wasm", async () => {
    if (isBroken) return { status: 500, body: "broken" };
    return { type: "application/wasm", body: await readFile(`${dist}/studio/pressmark.wasm`) };
  });
  await page.resize(1280, 900);
  await page.goto(server.url("/dist/studio/index.html"));
  await page.waitFor(() => !document.querySelector(".preview-failure").hidden);
  assert.match(await page.evaluate(() => document.querySelector(".preview-failure").textContent), /The preview stands still: .*core/);
  assert.match(await editorText(page), /Marlshire/);
  isBroken = false;
  await paste(page, "# It works again\n\nWords.");
  await previewShows(page, "It works again");
  assert.ok(await page.evaluate(() => document.querySelector(".preview-failure").hidden));
});
