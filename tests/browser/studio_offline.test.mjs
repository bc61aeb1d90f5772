// The studio without a network, as an installed web app and as one file; and how a newer version comes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { catchFiles, caughtFile, click, editorText, focusEditor, openStudio, paste, previewShows, type } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

/** Waits until the studio is kept on this machine and serves this page. */
const kept = (page) => page.waitFor(() => navigator.serviceWorker.controller?.state === "activated");
/** What a newer version is kept under. */
const NEWER = "pressmark-studio /dist/studio/ 0123456789abcdef";
const cacheNames = (page) => page.evaluate(() => caches.keys());

test("offline: after one visit the studio works with the server stopped, drafts and all", { expects: ["errors"] }, async ({ page, server }) => {
  await openStudio(page, server);
  await kept(page);
  await paste(page, "# Kept at home\n\nThe force was graded good for managing offenders, says HMICFRS.");
  await previewShows(page, "Kept at home");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await server.close();
  await page.goto(server.url("/dist/studio/index.html"));
  await previewShows(page, "Kept at home");
  await paste(page, "# Written without a network\n\nWords.");
  await previewShows(page, "Written without a network");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  // The address of the folder is the same page.
  await page.goto(server.url("/dist/studio/"));
  await previewShows(page, "Written without a network");
});

const DRAFT = "# Written at home\n\nWhat we ask of the county:\n\n\\- one\n\\- two\n\n";
const MENDED = DRAFT.replace("\\- one\n\\- two", "- one\n- two");

/** The studio as it is served, without the script that watches it: nobody would answer for that script here. */
function withoutWatch(server, dist) {
  const html = readFileSync(`${dist}/studio/index.html`, "utf8");
  for (const path of ["/dist/studio/index.html", "/dist/studio/"]) server.route(path, { type: "text/html; charset=utf-8", body: html });
}

/** A day's work: a kept draft is opened, written on, checked, mended, exported and found again. */
async function workWithoutNetwork(page, server, cut) {
  const address = server.url("/dist/studio/index.html");
  await openStudio(page, server);
  await kept(page);
  await paste(page, DRAFT);
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await cut();
  const before = server.requests.length;
  await page.goto(address);
  await previewShows(page, "Written at home");
  await focusEditor(page);
  await page.press("Control+End");
  await type(page, "On a train");
  await previewShows(page, "On a train");
  await page.waitFor(() => /No day of publication/.test(document.querySelector('[data-answer="published"]')?.textContent));
  await page.waitFor(() => [...document.querySelectorAll(".remark-fix")].some((each) => each.textContent === "Make it a list"));
  await click(page, "Make it a list");
  await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.querySelectorAll(".pm-body li").length === 2);
  await catchFiles(page);
  await click(page, "Export");
  await page.waitFor(() => document.querySelector("#export-window[open] .output"));
  await click(page, "Save: Web page");
  assert.match((await caughtFile(page, "written-at-home.html")).text, /<h1[^>]*>Written at home<[^]*<li>one<[^]*On a train/);
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await page.goto(address);
  await previewShows(page, "On a train");
  assert.equal(await editorText(page), `${MENDED}On a train`);
  return server.requests.slice(before);
}

test("offline: with the network cut, a draft is written on, checked, exported and found again", { cutsNetwork: true }, async ({ page, server, dist }) => {
  withoutWatch(server, dist);
  const asked = await workWithoutNetwork(page, server, async () => {
    await page.cutNetwork();
    assert.equal(await page.evaluate(() => fetch("/anything").then(() => "answered", () => "cut")), "cut");
  });
  // The server is there all the time. The browser itself, which is not cut off, may look for a newer service worker.
  assert.deepEqual(asked.filter(({ headers }) => headers["service-worker"] !== "script"), []);
});

test("offline: the same in a network where every question stays without an answer", async ({ page, server, dist }) => {
  withoutWatch(server, dist);
  await workWithoutNetwork(page, server, async () => server.fallSilent());
});

test("offline: nothing is kept but the studio's own files", async ({ page, server }) => {
  await openStudio(page, server);
  await kept(page);
  await paste(page, "# A\n\n![Door](/door.png)");
  await previewShows(page, "A");
  const names = await cacheNames(page);
  assert.equal(names.length, 1);
  assert.match(names[0], /^pressmark-studio \/dist\/studio\/ [0-9a-f]{16}$/);
  const paths = await page.evaluate(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.replace("/dist/studio/", "")), names[0]);
  assert.deepEqual(paths.sort(), ["core.js", "early.js", "icon-192.png", "icon-512.png", "icon-maskable-512.png", "icon.svg", "index.html", "pressmark.wasm", "reading-worker.js", "studio.css", "studio.js", "studio.webmanifest"]);
});

test("offline: opens from a server that sends index.html on to the folder", async ({ page, server, dist }) => {
  const html = readFileSync(`${dist}/studio/index.html`, "utf8").replace("<head>", '<head><script src="/watch.js"></script>');
  server.route("/dist/studio/", { type: "text/html; charset=utf-8", body: html });
  server.route("/dist/studio/index.html", { redirect: "/dist/studio/" });
  await openStudio(page, server, server.url("/dist/studio/"));
  await kept(page);
  await page.goto(server.url("/dist/studio/"));
  await previewShows(page, "Marlshire");
});

test("offline: another studio of the website keeps what is its own", async ({ page, server }) => {
  await page.goto(server.page("/first.html"));
  const others = "pressmark-studio /trial/studio/ 0123456789abcdef";
  await page.evaluate((name) => caches.open(name).then(() => true), others);
  await openStudio(page, server);
  await kept(page);
  assert.ok((await cacheNames(page)).includes(others));
});

test("offline: a newer version waits until the author wants it, and drafts stay", async ({ page, server, dist }) => {
  await openStudio(page, server);
  await kept(page);
  await paste(page, "# My draft\n\nWords.");
  await previewShows(page, "My draft");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  const [before] = await cacheNames(page);
  const worker = readFileSync(`${dist}/studio/service-worker.js`, "utf8");
  assert.ok(worker.includes(before.split(" ").at(-1)));
  server.route("/dist/studio/service-worker.js", { type: "text/javascript", body: worker.replaceAll(before.split(" ").at(-1), "0123456789abcdef") });
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => void registration.update()));
  assert.match(await page.waitFor(() => document.querySelector(".notice p")?.textContent), /new version/);
  assert.ok((await cacheNames(page)).includes(before), "the old version is in use until then");
  await click(page, "Use it now");
  await page.waitFor(async () => (await caches.keys()).join() === "pressmark-studio /dist/studio/ 0123456789abcdef").catch((error) => {
    // The page is loaded anew in between.
    if (!/context|navigat/i.test(String(error))) throw error;
  });
  await previewShows(page, "My draft");
  assert.deepEqual(await cacheNames(page), [NEWER]);
});

test("offline: a version with a file that is not its own is not installed", async ({ page, server, dist }) => {
  await openStudio(page, server);
  await kept(page);
  const [before] = await cacheNames(page);
  const worker = readFileSync(`${dist}/studio/service-worker.js`, "utf8");
  server.route("/dist/studio/studio.css", { type: "text/css", body: "body { color: red }" });
  server.route("/dist/studio/service-worker.js", { type: "text/javascript", body: worker.replaceAll(before.split(" ").at(-1), "0123456789abcdef") });
  const state = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const found = new Promise((resolve) => {
      registration.onupdatefound = () => {
        const { installing } = registration;
        installing.onstatechange = () => resolve(installing.state);
      };
    });
    registration.update().catch(() => {});
    return found;
  });
  assert.equal(state, "redundant");
  assert.equal(await page.evaluate(() => document.querySelector(".notice p")?.textContent ?? null), null);
});

test("offline: the manifest and its icons are whole", async ({ page, server }) => {
  await openStudio(page, server);
  const icons = await page.evaluate(async () => {
    const address = document.querySelector("link[rel=manifest]").href;
    const manifest = await (await fetch(address)).json();
    return Promise.all(
      manifest.icons.map(async ({ src, sizes, purpose = "any" }) => {
        const image = new Image();
        image.src = new URL(src, address);
        await image.decode();
        return `${sizes} ${purpose} ${src.endsWith(".svg") || `${image.naturalWidth}x${image.naturalHeight}` === sizes}`;
      }),
    );
  });
  assert.deepEqual(icons, ["any any true", "192x192 any true", "512x512 any true", "512x512 maskable true"]);
});

test("offline: the single file keeps drafts where the browser lets it, and says so where not", async ({ page, server, dist }) => {
  const address = pathToFileURL(`${dist}/studio.html`).href;
  await page.resize(1280, 900);
  await page.goto(address);
  await page.waitFor(() => document.querySelector(".stage iframe")?.contentDocument?.querySelector(".pm-article"));
  const words = `# From disk ${Date.now()}`;
  await paste(page, words);
  await previewShows(page, words.slice(2));
  const state = await page.waitFor(() => /kept|refused/.test(document.querySelector(".draft-state").dataset.state) && document.querySelector(".draft-state").dataset.state);
  if (state === "refused") {
    assert.match(await page.evaluate(() => document.querySelector(".banner").textContent), /Download it/);
    await page.evaluate(() => window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true }));
    return;
  }
  await page.goto("about:blank");
  await page.goto(address);
  await previewShows(page, words.slice(2));
  assert.equal(await editorText(page), words);
  // The next test finds the file as if it were new.
  await page.evaluate(async () => {
    const databases = [indexedDB.open("pressmark-studio")];
    await new Promise((resolve) => {
      databases[0].onsuccess = () => {
        const transaction = databases[0].result.transaction(["drafts", "versions"], "readwrite");
        transaction.objectStore("drafts").clear();
        transaction.objectStore("versions").clear();
        transaction.oncomplete = resolve;
      };
    });
  });
});

test("offline: the recipe for embeds shows a release with the server stopped", { expects: ["errors"] }, async ({ page, server, dist }) => {
  const guide = readFileSync(new URL("../../docs/embed.md", import.meta.url), "utf8");
  const [, recipe] = /`\/service-worker\.js`:\n\n```js\n([^]*?)```/.exec(guide);
  server.route("/pressmark/pressmark.js", { type: "text/javascript", body: readFileSync(`${dist}/pressmark.js`, "utf8") });
  server.route("/pressmark/pressmark.wasm", { type: "application/wasm", body: readFileSync(`${dist}/pressmark.wasm`) });
  server.route("/service-worker.js", { type: "text/javascript", body: recipe.replace("FILES = [", 'FILES = ["/watch.js", ') });
  server.release("/news/2026/good-review.md", "# Saltby reviewed\n\nThe force was graded good for managing offenders, says HMICFRS.\n");
  const address = server.page("/news/2026/good-review.html", {
    head: '<script type="module" src="/pressmark/pressmark.js"></script>',
    body: '<press-release src="/news/2026/good-review.md"><p>Not shown</p></press-release>',
  });
  const shown = () => page.waitFor(() => document.querySelector("press-release h1")?.textContent === "Saltby reviewed" && document.querySelector("press-release .pm-grade"));
  await page.goto(address);
  await shown();
  await page.evaluate(() => navigator.serviceWorker.register("/service-worker.js").then(() => navigator.serviceWorker.ready).then(() => undefined));
  await server.close();
  await page.goto(address);
  await shown();
});
