// The harness itself: the page interface, the server's misbehaviour, and the facts about engines that other tests rest on.
import assert from "node:assert/strict";
import { deadOrigin } from "../support/server.mjs";
import { test } from "./harness/test.mjs";

test("harness: values cross both ways and promises are waited for", async ({ page, server }) => {
  await page.goto(server.page("/", { body: "<p id=a>é漢🙂</p>" }));
  const answer = await page.evaluate(async (id) => ({ text: document.getElementById(id).textContent, none: null }), "a");
  assert.deepEqual(answer, { text: "é漢🙂", none: null });
  assert.equal(await page.evaluate(() => undefined), undefined);
  await assert.rejects(page.evaluate(() => { throw new Error("from the page"); }), /from the page/);
});

test("harness: the page is visible, laid out and batches its microtasks", async ({ page, server }) => {
  await page.goto(server.page("/", { body: "<p>Text</p>" }));
  assert.equal(await page.evaluate(() => document.visibilityState), "visible");
  assert.equal(await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve("frame")))), "frame");
  const order = await page.evaluate(() => {
    const heard = [];
    customElements.define("x-a", class extends HTMLElement {
      static observedAttributes = ["a"];
      attributeChangedCallback() { queueMicrotask(() => heard.push("later")); }
    });
    document.createElement("x-a").setAttribute("a", "1");
    heard.push("now");
    return heard;
  });
  assert.equal(order[0], "now");
});

test("harness: keys reach the page", async ({ page, server }) => {
  await page.goto(server.page("/", { body: "<button id=a onclick='this.textContent += 1'>a</button><button id=b>b</button>" }));
  await page.press("Tab");
  await page.waitFor(() => document.activeElement.id === "a");
  await page.press("Enter", "Tab");
  await page.waitFor(() => document.activeElement.id === "b");
  await page.press("Shift+Tab", "Space");
  await page.waitFor(() => document.activeElement.textContent === "a11");
});

for (const media of ["dark", undefined]) {
  test(`harness: the page has the focus${media ? ", in a browser of its own" : ", while another browser is open"}`, { media }, async ({ page, server }) => {
    await page.goto(server.page("/", { body: "<button>a</button>" }));
    assert.equal(await page.evaluate(() => document.hasFocus()), true);
    await page.press("Tab");
    await page.waitFor(() => document.querySelector("button").matches(":focus-visible"));
  });
}

test("harness: what is thrown, rejected and forbidden is seen", { expects: ["errors", "rejections", "violations"] }, async ({ page, server }) => {
  server.route("/bad.js", { body: "Promise.reject(new TypeError('nobody listens')); setTimeout(() => { throw new RangeError('thrown') });" });
  const policy = { "content-security-policy": "default-src 'none'; script-src 'self'" };
  await page.goto(server.page("/", { head: '<script src="/bad.js"></script><style>p{}</style>', body: "<img src='/x.png'>" }, policy));
  await page.waitFor(() => seen.errors.length && seen.rejections.length && seen.violations.length > 1);
  const seen = await page.seen();
  assert.match(seen.errors[0], /RangeError: thrown/);
  assert.match(seen.rejections[0], /TypeError: nobody listens/);
  const directives = new Set(seen.violations.map((words) => words.split(" ")[0]));
  assert.deepEqual([...directives].sort(), ["img-src", "style-src-elem"]);
  assert.equal(server.hits("/x.png"), 0);
});

test("harness: a request to another host reaches the proxy and nobody else", { asks: ["asked.example"] }, async ({ page, server }) => {
  await page.goto(server.page("/"));
  const answer = await page.evaluate(() => fetch("http://asked.example/release.md", { mode: "no-cors" }).then(() => "answered", () => "refused"));
  assert.equal(answer, "answered");
});

test("server: statuses, redirects, delays, broken connections and dead hosts", async ({ page, server }) => {
  server.route("/gone.md", { status: 404, body: "gone" });
  server.route("/from.md", { redirect: "/to.md" });
  server.release("/to.md", "# Here");
  server.route("/slow.md", { body: "late", delay: 300 });
  server.route("/cut.md", { body: "x".repeat(10_000), cutAfter: 100 });
  const get = (url) => fetch(url).then(async (response) => `${response.status} ${await response.text()}`, (error) => error.name)
    .catch((error) => `cut: ${error.name}`);
  await page.goto(server.page("/"));
  assert.equal(await page.evaluate(get, "/gone.md"), "404 gone");
  assert.equal(await page.evaluate(get, "/from.md"), "200 # Here");
  const before = Date.now();
  assert.equal(await page.evaluate(get, "/slow.md"), "200 late");
  assert.ok(Date.now() - before >= 300);
  assert.match(await page.evaluate(get, "/cut.md"), /cut: |TypeError/);
  assert.equal(await page.evaluate(get, await deadOrigin()), "TypeError");
  assert.equal(server.hits("/cut.md") >= 1, true);
});

test("server: another origin is refused unless it says that it may be read", async ({ page, server }) => {
  server.route("/closed.md", { body: "closed" });
  server.route("/open.md", { body: "open", cors: true });
  const get = (url) => fetch(url).then((response) => response.text(), (error) => error.name);
  await page.goto(server.page("/"));
  assert.equal(await page.evaluate(get, server.otherUrl("/closed.md")), "TypeError");
  assert.equal(await page.evaluate(get, server.otherUrl("/open.md")), "open");
});

test("engine: the strict policy stops HTML strings, so the tests below it mean something", { expects: ["violations", "errors"] }, async ({ page, server }) => {
  const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
  server.route("/sink.js", { body: "try { document.body.innerHTML = '<b>x</b>'; document.title = 'wrote' } catch (error) { document.title = error.name }" });
  await page.goto(server.page("/", { body: '<p></p><script src="/sink.js"></script>' }, { "content-security-policy": policy }));
  assert.equal(await page.evaluate(() => document.title), "TypeError");
});

test("engine: the reader's dark setting is emulated", { media: "dark" }, async ({ page, server }) => {
  await page.goto(server.page("/"));
  assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), true);
});

test("engine: forced colours are emulated", { media: "forced-colors" }, async ({ page, server }) => {
  await page.goto(server.page("/"));
  assert.equal(await page.evaluate(() => matchMedia("(forced-colors: active)").matches), true);
});

test("engine: print is emulated", { media: "print" }, async ({ page, server }) => {
  await page.goto(server.page("/"));
  assert.equal(await page.evaluate(() => matchMedia("print").matches), true);
});
