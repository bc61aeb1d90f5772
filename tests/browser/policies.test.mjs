// Pages whose policies forbid almost everything: Pressmark asks for script of its own origin and WebAssembly, no more.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { defined, embedPage, failed, RELEASE, rendered, settle, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const STRICT =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";
const headers = { "content-security-policy": STRICT };

const EVERYTHING = `
  <press-release id="fetched" src="/release.md"><p>Waiting</p></press-release>
  <press-release id="inside"><script type="text/markdown"># Inside</script></press-release>
  <press-release id="shadow" shadow src="/release.md?shadow"></press-release>
  <press-release id="missing" src="/missing.md"><p>Waiting</p></press-release>
  <inspection-grades id="table" for="fetched" layout="table"></inspection-grades>
  <inspection-grade id="badge" scale="hmicfrs-peel-5" area="Managing offenders" grade="good"></inspection-grade>`;

async function assertEverything(page) {
  await rendered(page, "#fetched, #inside, #shadow");
  await failed(page, "missing");
  await page.waitFor(() => document.querySelector("#table tbody tr, #table .pm-grade"));
  assert.match(await visibleText(page, "#badge"), /Managing offenders\s+Good/);
  const { label, styled } = await page.evaluate(() => {
    const badge = document.querySelector("#fetched .pm-grade");
    return { label: badge.textContent.replace(/\s+/g, " ").trim(), styled: getComputedStyle(badge).display };
  });
  assert.match(label, /Good|Requires improvement/);
  assert.notEqual(styled, "inline", "the style sheet is in force");
}

test("policies: everything works under the strictest, without one violation", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, EVERYTHING, { headers }));
  await assertEverything(page);
  await page.evaluate(() => document.querySelector("#missing button").click());
  await settle(page);
  assert.deepEqual((await page.seen()).violations, []);
});

for (const file of ["SECURITY.md", "docs/embed.md"]) {
  test(`policies: everything works under the one that ${file} says to copy`, async ({ page, server }) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
    const [policy, ...others] = text.match(/(?<=^```\n)default-src .*(?=\n```)/gm);
    assert.deepEqual(others, []);
    server.release("/release.md", RELEASE);
    await page.goto(embedPage(server, EVERYTHING, { headers: { "content-security-policy": policy } }));
    await assertEverything(page);
    assert.deepEqual((await page.seen()).violations, []);
  });
}

test("policies: the same by a meta element", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, EVERYTHING, { head: `<meta http-equiv="Content-Security-Policy" content="${STRICT}">` }));
  await assertEverything(page);
});

test("policies: the inline build under the same", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, EVERYTHING, { headers, script: '<script src="/dist/pressmark.inline.js"></script>' }));
  await assertEverything(page);
  assert.equal(server.hits("/dist/pressmark.wasm"), 0);
});

test("policies: badges alone need no WebAssembly and no connection", async ({ page, server }) => {
  const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  const body = '<inspection-grade id="badge" scale="hmicfrs-peel-5" area="Managing offenders" grade="outstanding" date="2024-03-14"></inspection-grade>';
  const head = '<link rel="icon" href="data:,">';
  await page.goto(embedPage(server, body, { headers: { "content-security-policy": `${policy}; img-src data:` }, head, script: '<script type="module" src="/dist/badge.js"></script>' }));
  await defined(page, "inspection-grade");
  await page.waitFor(() => document.querySelector("#badge").innerText.includes("Outstanding"));
  assert.equal(server.requests.filter((request) => request.path.endsWith(".wasm")).length, 0);
});

test("policies: a sandboxed frame without its own origin", async ({ page, server }) => {
  server.release("/release.md", RELEASE, { cors: true });
  const inner = `<!doctype html><title>Frame</title><script src="${server.url("/watch.js")}"></script>
    <press-release><script type="text/markdown"># In a frame</script></press-release>
    <script src="${server.url("/dist/pressmark.inline.js")}"></script>
    <script>document.addEventListener("pressmark-render", () => parent.postMessage(document.querySelector(".pm-headline").textContent, "*"))</script>`;
  server.page("/inner.html", inner);
  await page.goto(server.page("/", { body: '<script>window.heard = null; onmessage = (event) => (heard = event.data)</script><iframe sandbox="allow-scripts" src="/inner.html"></iframe>' }));
  assert.equal(await page.waitFor(() => heard), "In a frame");
});
