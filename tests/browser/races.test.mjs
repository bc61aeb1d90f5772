// Answers that come late, in the wrong order, or when nobody waits for them any more.
import assert from "node:assert/strict";
import { asked, embedPage, RELEASE, rendered, SECOND_RELEASE, settle } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

/** A route that answers when it is opened; with another body for later questions, only the first of them waits. */
function gated(server, path, body, later = null) {
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  server.route(path, async (request, count) => (count > 1 && later !== null ? { body: later } : (await gate, { body })));
  return open;
}

const headline = (page) => page.evaluate(() => document.querySelector(".pm-headline")?.textContent ?? null);
const events = async (page) => (await page.seen()).events.map((event) => event.type);

test("races: the src changes while the first release is on its way", async ({ page, server }) => {
  const open = gated(server, "/slow.md", RELEASE);
  server.release("/quick.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/slow.md"></press-release>'));
  await asked(server, "/slow.md");
  await page.evaluate(() => (document.querySelector("press-release").src = "/quick.md"));
  await rendered(page);
  open();
  await settle(page, 300);
  assert.equal(await headline(page), "Second release");
  assert.deepEqual(await events(page), ["pressmark-render"]);
});

test("races: the later of two answers is dropped when it belongs to the earlier question", async ({ page, server }) => {
  const openFirst = gated(server, "/first.md", RELEASE);
  const openSecond = gated(server, "/second.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/first.md"></press-release>'));
  await asked(server, "/first.md");
  await page.evaluate(() => (document.querySelector("press-release").src = "/second.md"));
  await asked(server, "/second.md");
  openSecond();
  await rendered(page);
  openFirst();
  await settle(page, 300);
  assert.equal(await headline(page), "Second release");
  assert.deepEqual(await events(page), ["pressmark-render"]);
});

test("races: back to the first src", async ({ page, server }) => {
  const open = gated(server, "/first.md", "# Stale", "# Fresh");
  server.release("/second.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/first.md"></press-release>'));
  await asked(server, "/first.md");
  await page.evaluate(async () => {
    const element = document.querySelector("press-release");
    element.src = "/second.md";
    await new Promise((resolve) => setTimeout(resolve, 50));
    element.src = "/first.md";
  });
  await page.waitFor(() => document.querySelector(".pm-headline")?.textContent === "Fresh");
  open();
  await settle(page, 300);
  assert.equal(await headline(page), "Fresh");
});

test("races: removed while loading, nothing happens", async ({ page, server }) => {
  const open = gated(server, "/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"><p>Waiting</p></press-release>'));
  await asked(server, "/release.md");
  await page.evaluate(() => {
    window.element = document.querySelector("press-release");
    window.element.remove();
  });
  await settle(page);
  open();
  await settle(page, 300);
  assert.deepEqual(await events(page), []);
  assert.equal(await page.evaluate(() => window.element.querySelector(".pm-article")), null);
});

test("races: removed while loading and added again, it renders", async ({ page, server }) => {
  const open = gated(server, "/release.md", RELEASE, RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await asked(server, "/release.md");
  await page.evaluate(async () => {
    const element = document.querySelector("press-release");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.body.append(element);
  });
  await rendered(page);
  open();
  await settle(page, 300);
  assert.deepEqual(await events(page), ["pressmark-render"]);
});

test("races: a source set by the page wins over the one on its way", async ({ page, server }) => {
  const open = gated(server, "/release.md", RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await asked(server, "/release.md");
  await page.evaluate(() => (document.querySelector("press-release").source = "# Typed"));
  await rendered(page);
  open();
  await settle(page, 300);
  assert.equal(await headline(page), "Typed");
});

test("races: a failure that comes late does not hide the release that came since", async ({ page, server }) => {
  let open;
  const gate = new Promise((resolve) => (open = resolve));
  server.route("/broken.md", async () => (await gate, { status: 500, body: "broken" }));
  server.release("/second.md", SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/broken.md"><p>Waiting</p></press-release>'));
  await asked(server, "/broken.md");
  await page.evaluate(() => (document.querySelector("press-release").src = "/second.md"));
  await rendered(page);
  open();
  await settle(page, 300);
  assert.equal(await headline(page), "Second release");
  assert.deepEqual(await events(page), ["pressmark-render"]);
});

test("races: many quick changes end with the last", async ({ page, server }) => {
  for (let index = 0; index < 10; index++) server.route(`/${index}.md`, { body: `# Number ${index}`, delay: (10 - index) * 30 });
  await page.goto(embedPage(server, '<press-release src="/0.md"></press-release>'));
  await page.evaluate(async () => {
    for (let index = 1; index < 10; index++) {
      document.querySelector("press-release").src = `/${index}.md`;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
  await page.waitFor(() => document.querySelector(".pm-headline")?.textContent === "Number 9");
  await settle(page, 400);
  assert.equal(await headline(page), "Number 9");
});

test("races: removed while another release is on its way and added again, it shows that one", async ({ page, server }) => {
  server.release("/release.md", RELEASE);
  const open = gated(server, "/second.md", SECOND_RELEASE, SECOND_RELEASE);
  await page.goto(embedPage(server, '<press-release src="/release.md"></press-release>'));
  await rendered(page);
  await page.evaluate(() => (document.querySelector("press-release").src = "/second.md"));
  await asked(server, "/second.md");
  await page.evaluate(async () => {
    const element = document.querySelector("press-release");
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    document.body.append(element);
  });
  open();
  await page.waitFor(() => document.querySelector(".pm-headline")?.textContent === "Second release");
});
