// Everything that can go wrong while a release loads. Each time: the children stay, a message says what happened and
// leads to the source, an event tells the page, trying again works, nothing is thrown into the page, and the element
// beside it is not harmed.
import assert from "node:assert/strict";
import { deadOrigin } from "../support/server.mjs";
import { defined, embedPage, failed, RELEASE, rendered, SECOND_RELEASE, settle, tab, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

const CHILDREN = '<p>Read the release <a href="/paper.pdf">as a PDF</a>.</p>';

/** A page with one element that fails and one that does not. */
function pageWithFailure(server, src, options) {
  server.release("/fine.md", SECOND_RELEASE);
  const body = `<press-release id="broken" src="${src}">${CHILDREN}</press-release>
    <press-release id="fine" src="/fine.md"></press-release>`;
  return embedPage(server, body, options);
}

/** What the reader finds in the element that failed. */
async function assertFailure(page, src, message) {
  const event = await failed(page, "broken");
  assert.match(event.message, message, "the event says why");
  const text = await visibleText(page, "#broken");
  assert.match(text, /Read the release as a PDF/, "the children stay");
  assert.ok(text.length > "Read the release as a PDF.".length + 20, `a message is shown: ${text}`);
  const links = await page.evaluate(() => {
    const root = document.getElementById("broken");
    return [...root.querySelectorAll("a[href]")].filter((link) => link.checkVisibility?.() ?? link.offsetParent).map((link) => link.href);
  });
  assert.ok(links.includes(src), `a link leads to ${src}: ${links}`);
  assert.equal(await page.evaluate(() => document.getElementById("broken").release), null);
  await rendered(page, "#fine");
}

/** Presses the button that tries again and waits for the release. */
async function tryAgain(page) {
  await page.evaluate(() => document.querySelector("#broken button").click());
  await rendered(page, "#broken");
  const text = await visibleText(page, "#broken");
  assert.ok(!text.includes("as a PDF"), "the children give way to the release");
  assert.equal(await page.evaluate(() => document.querySelector("#broken button")), null, "the message is gone");
}

const ANSWERS = [
  ["the release is not there", { status: 404, type: "text/html", body: "<h1>Not found</h1>" }, /404/],
  ["the server has a fault", { status: 500, body: "fault" }, /500/],
  ["the answer is a picture", { type: "image/png", body: "\x89PNG\r\n\x1a\n" }, /image\/png|not? .*text|type/i],
  ["the answer is a web page", { type: "text/html", body: "<!doctype html><title>Log in</title><p>Log in first" }, /html|type|text/i],
  ["the connection breaks", { body: RELEASE.repeat(50), cutAfter: 300 }, /./],
  ["the release is too large", { body: `# Long\n\n${"word ".repeat(250_000)}` }, /large|limit|big/i],
  ["the answer is a redirect that goes round", { redirect: "/release.md" }, /./],
];

for (const [name, answer, message] of ANSWERS) {
  test(`failures: ${name}, then it is cured`, async ({ page, server }) => {
    server.route("/release.md", answer);
    await page.goto(pageWithFailure(server, "/release.md"));
    await assertFailure(page, server.url("/release.md"), message);
    server.release("/release.md", RELEASE);
    await tryAgain(page);
    assert.equal(await page.evaluate(() => document.querySelectorAll("#broken .pm-article").length), 1);
  });
}

test("failures: nobody answers at the address", async ({ page, server }) => {
  const src = `${await deadOrigin()}/release.md`;
  await page.goto(pageWithFailure(server, src));
  await assertFailure(page, src, /./);
});

test("failures: another origin that does not allow to be read, then does", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const src = server.otherUrl("/release.md");
  await page.goto(pageWithFailure(server, src));
  await assertFailure(page, src, /./);
  server.release("/release.md", RELEASE, { cors: true });
  await tryAgain(page);
});

test("failures: the page's policy forbids the address", { expects: ["violations"] }, async ({ page, server }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'";
  server.release("/release.md", RELEASE, { cors: true });
  const src = server.otherUrl("/release.md");
  await page.goto(pageWithFailure(server, src, { headers: { "content-security-policy": policy } }));
  await assertFailure(page, src, /./);
  assert.ok((await page.seen()).violations.every((violation) => violation.startsWith("connect-src ")));
});

test("failures: an src that is no address", async ({ page, server }) => {
  await page.goto(pageWithFailure(server, "http://[broken"));
  const event = await failed(page, "broken");
  assert.match(event.message, /address|src|URL/i);
  assert.match(await visibleText(page, "#broken"), /as a PDF/);
  await rendered(page, "#fine");
});

test("failures: an src that would run script is no link either", async ({ page, server }) => {
  await page.goto(pageWithFailure(server, "javascript:alert(1)"));
  await failed(page, "broken");
  const links = await page.evaluate(() => [...document.querySelectorAll("#broken a")].map((link) => link.protocol));
  assert.deepEqual(links.filter((protocol) => protocol !== "http:"), []);
});

const WASM = "/dist/pressmark.wasm";

/** Both elements fail with the core; both come back with it. */
async function coreFails(page, server, message, cure) {
  server.release("/release.md", RELEASE);
  server.release("/fine.md", SECOND_RELEASE);
  const body = `<press-release id="broken" src="/release.md">${CHILDREN}</press-release><press-release id="other" src="/fine.md">Waiting</press-release>`;
  await page.goto(embedPage(server, body));
  const event = await failed(page, "broken");
  await failed(page, "other");
  assert.match(event.message, message);
  const text = await visibleText(page, "#broken");
  assert.match(text, /Read the release as a PDF/);
  const links = await page.evaluate(() => [...document.querySelectorAll("#broken a")].map((link) => link.href));
  assert.ok(links.includes(server.url("/release.md")));
  cure();
  await tryAgain(page);
}

test("failures: the core is not there, then it is", async ({ page, server }) => {
  server.route(WASM, { status: 404, body: "Not found" });
  await coreFails(page, server, /404/, () => server.route(WASM, undefined));
});

test("failures: the core is a web page, then the core", async ({ page, server }) => {
  server.route(WASM, { type: "text/html", body: "<!doctype html><p>Start page" });
  await coreFails(page, server, /WebAssembly/, () => server.route(WASM, undefined));
});

test("failures: the core is cut off, then whole", async ({ page, server }) => {
  server.route(WASM, { type: "application/wasm", body: Buffer.concat([Buffer.from("\0asm\x01\0\0\0", "latin1"), Buffer.alloc(5000)]), cutAfter: 900 });
  await coreFails(page, server, /./, () => server.route(WASM, undefined));
});

test("failures: the core is damaged, then whole", async ({ page, server }) => {
  server.route(WASM, { type: "application/wasm", body: Buffer.concat([Buffer.from("\0asm\x01\0\0\0", "latin1"), Buffer.alloc(500, 7)]) });
  await coreFails(page, server, /damaged|WebAssembly/, () => server.route(WASM, undefined));
});

for (const type of ["application/octet-stream", "text/plain", undefined]) {
  test(`failures: the core served as ${type ?? "nothing in particular"} works all the same`, async ({ page, server, dist }) => {
    const { readFile } = await import("node:fs/promises");
    const body = await readFile(`${dist}/pressmark.wasm`);
    server.route(WASM, () => ({ type, headers: type ? {} : { "x-content-type-options": "nosniff" }, body }));
    server.release("/release.md", RELEASE);
    await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
    await rendered(page);
  });
}

test("failures: a policy without wasm-unsafe-eval is named in the message", { expects: ["violations"] }, async ({ page, server }) => {
  const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, `<press-release id="broken" src="/release.md">${CHILDREN}</press-release>`, { headers: { "content-security-policy": policy } }));
  const event = await failed(page, "broken");
  assert.match(event.message, /wasm-unsafe-eval/);
  const text = await visibleText(page, "#broken");
  assert.match(text, /Read the release as a PDF/);
});

test("failures: a browser without WebAssembly is told so", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, `<press-release id="broken" src="/release.md">${CHILDREN}</press-release>`, { head: "<script>delete globalThis.WebAssembly</script>" }));
  const event = await failed(page, "broken");
  assert.match(event.message, /browser/i);
  assert.match(await visibleText(page, "#broken"), /Read the release as a PDF/);
});

test("failures: without JavaScript support for modules or with the script missing, the children are the page", async ({ page, server }) => {
  await page.goto(embedPage(server, `<press-release src="/release.md">${CHILDREN}</press-release>`, { script: "" }));
  assert.equal(await visibleText(page, "press-release"), "Read the release as a PDF.");
});

test("failures: after a success, a failing src brings the children back", async ({ page, server }) => {
  server.release("/fine.md", SECOND_RELEASE);
  server.route("/release.md", { status: 500, body: "fault" });
  await page.goto(embedPage(server, `<press-release id="broken" src="/fine.md">${CHILDREN}</press-release>`));
  await rendered(page);
  await page.evaluate(() => (document.getElementById("broken").src = "/release.md"));
  await failed(page, "broken");
  const text = await visibleText(page, "#broken");
  assert.match(text, /Read the release as a PDF/);
  assert.ok(!text.includes("The second text"), "the old release is not shown for the new one");
});

test("failures: an element with neither src nor text stays as it is", async ({ page, server }) => {
  await page.goto(embedPage(server, `<press-release id="empty">${CHILDREN}</press-release>`));
  await defined(page, "press-release");
  await settle(page);
  assert.match(await visibleText(page, "#empty"), /^Read the release as a PDF\./);
});

test("failures: a listener that throws harms neither its element nor the next", { expects: ["errors"] }, async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const thrower = '<script>document.addEventListener("pressmark-render", (event) => { if (event.target.id === "a") throw new Error("from the page") })</script>';
  await page.goto(embedPage(server, '<press-release id="a" src="/release.md"></press-release><press-release id="b" src="/release.md?b"></press-release>', { head: thrower }));
  await rendered(page);
  await page.evaluate(() => document.getElementById("a").setAttribute("heading-level", "4"));
  await page.waitFor(() => document.querySelector("#a .pm-headline").localName === "h4");
});

test("failures: the message can be reached and used by keyboard", async ({ page, server }) => {
  server.route("/release.md", { status: 503, body: "later" });
  await page.goto(embedPage(server, '<press-release id="broken" src="/release.md"><p>Waiting</p></press-release>'));
  await failed(page, "broken");
  server.release("/release.md", RELEASE);
  for (let presses = 0; presses < 5; presses++) {
    await tab(page);
    if (await page.evaluate(() => document.activeElement.localName === "button")) break;
  }
  assert.equal(await page.evaluate(() => document.activeElement.closest("press-release")?.id), "broken");
  const name = await page.evaluate(() => document.activeElement.textContent.trim());
  assert.match(name, /again/i);
  await page.press("Enter");
  await rendered(page);
});
