#!/usr/bin/env node
// Takes pictures of the demo page and of an article for a look at them: in every engine, by day and in the dark, wide and
// on a telephone.
//   node tests/browser/pictures.mjs [DIR] [--dist DIR]      DIR: build/pictures without one
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Outside } from "../support/outside.mjs";
import { TestServer } from "../support/server.mjs";
import { embedPage, RELEASE } from "./harness/embed.mjs";
import { ENGINES } from "./harness/engines.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values: options, positionals } = parseArgs({ allowPositionals: true, options: { dist: { type: "string", default: join(root, "dist") } } });
const folder = resolve(positionals[0] ?? join(root, "build/pictures"));
mkdirSync(folder, { recursive: true });

// WebKit's driver never answers when it is asked for a picture of a page that fits its window.
const SHADES = "<style>:root { color-scheme: light dark } body { min-height: 101vh }</style>";
const framed = (path) => ({ body: `<iframe src="${path}" style="width: 320px; height: 2400px; border: 1px solid" title="Telephone"></iframe>` });

/** Serves what is pictured; the addresses by their names. */
function subjects(server) {
  server.release("/release.md", RELEASE);
  const release = '<press-release src="/release.md"></press-release>';
  const failure = '<press-release src="/missing.md"><p>Read the release <a href="/release.pdf">as a PDF</a>.</p></press-release>';
  return {
    demo: server.url("/dist/demo/index.html"),
    "demo-telephone": server.page("/demo-telephone", framed("/dist/demo/index.html")),
    article: embedPage(server, release, { path: "/article", head: SHADES }),
    "article-telephone": server.page("/article-telephone", framed("/article")),
    failure: embedPage(server, failure, { path: "/failure", head: SHADES }),
  };
}

async function picture(page, address, file) {
  await page.goto(address);
  // The frame's own document where there is one; a page without releases left to load is ready.
  await page.waitFor(() => {
    const { contentDocument } = document.querySelector("iframe") ?? { contentDocument: document };
    const releases = [...contentDocument.querySelectorAll("press-release")];
    return releases.length > 0 && releases.every((element) => element.querySelector(".pm-article, .pm-notice"));
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  await page.screenshot(file);
  console.log(file);
}

for (const [name, Engine] of Object.entries(ENGINES)) {
  const outside = await new Outside().start();
  const server = await new TestServer(options.dist).start();
  const engine = new Engine(outside);
  try {
    await engine.start();
    for (const media of ["", "dark", "forced-colors", "print"].filter((each) => !each || engine.canShow(each))) {
      const page = await engine.page(media || undefined);
      for (const [subject, address] of Object.entries(subjects(server))) {
        await picture(page, address, join(folder, [name, subject, media].filter(Boolean).join("-") + ".png"));
      }
      await page.close();
    }
  } finally {
    await engine.stop();
    await server.close();
    outside.close();
  }
}
process.exit(0);
