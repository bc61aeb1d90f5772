// The inline build in a page that is opened from disk.
import assert from "node:assert/strict";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { failed, RELEASE, rendered, visibleText } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";
import { htmlPage } from "../support/server.mjs";

/** Writes a page beside the inline build into a folder of its own, for the time of `use`. */
async function onDisk(dist, body, use, head = "") {
  const folder = await mkdtemp(join(tmpdir(), "pressmark-file-"));
  try {
    await copyFile(new URL("../support/watch.js", import.meta.url), join(folder, "watch.js"));
    await copyFile(join(dist, "pressmark.inline.js"), join(folder, "pressmark.inline.js"));
    await writeFile(join(folder, "release.md"), RELEASE);
    const html = htmlPage({ head, body: `${body}<script src="pressmark.inline.js"></script>` }).replace('src="/watch.js"', 'src="watch.js"');
    await writeFile(join(folder, "page.html"), html);
    await use(pathToFileURL(join(folder, "page.html")).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const INSIDE = `<press-release><script type="text/markdown">${RELEASE}</script></press-release>`;

test("file: a release inside the page renders from disk", async ({ page, dist }) => {
  await onDisk(dist, INSIDE, async (address) => {
    await page.goto(address);
    await rendered(page);
    assert.match(await visibleText(page, ".pm-headline"), /Brackenford library passes its inspection/);
    assert.equal(await page.evaluate(() => document.querySelectorAll(".pm-grades .pm-grade").length), 2);
  });
});

test("file: the browser keeps its rules for pages from disk here, so the tests beside this one mean something", { expects: ["errors"] }, async ({ page, dist, engine }) => {
  await onDisk(dist, "", async (address) => {
    await page.goto(address);
    const answer = await page.evaluate(() => fetch("release.md").then(() => "fetched", () => "refused"));
    assert.equal(answer, "refused", engine);
  });
});

test("file: an src that cannot be fetched from disk says so and leads there", async ({ page, dist }) => {
  await onDisk(dist, '<press-release id="broken" src="release.md"><p>Waiting</p></press-release>', async (address) => {
    await page.goto(address);
    await failed(page, "broken");
    assert.match(await visibleText(page, "#broken"), /^Waiting .{20,}/);
  });
});

test("file: window.Pressmark parses, renders and mounts", async ({ page, dist }) => {
  await onDisk(dist, '<main id="here"></main>', async (address) => {
    await page.goto(address);
    const answer = await page.evaluate(async (source) => {
      const pressmark = await window.Pressmark.loadPressmark();
      const release = pressmark.parse(source);
      release.mount(document.getElementById("here"));
      return { title: release.title, html: release.toHTML().includes("<h1"), mounted: document.querySelector("#here .pm-headline").textContent };
    }, RELEASE);
    assert.deepEqual(answer, { title: "Brackenford library passes its inspection", html: true, mounted: "Brackenford library passes its inspection" });
  });
});

test("file: a policy in the page that allows its own script and nothing else", async ({ page, dist, engine }) => {
  // "'self'" means nothing in a page from disk, so the policy names the scheme.
  const policy = "default-src 'none'; script-src file: 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
  await onDisk(dist, INSIDE, async (address) => {
    await page.goto(address);
    await rendered(page);
    assert.deepEqual((await page.seen()).violations, [], engine);
  }, `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
});
