// The studio for those who do not see it or use no pointer: roles and names of all its parts, and the keyboard alone.
import assert from "node:assert/strict";
import { spokenOutline } from "./harness/axe.mjs";
import { click, editorText, openStudio, paste, previewShows, type, withoutPolicy } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

const DESK = `link “Skip to the text”
banner “”
heading “Pressmark Studio”
button “Drafts: Marlshire Police keeps its good grades”
status “”
button “Export”
button “Checks and details” (expanded true)
main “”
region “Text”
heading “Text”
toolbar “Formatting”
button “Bold” (disabled false)
button “Italic” (disabled false)
button “Heading” (disabled false)
button “List” (disabled false)
button “Numbered list” (disabled false)
button “Quotation” (disabled false)
button “Link” (disabled false)
button “Undo” (disabled true)
button “Redo” (disabled true)
textbox “Text of the release”
region “Preview”
heading “Preview”
toolbar “Preview as the public”
button “All the room” (pressed true)
button “Telephone” (pressed false)
button “Tablet” (pressed false)
button “Desk” (pressed false)
button “In the dark” (pressed false)
button “Welsh” (pressed false)
button “Before embargo” (pressed false)
button “After embargo” (pressed false)
button “With your website's style sheet” (pressed false)
button “As a card where it is shared” (pressed false)
button “Print”
complementary “Checks and details”
tablist “Checks and details”
tab “Checks 2” (selected true)
tab “Details” (selected false)
tabpanel “Checks 2”
region “Try it in five steps”
heading “Try it in five steps”
list “”
button “Hide the guide”
region “Is it ready?”
heading “Is it ready?”
status “”
list “”
region “Remarks”
heading “Remarks”
heading “Worth a look”
list “”
button “These look like the items of a list, but the backslash before each mark keeps them ordinary paragraphs. Take the backslashes out to make them a list. Line 12”
button “Make it a list”
heading “Good to know”
list “”
button “2 grades are read from the text, and the page says so. What the front matter declares needs no such note. Line 10”
button “Declare these 2 grades”
status “”`;

const FORM = `tabpanel “Details”
heading “Details of the release”
textbox “Headline”
textbox “Summary”
textbox “Published”
textbox “Published: time”
textbox “Embargo until”
textbox “Embargo until: time”
textbox “Area”
combobox “Language”
textbox “Picture”
textbox “What the picture shows”
combobox “Where it stands”
textbox “Reason”
group “Contacts for the press”
group “Contact 1”
textbox “Name”
textbox “Role”
textbox “Organisation”
textbox “Telephone”
textbox “E-mail”
button “Remove: Contact 1”
button “Add a contact”
group “Files to download”
button “Add a file”
group “What was changed”
button “Add a change”`;

const EXPORT = `dialog “Export”
heading “Export”
button “Close”
list “”
button “Copy: Markdown”
button “Save: Markdown”
button “Copy: Web page”
button “Save: Web page”
button “Copy: HTML for your website”
button “Save: HTML for your website”
button “Copy: Embed code”
button “Save: Embed code”
button “Copy: Plain text”
button “Save: Plain text”
button “Copy: Data for search engines”
button “Save: Data for search engines”
button “Copy: Data for newsrooms”
button “Save: Data for newsrooms”
button “Print: Paper or PDF”
button “Copy: Link to this text”
heading “Badges as pictures”
list “”
img “Managing offenders: Good (read from the text)”
button “SVG: Managing offenders Good”
button “PNG: Managing offenders Good”
img “Investigating crime: Adequate (read from the text)”
button “SVG: Investigating crime Adequate”
button “PNG: Investigating crime Adequate”
status “”`;

test("reach: a screen reader hears every part by its role, its name and its state", async ({ page, server, dist }) => {
  withoutPolicy(server, dist);
  await openStudio(page, server);
  await page.waitFor(() => document.querySelector(".ready-verdict").textContent);
  assert.equal((await spokenOutline(page, "body")).join("\n"), DESK);
  await click(page, "Details");
  await click(page, "Add a contact");
  assert.equal((await spokenOutline(page, "#details")).join("\n"), FORM);
  await click(page, "Export");
  await page.waitFor(() => document.querySelector("#export-window[open] .output"));
  // The embargo of the example is told above the forms.
  assert.equal((await spokenOutline(page, "#export-window")).filter((line) => !/^(note|alert)/.test(line)).join("\n"), EXPORT);
});

const focused = (page) => page.evaluate(() => {
  const element = document.activeElement;
  return element.getAttribute("aria-label") ?? element.id ?? "";
});
/** Presses a key until this element has the focus. */
async function reach(page, key, selector) {
  for (let presses = 0; presses < 60; presses++) {
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
    await page.press(key);
  }
  assert.fail(`${key} does not reach ${selector}, but ${await focused(page)}`);
}

test("reach: the keyboard alone writes, formats, previews, mends, fills in and exports", async ({ page, server }) => {
  await openStudio(page, server);
  await reach(page, "Tab", ".skip");
  await page.press("Enter");
  await type(page, "Word ");
  assert.match(await editorText(page), /Word /);
  await page.press("Control+a", "Backspace", ..."Saltby", "Shift+ArrowLeft");
  // Back to the buttons above the text, along them, and the text has the focus again.
  await reach(page, "Shift+Tab", "#format button");
  await reach(page, "ArrowRight", "[data-command=italic]");
  await page.press("Enter");
  assert.equal(await editorText(page), "Saltb*y*");
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  await reach(page, "Tab", "#public button");
  await reach(page, "ArrowRight", "#public [data-width=telephone]");
  await page.press("Enter");
  assert.equal(await page.evaluate(() => document.querySelector("[data-width=telephone]").getAttribute("aria-pressed")), "true");
  await reach(page, "Tab", "#checks-tab");
  await page.press("ArrowRight");
  await reach(page, "Tab", "#field-area");
  await page.press(..."North");
  await previewShows(page, "North");
  await reach(page, "Shift+Tab", ".actions button");
  await page.press("Enter");
  await page.waitFor(() => document.querySelector("#export-window[open] .output"));
  assert.ok(await page.evaluate(() => document.querySelector("#export-window").contains(document.activeElement)), "the window has the focus");
  await page.press("Escape");
  await page.waitFor(() => document.activeElement.matches(".actions button"));
});

test("reach: the text is described, and F8 says each remark and leads to its mend", async ({ page, server }) => {
  await openStudio(page, server);
  await page.waitFor(() => document.querySelector(".ready-verdict").textContent);
  const described = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector("#editor");
    const content = shadowRoot.querySelector(".cm-content");
    window.said = [];
    new MutationObserver(() => window.said.push(shadowRoot.querySelector(".cm-announced").textContent)).observe(shadowRoot.querySelector(".cm-announced"), { childList: true });
    content.focus();
    return shadowRoot.getElementById(content.getAttribute("aria-describedby"))?.textContent;
  });
  assert.match(described, /^Tab leaves the text\. F8/);
  await page.press("F8");
  await page.waitFor(() => window.said.some((words) => /^2 grades are read.*Tab leads to “Declare these 2 grades”/.test(words)));
  await page.waitFor(() => Boolean(document.querySelector("#editor").shadowRoot.querySelector(".cm-diagnosticAction")));
  await page.press("Tab", "Enter");
  await previewShows(page, "Managing offenders Good");
  await page.waitFor(() => document.querySelector("#editor").shadowRoot.activeElement?.matches(".cm-content"));
  assert.match(await editorText(page), /\ninspection:\n/);
});

test("reach: a row of buttons is reached whatever of it is hidden", async ({ page, server }) => {
  await openStudio(page, server);
  await page.evaluate(() => [...document.querySelectorAll("#public button")].find(({ textContent }) => textContent.startsWith("Before")).focus());
  await paste(page, "# No embargo\n\nWords.");
  await page.waitFor(() => [...document.querySelectorAll("#public button")].some(({ textContent, hidden }) => textContent.startsWith("Before") && hidden));
  await page.waitFor(() => [...document.querySelectorAll("#public button")].filter(({ tabIndex, hidden }) => tabIndex === 0 && !hidden).length === 1);
});

test("reach: what is told in a window stands where it is heard, and stays when the window is closed", async ({ page, server }) => {
  await openStudio(page, server);
  await click(page, "Export");
  await page.waitFor(() => document.querySelector("#export-window[open] .output"));
  await page.evaluate(() => {
    window.regions = [];
    new MutationObserver((changes) => window.regions.push(...changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node.matches?.("[role=status]")))).observe(document, { childList: true, subtree: true });
  });
  await click(page, "Copy: Markdown");
  await page.waitFor(() => document.querySelector("#export-window [role=status] .notice")?.textContent.includes("cop"));
  assert.equal(await page.evaluate(() => window.regions.length), 0, "a region that comes with its words is not heard");
  await page.press("Escape");
  await page.waitFor(() => document.querySelector("body > [role=status] .notice")?.textContent.includes("cop"));
});

test("reach: the whole of search and replace is seen", async ({ page, server }) => {
  await openStudio(page, server);
  await page.evaluate(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-content").focus());
  await page.press("Control+f");
  await page.waitFor(() => Boolean(document.querySelector("#editor").shadowRoot.querySelector(".cm-search")));
  assert.ok(await page.evaluate(() => {
    const panels = document.querySelector("#editor").shadowRoot.querySelector(".cm-panels");
    return panels.scrollHeight <= panels.clientHeight + 1;
  }));
});

test("reach: under forced colours the chosen tab is told from the other", { media: "forced-colors" }, async ({ page, server }) => {
  await openStudio(page, server);
  const lines = await page.evaluate(() => ["#checks-tab", "#details-tab"].map((id) => getComputedStyle(document.querySelector(id)).borderBlockEndColor));
  assert.notEqual(lines[0], lines[1]);
});
