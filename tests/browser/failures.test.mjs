// Everything that can go wrong while a release loads. Each time: the children stay, a message says what happened and
// leads to the source, an event tells the page, trying again works, nothing is thrown into the page, and the element
// beside it is not harmed.
import assert from "node:assert/strict";
import { deadOrigin } from "../support/server.mjs";
import { asked, defined, embedPage, failed, RELEASE, rendered, SECOND_RELEASE, settle, tab, visibleText } from "./harness/embed.mjs";
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
  ["the release is too large and its length is not announced", { body: `# Long\n\n${"word ".repeat(250_000)}`, stream: true }, /large|limit|big/i],
  ["the answer is a redirect that goes round", { redirect: "/release.md" }, /./],
  ["the answer is a redirect to another site that does not allow to be read", (server) => ({ redirect: server.otherUrl("/elsewhere.md") }), /./],
  ["the answer is a redirect to an address that would run script", { redirect: "javascript:alert(1)" }, /./],
  ["the connection breaks before an answer", { reset: true }, /./],
  ["the file is empty", { body: "" }, /empty/],
  ["the file has spaces alone", { body: " \r\n\t\n" }, /empty/],
  ["the server says that there is no content", { status: 204 }, /empty/],
  ["the server wants a password", { status: 401, body: "no" }, /401/],
  ["the server forbids it", { status: 403, body: "no" }, /403/],
  ["the server asks for patience", { status: 429, headers: { "retry-after": "5" }, body: "later" }, /429/],
  ["the answer is a film", { type: "video/mp4", body: "....ftyp" }, /video\/mp4/],
  ["the answer is a document", { type: "application/pdf", body: "%PDF-1.7" }, /pdf/],
];

for (const [name, answer, message] of ANSWERS) {
  test(`failures: ${name}, then it is cured`, async ({ page, server }) => {
    server.release("/elsewhere.md", RELEASE);
    server.route("/release.md", typeof answer === "function" ? answer(server) : answer);
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

test("failures: an answer that is called compressed and is not is shown, or said to be none", async ({ page, server, engine }) => {
  server.route("/release.md", { headers: { "content-encoding": "gzip" }, body: RELEASE });
  await page.goto(pageWithFailure(server, "/release.md"));
  // WebKit's network library hands such an answer on as it is.
  if (engine === "webkit") await rendered(page, "#broken");
  else await assertFailure(page, server.url("/release.md"), /./);
});

/** Long times are short in such a page, and long enough for a release that comes. */
const HURRY = "<script>{ const wait = setTimeout; globalThis.setTimeout = (run, time, ...values) => wait(run, time >= 30_000 ? 3000 : time, ...values); }</script>";

for (const [name, answer] of [["never answers", { delay: 25_000, body: RELEASE }], ["stops in the midst of its answer", { body: RELEASE, stallAfter: 50 }]]) {
  test(`failures: a server that ${name} is given up after a time`, async ({ page, server }) => {
    server.route("/release.md", answer);
    await page.goto(pageWithFailure(server, "/release.md", { head: HURRY }));
    await assertFailure(page, server.url("/release.md"), /30 seconds/);
    server.release("/release.md", RELEASE);
    await tryAgain(page);
  });
}

test("failures: a file that changes between two readings is shown as it is now, or not at all", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  await page.goto(pageWithFailure(server, "/release.md"));
  await rendered(page);
  server.release("/release.md", "# Corrected\n\nThe text.\n");
  await page.evaluate(() => document.getElementById("broken").reload());
  await page.waitFor(() => document.querySelector("#broken .pm-headline")?.textContent === "Corrected");
  // Half of it is there: what was announced does not come.
  server.route("/release.md", { body: RELEASE, cutAfter: 200 });
  await page.evaluate(() => document.getElementById("broken").reload());
  await assertFailure(page, server.url("/release.md"), /./);
  assert.ok(!(await visibleText(page, "#broken")).includes("Corrected"));
});

test("failures: bytes that are no UTF-8, and an encoding that is another, leave a text and no fault", async ({ page, server }) => {
  const bytes = Buffer.from([0x23, 0x20, 0x41, 0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x00, 0x0a, 0x0a, 0x42]);
  for (const [name, type] of [["plain", "text/plain"], ["unknown", "text/plain; charset=nonsense"], ["jis", "text/plain; charset=iso-2022-jp"], ["utf16", "text/plain; charset=utf-16le"], ["utf7", "text/plain; charset=utf-7"]]) {
    server.route(`/${name}.txt`, { type, body: bytes });
  }
  await page.goto(embedPage(server, ["plain", "unknown", "jis", "utf16", "utf7"].map((name) => `<press-release id="${name}" src="/${name}.txt"></press-release>`).join("")));
  await rendered(page);
  for (const name of ["plain", "unknown", "utf7"]) assert.match(await page.evaluate((id) => document.querySelector(`#${id} .pm-headline`).textContent, name), /^A\uFFFD+$/);
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

test("failures: the core is empty, then whole", async ({ page, server }) => {
  server.route(WASM, { type: "application/wasm", body: "" });
  await coreFails(page, server, /damaged|WebAssembly/, () => server.route(WASM, undefined));
});

test("failures: the core is called compressed and is not, then whole", async ({ page, server }) => {
  server.route(WASM, { type: "application/wasm", headers: { "content-encoding": "gzip" }, body: "\0asm" });
  await coreFails(page, server, /./, () => server.route(WASM, undefined));
});

test("failures: the connection breaks before the core answers, then does not", async ({ page, server }) => {
  server.route(WASM, { reset: true });
  await coreFails(page, server, /could not be fetched/, () => server.route(WASM, undefined));
});

test("failures: another program stands where the core should, then the core", async ({ page, server }) => {
  server.route(WASM, { type: "application/wasm", body: Buffer.from("\0asm\x01\0\0\0", "latin1") });
  await coreFails(page, server, /not Pressmark's core/, () => server.route(WASM, undefined));
});

test("failures: the core comes late, and the children stay until then", async ({ page, server, dist }) => {
  const { readFile } = await import("node:fs/promises");
  const body = await readFile(`${dist}/pressmark.wasm`);
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  server.route(WASM, async () => (await gate, { type: "application/wasm", body }));
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, `<press-release src="/release.md">${CHILDREN}</press-release>`));
  await asked(server, WASM);
  await settle(page);
  assert.equal(await visibleText(page, "press-release"), "Read the release as a PDF.");
  open();
  await rendered(page);
});

test("failures: a policy that lets nothing be fetched, neither release nor core", { expects: ["violations"] }, async ({ page, server }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
  server.release("/release.md", RELEASE);
  await page.goto(embedPage(server, `<press-release id="broken" src="/release.md">${CHILDREN}</press-release>`, { headers: { "content-security-policy": policy }, head: '<link rel="icon" href="data:,">' }));
  await failed(page, "broken");
  assert.match(await visibleText(page, "#broken"), /Read the release as a PDF/);
});

/** A page that says which core it wants. */
const wanting = (integrity) =>
  `<script type="module">import { setDefaultWasm } from "/dist/pressmark.js"; setDefaultWasm(new URL("${WASM}", location.origin), { integrity: "${integrity}" })</script>`;

test("failures: the core must be the file whose integrity the page states", async ({ page, server, dist }) => {
  const { readFile } = await import("node:fs/promises");
  const { createHash } = await import("node:crypto");
  const hash = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  const core = await readFile(`${dist}/pressmark.wasm`);
  server.release("/release.md", RELEASE);
  const body = `<press-release id="broken" src="/release.md">${CHILDREN}</press-release>`;
  await page.goto(embedPage(server, body, { path: "/right", script: wanting(hash(core)) }));
  await rendered(page);
  for (const [path, integrity, message] of [["/wrong", hash("another"), /integrity value/], ["/garbled", "sha384-no", /could not be fetched|valid form/], ["/malformed", hash(core).slice(4), /valid form/]]) {
    await page.goto(embedPage(server, body, { path, script: wanting(integrity) }));
    const event = await failed(page, "broken");
    assert.match(event.message, message, path);
    assert.match(await visibleText(page, "#broken"), /Read the release as a PDF/);
  }
});

/** The real core fails in the page, in the ways of tests/support/faulty_core.js. */
for (const kind of ["trap", "memory", "stack"]) {
  test(`failures: the core ends on a release (${kind}), and shows the next ones`, async ({ page, server }) => {
    server.release("/fine.md", SECOND_RELEASE);
    const body = `<press-release id="broken">${CHILDREN}</press-release><press-release id="fine" src="/fine.md"></press-release>`;
    await page.goto(embedPage(server, body, { head: '<script src="/faulty_core.js"></script>' }));
    await rendered(page, "#fine");
    const outcome = await page.evaluate(async (wanted) => {
      const broken = document.getElementById("broken");
      const show = (source) => new Promise((resolve) => {
        for (const type of ["pressmark-render", "pressmark-error"]) broken.addEventListener(type, ({ error }) => resolve(error ? error.name : broken.querySelector(".pm-headline").textContent), { once: true });
        broken.source = source;
      });
      const shown = [];
      for (let round = 0; round < 10; round++) {
        coreFaults.next = wanted;
        const failure = await show(`# Fails ${round}`);
        coreFaults.next = "";
        shown.push([failure, broken.innerText.includes("as a PDF"), await show(`# Works ${round}`)]);
      }
      return { shown, release: document.getElementById("fine").release.toText().includes("The second text") };
    }, kind);
    // Each time a typed error, the children, and the next release.
    assert.deepEqual(outcome.shown, Array.from({ length: 10 }, (_, round) => ["InternalError", true, `Works ${round}`]));
    assert.ok(outcome.release, "a release from before has its outputs still");
  });
}

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
