// The studio's preview: the places of text and page belong together, and the page is seen as the public sees it.
import assert from "node:assert/strict";
import { axeFindingsOfStudio, click, editorText, inPreview, openStudio, paste, previewShows } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

const PARAGRAPHS = Array.from({ length: 120 }, (_, index) => `Paragraph number ${index + 1} tells of one more thing that happened in the county.`);
const LONG = `# A long release\n\n${PARAGRAPHS.join("\n\n")}\n`;
const HELD = "---\ntitle: Saltby library opens on Sundays\nembargo: 00:01 01/01/2035\n---\n\nFrom today, it opens from ten to four.\n";

const scrollEditor = (page, place) =>
  page.evaluate((to) => {
    const scroller = document.querySelector("#editor").shadowRoot.querySelector(".cm-scroller");
    scroller.dispatchEvent(new Event("wheel"));
    scroller.scrollTop = scroller.scrollHeight * to;
  }, place);

/** The words of the first paragraph that is seen in the preview. */
const firstSeen = (page) => inPreview(page, (document) => [...document.querySelectorAll("p")].find((each) => each.getBoundingClientRect().bottom > 0)?.textContent);
/** The first line that is seen in the editor. */
const firstLine = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector("#editor");
    const top = shadowRoot.querySelector(".cm-scroller").getBoundingClientRect().top;
    return [...shadowRoot.querySelectorAll(".cm-line")].find((each) => each.textContent && each.getBoundingClientRect().bottom > top)?.textContent;
  });
const number = (words) => Number(/number (\d+)/.exec(words ?? "")?.[1] ?? 0);

/** Waits until text and page show the same paragraph, of those from `first` to `last`; answers with both where they do not. */
async function together(page, first, last) {
  let seen, line;
  for (let tries = 0; tries < 40; tries++) {
    [seen, line] = [number(await firstSeen(page)), number(await firstLine(page))];
    if (seen >= first && seen <= last && Math.abs(seen - line) <= 2) return [];
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [seen, line];
}

test("preview: follows the text as it is scrolled, and leads it", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, LONG);
  await previewShows(page, "number 120");
  // The caret stands behind what was pasted, and the editor brings it into view.
  assert.deepEqual(await together(page, 101, 120), []);
  await scrollEditor(page, 0.5);
  assert.deepEqual(await together(page, 20, 100), []);
  await inPreview(page, (document) => {
    document.dispatchEvent(new Event("wheel"));
    document.documentElement.scrollTop = 300;
  });
  assert.deepEqual(await together(page, 1, 20), []);
});

test("preview: a click leads to the line, a badge to its words", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Graded\n\nFirst words.\n\nThe force was graded good for managing offenders, says HMICFRS.\n");
  await previewShows(page, "First words.");
  await inPreview(page, (document) => document.querySelector(".pm-body p").click());
  const caretLine = () => page.evaluate(() => {
    const { shadowRoot } = document.querySelector("#editor");
    const selection = shadowRoot.getSelection?.() ?? document.getSelection();
    const node = selection.anchorNode;
    return (node?.nodeType === 1 ? node : node?.parentElement)?.closest(".cm-line")?.textContent ?? "";
  });
  await page.waitFor(() => document.activeElement?.id === "editor");
  await inPreview(page, (document) => document.querySelector("a.pm-grade").click());
  assert.ok(await inPreview(page, (document) => document.querySelector(".pm-reached")?.textContent.includes("graded good")));
  await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-selectionBackground"));
  assert.match(await editorText(page), /graded good/);
  assert.equal(typeof (await caretLine()), "string");
});

test("preview: a click on what the head of the text makes leads to its line there", async ({ page, server }) => {
  await openStudio(page, server);
  const head = ["title: Library opens", "og:", "  description: It opens on Sundays.", "area: Saltby", "publish:", "  date: 2024-03-14", "status: corrected", "contacts:", "  - Ada Field, 01632 960001"];
  const wanted = [["h1", "xtitle: Library opens"], [".pm-summary", "  xdescription: It opens on Sundays."], [".pm-area", "xarea: Saltby"], [".pm-dateline", "  xdate: 2024-03-14"], [".pm-corrected", "xstatus: corrected"], [".pm-contact", "xcontacts:"]];
  for (const [selector, line] of wanted) {
    await paste(page, `---\n${head.join("\n")}\n---\n\nWords after ${selector}.\n`);
    await previewShows(page, `Words after ${selector}.`);
    await page.evaluate(() => document.querySelector("#checks-tab").focus());
    await inPreview(page, (document, part) => document.querySelector(part).click(), selector);
    await page.waitFor(() => document.activeElement.id === "editor");
    await page.press("x");
    assert.equal((await editorText(page)).split("\n").find((each, index) => each !== ["---", ...head][index]), line);
  }
});

test("preview: links of the release lead nowhere", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# A\n\n[away](https://example.org/)\n");
  await previewShows(page, "away");
  await inPreview(page, (document) => document.querySelector(".pm-body a").click());
  await previewShows(page, "away");
});

test("preview: widths are those of the page that is looked at", async ({ page, server }) => {
  await openStudio(page, server);
  await click(page, "Telephone");
  await page.waitFor(() => document.querySelector(".stage iframe").contentWindow.innerWidth === 390);
  await click(page, "Desk");
  await page.waitFor(() => document.querySelector(".stage iframe").contentWindow.innerWidth === 1280);
  const fits = await page.evaluate(() => {
    const frame = document.querySelector(".stage iframe").getBoundingClientRect();
    const stage = document.querySelector(".stage").getBoundingClientRect();
    return frame.left >= stage.left - 1 && frame.right <= stage.right + 1;
  });
  assert.ok(fits, "a wide page is made smaller, and all of it is seen");
});

test("preview: in the dark, in Welsh", async ({ page, server }) => {
  await openStudio(page, server);
  await click(page, "In the dark");
  const background = () => inPreview(page, (document) => document.defaultView.getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(await background(), "rgb(20, 23, 26)");
  await click(page, "Welsh");
  await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.querySelector("time")?.textContent.includes("Mawrth"));
});

test("preview: before the embargo the public sees the notice, after it the release", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, HELD);
  await previewShows(page, "Embargoed until");
  await click(page, "Before embargo");
  await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.body.innerText.startsWith("This release is under embargo"));
  await click(page, "After");
  await page.waitFor(() => !document.querySelector(".stage iframe").contentDocument.body.innerText.includes("mbargo"));
  await previewShows(page, "it opens from ten to four");
  await paste(page, "# No embargo\n\nWords.");
  await previewShows(page, "No embargo");
  assert.ok(await page.evaluate(() => [...document.querySelectorAll("#public button")].find((each) => each.textContent === "Before embargo").hidden));
});

test("preview: the card says what is cut and what is missing", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, `---\ntitle: ${"Long headline ".repeat(8)}\nurl: https://news.example/1\n---\n\nOpening words.\n`);
  await previewShows(page, "Opening words");
  await click(page, "As a card");
  const words = await page.evaluate(() => document.querySelector(".shared").innerText);
  assert.match(words, /news\.example/);
  assert.match(words, /Long headline…/);
  assert.match(words, /no summary/);
});

test("preview: a card whose picture cannot be had says so", { expects: ["errors"] }, async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, `---\ntitle: Door opens\nimage: ${server.url("/nothing.png")}\nimage_alt: A door\n---\n\nOpening words.\n`);
  await previewShows(page, "Opening words");
  await click(page, "As a card");
  await page.waitFor(() => document.querySelector(".card-empty")?.textContent.startsWith("The picture cannot be reached"));
});

test("preview: on paper stands the article alone", { media: "print" }, async ({ page, server }) => {
  await openStudio(page, server);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const paper = await page.evaluate(() => ({
    words: document.querySelector("#paper").shadowRoot.querySelector(".pm-article").innerText,
    shown: [...document.body.children].filter((each) => getComputedStyle(each).display !== "none").map((each) => each.id),
  }));
  assert.match(paper.words, /Marlshire Police keeps its good grades/);
  assert.match(paper.words, /The force was graded good for managing offenders/);
  assert.deepEqual(paper.shown, ["paper"]);
});

test("preview: words of Arabic run from right to left, in the page and on paper", async ({ page, server }) => {
  const ways = (language) => {
    dispatchEvent(new Event("beforeprint"));
    const articles = [document.querySelector(".stage iframe").contentDocument, document.querySelector("#paper").shadowRoot].map((root) => root.querySelector(".pm-article"));
    return articles.every(({ lang }) => lang === language) && articles.map((article) => getComputedStyle(article).direction);
  };
  await openStudio(page, server);
  await paste(page, "---\ntitle: \u0645\u0643\u062a\u0628\u0629\nlanguage: ar\n---\n\n\u0645\u0641\u062a\u0648\u062d\u0629.\n");
  assert.deepEqual(await page.waitFor(ways, "ar"), ["rtl", "rtl"]);
  await paste(page, "---\ntitle: Library\nlanguage: en-GB\n---\n\nOpen.\n");
  assert.deepEqual(await page.waitFor(ways, "en-GB"), ["ltr", "ltr"]);
});

test("preview: axe finds nothing with the card open, nor under forced colours", { media: "forced-colors" }, async ({ page, server, dist }) => {
  assert.deepEqual(await axeFindingsOfStudio(page, server, dist, () => click(page, "As a card")), []);
});

test("preview: wears the style sheet of the website, and takes it off", async ({ page, server }) => {
  await openStudio(page, server);
  await page.evaluate(() => {
    const input = document.querySelector('.stage input[type="file"]');
    const files = new DataTransfer();
    files.items.add(new File(["h1 { color: rgb(1, 2, 3); font-size: 50px }"], "site.css", { type: "text/css" }));
    input.files = files.files;
    input.dispatchEvent(new Event("change"));
  });
  const colour = () => inPreview(page, (document) => document.defaultView.getComputedStyle(document.querySelector("h1")).color);
  await page.waitFor(() => document.querySelector('[aria-label^="With your website"]').getAttribute("aria-pressed") === "true");
  assert.equal(await colour(), "rgb(1, 2, 3)");
  await click(page, "With your website");
  assert.notEqual(await colour(), "rgb(1, 2, 3)");
});
