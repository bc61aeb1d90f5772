// Every example in docs/markdown as a reader meets it: axe finds nothing, and none is wider than a telephone.
import assert from "node:assert/strict";
import { constructPages } from "../constructs/examples.mjs";
import { axeFindings } from "./harness/axe.mjs";
import { embedPage, rendered } from "./harness/embed.mjs";
import { test } from "./harness/test.mjs";

for (const { title, examples } of constructPages()) {
  test(`constructs: ${title.toLowerCase()}, before axe`, async ({ page, server }) => {
    server.release("/example.md", examples[0].markdown);
    await page.goto(embedPage(server, `<main><h1>${title}</h1><press-release src="/example.md" heading-level="2"></press-release></main>`));
    await rendered(page);
    for (const { name, markdown } of examples) {
      await page.evaluate(async (source) => {
        const element = document.querySelector("press-release");
        const shown = new Promise((resolve) => element.addEventListener("pressmark-render", resolve, { once: true }));
        element.source = source;
        await shown;
      }, `# Example\n\n${markdown}`); // headings of an example stand below a headline, as in a release
      assert.deepEqual(await axeFindings(page), [], name);
    }
  });

  test(`constructs: ${title.toLowerCase()}, on 320 pixels`, async ({ page, server }) => {
    const articles = examples.map(({ markdown }, index) => {
      server.release(`/example-${index}.md`, markdown);
      return `<press-release src="/example-${index}.md" shadow></press-release>`;
    });
    embedPage(server, articles.join(""), { path: "/narrow.html", head: "<style>body { margin: 0 }</style>" });
    await page.goto(server.page("/", { body: '<iframe src="/narrow.html" style="width: 320px; height: 640px; border: 0" title="Narrow"></iframe>' }));
    await page.waitFor((count) => {
      const elements = [...document.querySelector("iframe").contentDocument.querySelectorAll("press-release")];
      return elements.length === count && elements.every(({ shadowRoot }) => shadowRoot?.querySelector(".pm-article"));
    }, examples.length);
    const scroll = await page.evaluate(() => {
      const root = document.querySelector("iframe").contentDocument.documentElement;
      return root.scrollWidth - root.clientWidth;
    });
    assert.equal(scroll, 0);
  });
}

for (const attributes of ["", "shadow"]) {
  test(`constructs: a mark leads to its footnote and the footnote back${attributes && ", in a shadow root"}`, async ({ page, server }) => {
    server.release("/release.md", `# Ferries\n\nFares rise[^fares].\n\n${"Words.\n\n".repeat(80)}[^fares]: From April.\n`);
    await page.goto(embedPage(server, `<press-release src="/release.md" ${attributes}></press-release>`));
    await rendered(page);
    for (const [link, target] of [[".pm-footnote-mark a", "pm-footnote_1"], [".pm-footnote-back", "pm-footnote_1-ref"]]) {
      await page.evaluate((selector) => {
        const element = document.querySelector("press-release");
        (element.shadowRoot ?? element).querySelector(selector).click();
      }, link);
      // The two lie further apart than the window is high: only one of them can be seen.
      await page.waitFor((expected) => {
        const element = document.querySelector("press-release");
        const seen = [...(element.shadowRoot ?? element).querySelectorAll("[id^=pm-footnote]")].filter((each) => {
          const { top, bottom } = each.getBoundingClientRect();
          return top >= -1 && bottom <= innerHeight + 1;
        });
        return seen.length === 1 && seen[0].id === expected;
      }, target);
    }
  });
}
