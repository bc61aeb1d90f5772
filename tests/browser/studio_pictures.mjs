#!/usr/bin/env node
// Takes pictures of every state of the studio for a look at them: on a desk and on a telephone, by day and in the dark.
//   node tests/browser/studio_pictures.mjs [DIR] [--dist DIR] [--engine NAME] [--only PATTERN] [--shape PATTERN]
// DIR: build/pictures without one; PATTERN: of the state, or of the shape ("desk-light", "telephone-dark", …)
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Outside } from "../support/outside.mjs";
import { TestServer } from "../support/server.mjs";
import { ENGINES } from "./harness/engines.mjs";
import { click, focusEditor, openStudio, paste, previewShows } from "./harness/studio.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: "string", default: join(root, "dist") },
    engine: { type: "string", default: "chromium" },
    only: { type: "string", default: "" },
    shape: { type: "string", default: "" },
  },
});
const folder = resolve(positionals[0] ?? join(root, "build/pictures"));
mkdirSync(folder, { recursive: true });

const SHAPES = [
  { name: "desk-light", media: "", size: [1440, 900] },
  { name: "desk-dark", media: "dark", size: [1440, 900] },
  { name: "telephone-light", media: "", size: [360, 740] },
  { name: "telephone-dark", media: "dark", size: [360, 740] },
];

const RELEASE = `---
title: Saltby library opens on Sundays
summary: Readers asked for it, and the council has found the money.
embargo: 2035-05-02 00:01
area: Saltby
status: corrected
contacts: Jo Bloggs, 01632 960001, jo@saltby.example
attachments:
  - https://saltby.example/plan.pdf
image: /door.png
inspection:
  body: HMICFRS
  scale: hmicfrs-peel-5
  date: 2022-03-14
  grades:
    Managing offenders: good
    Preventing crime: outstanding
    Investigating crime: adequate
---

From May, the **town library** opens on *Sundays*, [the council says](http://saltby.example/council).

## What is on

\\- Story time at eleven
\\- Coffee

> "We rang everyone who had written to us," said the librarian.

| day | hours |
|---|--:|
| Saturday | 10 to 4 |
| Sunday | 12 to 4 |
`;
const LONG = `# The year in the villages\n\n${Array.from({ length: 120 }, (_, index) => `## Part ${index + 1}\n\nOfficers spoke with **people in every street** after a burglary, and went back a month later.\n`).join("\n")}`;
const WORD = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><h1>Library opens on Sundays</h1><p class=MsoNormal>From May, the <b>town library</b> opens on <i>Sundays</i>.</p>
<ul><li>Story time</li><li>Coffee</li></ul><table><tr><td>Day</td><td>Hours</td></tr><tr><td>Sunday</td><td>12 to 4</td></tr></table></body></html>`;

const isKept = (page) => page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
const isSmall = (page) => page.evaluate(() => matchMedia("(max-width: 43.99rem)").matches);
/** Shows a part of the studio where not all have room; `view` as its button is called. */
const part = async (page, view) => {
  if (await isSmall(page)) await page.evaluate((value) => document.querySelector(`.views [value="${value}"]`).click(), view.toLowerCase());
};
const side = async (page, view) => ((await isSmall(page)) ? part(page, view) : page.evaluate((id) => document.querySelector(`#${id}-tab`).click(), view.toLowerCase()));
const write = async (page, text, words) => {
  await part(page, "Write");
  await paste(page, text);
  await previewShows(page, words);
};
const release = (page) => write(page, RELEASE, "Story time");
const onPublic = (page, title) => page.evaluate((wanted) => [...document.querySelectorAll("#public button")].find((each) => each.title.startsWith(wanted)).click(), title);
const showDrafts = async (page) => {
  await click(page, "Drafts: ");
  await page.waitFor(() => document.querySelector("#drafts-window[open] .draft-list:not([aria-busy]) .draft"));
};
const pasteHTML = async (page, html) => {
  await focusEditor(page);
  await page.press("Control+a");
  await page.evaluate((formatted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", formatted);
    clipboardData.setData("text/plain", "Library opens on Sundays");
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    content.dispatchEvent(Object.defineProperty(new Event("paste", { bubbles: true, cancelable: true, composed: true }), "clipboardData", { value: clipboardData }));
  }, html);
};

/** What is pictured, in this order: a later state may build on what an earlier one left. */
const STATES = {
  first: async () => {},
  "first-preview": (page) => part(page, "Preview"),
  guide: (page) => part(page, "Checks"),
  text: release,
  preview: (page) => part(page, "Preview"),
  "after-embargo": (page) => onPublic(page, "What the public sees after"),
  "before-embargo": (page) => onPublic(page, "What the public sees before"),
  welsh: async (page) => {
    await onPublic(page, "What the public sees before");
    await onPublic(page, "Welsh");
    await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.querySelector("[lang=cy]"));
  },
  "share-card": async (page) => {
    await onPublic(page, "Welsh");
    await onPublic(page, "As a card");
  },
  "telephone-width": async (page) => {
    await onPublic(page, "As a card");
    await onPublic(page, "Telephone");
  },
  tablet: (page) => onPublic(page, "Tablet"),
  checks: async (page) => {
    await onPublic(page, "All the room");
    await side(page, "Checks");
  },
  remarks: (page) => page.evaluate(() => document.querySelector(".remarks").scrollIntoView()),
  form: (page) => side(page, "Details"),
  "form-lists": async (page) => {
    await click(page, "Add a change");
    await page.evaluate(() => document.querySelector(".form-list").scrollIntoView());
  },
  search: async (page) => {
    await page.evaluate(() => document.querySelector(".form-item:last-of-type .quiet:last-child")?.click());
    await side(page, "Checks");
    await part(page, "Write");
    await focusEditor(page);
    await page.press("Control+f", ..."on");
  },
  remark: async (page) => {
    await page.press("Escape");
    await page.press("Control+Home", "F8");
    await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-tooltip, .cm-lintRange-active"));
  },
  pasted: async (page) => {
    await isKept(page);
    await showDrafts(page);
    await click(page, "Blank release");
    await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-placeholder") !== null);
    await pasteHTML(page, WORD);
    await previewShows(page, "Library opens on Sundays");
  },
  blank: async (page) => {
    await isKept(page);
    await page.evaluate(() => [...document.querySelectorAll(".notice button")].at(-1)?.click());
    await showDrafts(page);
    await click(page, "Blank release");
    await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-placeholder") !== null);
  },
  "blank-preview": (page) => part(page, "Preview"),
  long: async (page) => {
    await write(page, LONG, "Part 120");
    await focusEditor(page);
    await page.press("Control+End");
    await isKept(page);
  },
  drafts: showDrafts,
  versions: async (page) => {
    await page.evaluate(() => [...document.querySelectorAll(".draft-actions button")].find((each) => each.textContent.startsWith("Versions")).click());
    await click(page, "Keep this version");
    await page.waitFor(() => document.querySelector(".draft-versions summary"));
    await page.evaluate(() => document.querySelector(".draft-versions summary").click());
  },
  deleted: async (page) => {
    await page.evaluate(() => [...document.querySelectorAll(".draft-actions button")].findLast((each) => each.textContent.startsWith("Delete")).click());
    await page.waitFor(() => document.querySelector(".notice"));
  },
  export: async (page) => {
    await page.evaluate(() => [...document.querySelectorAll(".notice button")].at(-1).click());
    await click(page, "Close");
    await release(page);
    await click(page, "Export");
    await page.waitFor(() => document.querySelector("#export-window[open] .output"));
  },
  "export-badges": (page) => page.evaluate(() => document.querySelector("[data-badge]").scrollIntoView({ block: "center" })),
};

/** The studio in a browser that keeps nothing. */
async function refused(page, server) {
  const html = readFileSync(`${options.dist}/studio/index.html`, "utf8").replace('<meta name="color-scheme"', '<script src="/refuse.js"></script>$&');
  server.route("/refuse.js", { type: "text/javascript", body: 'IDBFactory.prototype.open = function () { throw new DOMException("The operation is insecure.", "SecurityError"); };' });
  server.route("/dist/studio/index.html", { type: "text/html; charset=utf-8", body: html });
  server.route("/dist/studio/service-worker.js", { status: 404 });
  await page.goto(server.url("/dist/studio/index.html"));
  await previewShows(page, "Marlshire");
  await paste(page, "# Saltby\n\nWords that are kept nowhere.\n");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "refused");
}

/** The draft that another tab has. */
async function elsewhere(page, address) {
  await page.goto(address);
  await page.waitFor(() => document.querySelector(".draft-state")?.dataset.state === "elsewhere");
  await side(page, "Details");
}

async function newVersion(page, server) {
  await openStudio(page, server);
  await page.waitFor(() => navigator.serviceWorker.controller?.state === "activated");
  const worker = readFileSync(`${options.dist}/studio/service-worker.js`, "utf8");
  const [, version] = /"([0-9a-f]{16})"/.exec(worker);
  server.route("/dist/studio/service-worker.js", { type: "text/javascript", body: worker.replaceAll(version, "0123456789abcdef") });
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => void registration.update()));
  await page.waitFor(() => document.querySelector(".notice"));
}

const outside = await new Outside().start();
const engine = new ENGINES[options.engine](outside);
await engine.start();

for (const { name, media, size } of SHAPES.filter((shape) => new RegExp(options.shape).test(shape.name) && engine.canShow(shape.media))) {
  const shot = async (page, state) => {
    if (!new RegExp(options.only).test(state)) return;
    await new Promise((done) => setTimeout(done, 450));
    await page.screenshot(join(folder, `${name}-${state}.png`));
    console.log(`${name}-${state}`);
  };
  const withPage = async (body) => {
    const server = await new TestServer(options.dist).start();
    const page = await engine.page(media || undefined);
    try {
      await body(page, server);
    } finally {
      await page.close();
      await server.close();
    }
  };
  await withPage(async (page, server) => {
    await openStudio(page, server);
    await page.resize(...size);
    for (const [state, reach] of Object.entries(STATES)) {
      await reach(page);
      await shot(page, state);
    }
    await click(page, "Close");
    const other = await engine.page(media || undefined);
    await other.resize(...size);
    await elsewhere(other, await page.evaluate(() => location.href));
    await shot(other, "two-tabs-form");
    await part(other, "Write");
    await shot(other, "two-tabs");
    await other.close();
  });
  await withPage(async (page, server) => {
    await page.resize(...size);
    await refused(page, server);
    await shot(page, "refused");
  });
  await withPage(async (page, server) => {
    await newVersion(page, server);
    await page.resize(...size);
    await shot(page, "new-version");
  });
}
await engine.stop();
outside.close();
process.exit(0);
