// The studio's checks and form: remarks are worked through, mends and grades are accepted, fields edit the text.
import assert from "node:assert/strict";
import { axeFindingsOfStudio, click, editorShows, editorText, fill, focusEditor, focusIsOn, openStudio, paste, pressButton, previewShows, type } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

const DOUBTFUL = `---
title: Marlshire Police graded
published: 2022-03-14
---

The force was graded good for managing offenders, says HMICFRS. The grade matters to many people in the county.

\\- one
\\- two
`;

/** Waits for the remarks on the text above, of which there are two. */
const doubted = (page) => page.waitFor(() => /^These.*One grade is read/.test([...document.querySelectorAll(".remark-words")].map((each) => each.textContent).join(" ")));

/** The answer to one question of "Is it ready?". */
const answer = (page, id, state) =>
  page.waitFor((name, wanted) => {
    const row = document.querySelector(`[data-answer="${name}"]`);
    return row?.classList.contains(`answer-${wanted}`) ? row.textContent : null;
  }, id, state);

test("checks: a mend is one click, can be undone, and its remark goes", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, DOUBTFUL);
  await doubted(page);
  await click(page, "Make it a list");
  await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.querySelectorAll(".pm-body li").length === 2);
  assert.match(await editorText(page), /\n- one\n+- two\n/);
  await page.waitFor(() => ![...document.querySelectorAll(".remark-words")].some((each) => each.textContent.includes("items of a list")));
  await click(page, "Undo");
  assert.equal(await editorText(page), DOUBTFUL);
});

test("checks: a mend is undone by the keys where it was made", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, DOUBTFUL);
  await doubted(page);
  await pressButton(page, "Make it a list");
  await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.querySelectorAll(".pm-body li").length === 2);
  const mended = await editorText(page);
  await page.waitFor(() => document.querySelector("#checks").contains(document.activeElement));
  await page.press("Control+z");
  await editorShows(page, DOUBTFUL);
  await page.press("Control+Shift+z");
  await editorShows(page, mended);
  // A field has an undo of its own.
  await click(page, "Details");
  await fill(page, "Area", "Saltby");
  const filled = mended.replace("---\n\n", "area: Saltby\n---\n\n");
  await editorShows(page, filled);
  await page.press("Control+z", "End");
  assert.equal(await editorText(page), filled);
});

test("checks: a mend that is clicked while the text is still being read waits for its place", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, DOUBTFUL);
  await doubted(page);
  await focusEditor(page);
  await page.press("Control+Home");
  // In one task: the text has changed, and the reading of it is to come.
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    content.dispatchEvent(Object.defineProperty(new Event("paste", { bubbles: true, cancelable: true, composed: true }), "clipboardData", { value: clipboardData }));
    [...document.querySelectorAll(".remark-fix")].find((each) => each.textContent === "Make it a list").click();
  }, "\n\n");
  await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.querySelectorAll(".pm-body li").length === 2);
  assert.equal((await editorText(page)).replace(/\n- one\n+- two\n/, ""), `\n\n${DOUBTFUL}`.replace("\n\\- one\n\\- two\n", ""));
});

test("checks: accepting grades writes the block and nothing else", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, DOUBTFUL);
  await page.waitFor(() => [...document.querySelectorAll(".remark-fix")].some((each) => each.textContent === "Declare this grade"));
  await click(page, "Declare this grade");
  await page.waitFor(() => !document.querySelector(".stage iframe").contentDocument.querySelector(".pm-header .pm-grade-source"));
  const text = await editorText(page);
  const block = "inspection:\n  scale: hmicfrs-peel-5\n  grades:\n    Managing offenders: Good\n";
  assert.equal(text, DOUBTFUL.replace("2022-03-14\n", `2022-03-14\n${block}`));
  await answer(page, "grades", "good");
});

test("checks: the arrow keys go through the list, Enter leads to the place", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, DOUBTFUL);
  await doubted(page);
  await page.evaluate(() => document.querySelector(".remark-lead").focus());
  await page.press("ArrowDown");
  assert.match(await page.evaluate(() => document.activeElement.textContent), /One grade is read from the text/);
  await page.press("Enter");
  await page.waitFor(() => {
    const { shadowRoot } = document.querySelector("#editor");
    return shadowRoot.activeElement?.className.includes("cm-content") && shadowRoot.querySelector(".cm-selectionBackground");
  });
});

test("checks: F8 goes from remark to remark inside the text", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, DOUBTFUL);
  await doubted(page);
  await focusEditor(page);
  await page.press("F8");
  await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-tooltip-lint, .cm-lintRange-active"));
});

test("checks: says what is missing, leads to the field, and is content in the end", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "Some words about a library.");
  assert.match(await answer(page, "headline", "missing"), /There is none yet/);
  assert.match(await answer(page, "published", "missing"), /No day/);
  assert.match(await answer(page, "contact", "missing"), /reporter/);
  await page.evaluate(() => document.querySelector('[data-answer="headline"] button').click());
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-headline");
  await fill(page, "Headline", "Library opens");
  await answer(page, "headline", "good");
  await fill(page, "Published", "2020-03-14");
  await answer(page, "published", "good");
  await paste(page, `${await editorText(page)}\n\nQuestions: press@library.example`);
  await answer(page, "contact", "good");
  const verdict = (words) => page.waitFor((wanted) => document.querySelector(".ready-verdict").textContent === wanted, words);
  await verdict("It is ready to go out.");
  await fill(page, "Where it stands", "draft");
  await verdict("It is ready, but still marked as a draft, and the page says so.");
});

test("checks: doubtful pictures and links are found", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# A\n\n![](/door.png) and [a link](http://example.org/)");
  assert.match(await answer(page, "pictures", "missing"), /says nothing to readers/);
  assert.match(await answer(page, "links", "look"), /http:\/\/example\.org/);
  await click(page, "Show: Links");
  assert.equal(await page.evaluate(() => document.activeElement.id), "editor");
  await page.press(..."changed");
  assert.equal(await editorText(page), "# A\n\n![](/door.png) and [a link](changed)");
});

test("checks: the page itself has nothing to scroll to, on a desk and on a telephone", async ({ page, server }) => {
  await openStudio(page, server);
  const below = () => page.evaluate(() => ["checks", "details"].map((view) => {
    document.querySelector(`#${view}-tab`).click();
    return document.documentElement.scrollHeight - document.documentElement.clientHeight;
  }));
  assert.deepEqual(await below(), [0, 0]);
  await page.resize(400, 700);
  await click(page, "Details");
  assert.deepEqual(await below(), [0, 0]);
});

test("checks: a guide leads through the first release, ticks off what is done and goes with it", async ({ page, server }) => {
  await openStudio(page, server);
  const steps = () => page.evaluate(() => [...document.querySelectorAll(".guide li")].map((each) => each.textContent.split(":")[0]));
  const ticked = (number) => page.waitFor((count) => document.querySelectorAll(".guide .answer-good").length === count, number);
  assert.deepEqual(await steps(), ["To do", "To do", "To do", "To do", "To do"]);
  await focusEditor(page);
  await page.press("Control+End");
  await page.press("x");
  await ticked(1);
  await page.waitFor(() => [...document.querySelectorAll(".remark-fix")].some((each) => each.textContent === "Make it a list"));
  await click(page, "Make it a list");
  await ticked(2);
  await click(page, "Declare");
  await ticked(3);
  await click(page, "Telephone");
  await click(page, "Export");
  await ticked(5);
  assert.match(await page.evaluate(() => document.querySelector(".guide-end").textContent), /That is all/);
  await click(page, "Close");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  assert.ok(await page.evaluate(() => !document.querySelector(".guide").hidden), "it stays when the draft is kept");
  await click(page, "Drafts: ");
  await click(page, "Blank release");
  await page.waitFor(() => document.querySelector(".guide").hidden);
});

test("checks: an embargo in words is written at the head, and the words stay", async ({ page, server }) => {
  await openStudio(page, server);
  const words = "EMBARGOED UNTIL 00:01 Friday 4 May 2035\n\nThe library opens on Sundays.\n";
  for (const [before, after] of [
    [words, `---\nembargo: 2035-05-04 00:01\n---\n\n${words}`],
    [`---\ntitle: Library\n---\n\n${words}`, `---\ntitle: Library\nembargo: 2035-05-04 00:01\n---\n\n${words}`],
  ]) {
    await paste(page, before);
    await previewShows(page, "on Sundays");
    await pressButton(page, "Write it at the head");
    await editorShows(page, after);
    await page.waitFor(() => ![...document.querySelectorAll(".remark-words")].some(({ textContent }) => textContent.includes("states an embargo")));
    await previewShows(page, "Embargoed until Friday 4 May 2035, 00:01");
  }
});

test("details: the form changes its own lines and leaves the others", async ({ page, server }) => {
  await openStudio(page, server);
  const before = "---\n# ours\ntitle: 'Old'   # working title\narea: Saltby\n---\n\nWords,  as they are.\n";
  await paste(page, before);
  await previewShows(page, "Old");
  await click(page, "Details");
  await fill(page, "Headline", "New: it's here");
  await previewShows(page, "New: it's here");
  assert.equal(await editorText(page), before.replace("'Old'", "'New: it''s here'"));
  await fill(page, "Embargo until", "2035-01-01");
  await previewShows(page, "Embargoed until");
  await fill(page, "Embargo until: time", "00:01");
  await previewShows(page, "Monday 1 January 2035, 00:01");
  assert.match(await editorText(page), /\narea: Saltby\nembargo: 2035-01-01 00:01\n---\n\nWords, {2}as they are\.\n$/);
  await fill(page, "Area", "");
  await page.waitFor(() => !document.querySelector(".stage iframe").contentDocument.querySelector(".pm-area"));
  assert.doesNotMatch(await editorText(page), /area/);
});

test("details: a headline in the text is changed in the text", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Old headline\n\nWords.\n");
  await previewShows(page, "Old headline");
  await click(page, "Details");
  await page.waitFor(() => document.querySelector("#field-headline").value === "Old headline");
  await fill(page, "Headline", "New headline");
  await previewShows(page, "New headline");
  assert.equal(await editorText(page), "# New headline\n\nWords.\n");
});

test("details: keystrokes in a field are undone, and nothing before them; the text fills the form", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "---\ntitle: A\n---\n\nWords.\n");
  await previewShows(page, "A");
  await click(page, "Details");
  await page.waitFor(() => document.querySelector("#field-headline").value === "A");
  await page.evaluate(() => {
    const field = document.querySelector("#field-headline");
    field.focus();
    field.setSelectionRange(1, 1);
  });
  await page.press("b", "c");
  await previewShows(page, "Abc");
  await click(page, "Undo");
  // Slow keystrokes are two steps.
  if ((await editorText(page)).includes("title: Ab")) await click(page, "Undo");
  assert.equal(await editorText(page), "---\ntitle: A\n---\n\nWords.\n");
});

test("details: an embargo stays in the text while its date is being typed", async ({ page, server }) => {
  await openStudio(page, server);
  const text = "---\ntitle: Library\nembargo: 2035-05-02 00:01\n---\n\nWords.\n";
  await paste(page, text);
  await click(page, "Details");
  await page.waitFor(() => document.querySelector("#field-embargo").value === "2035-05-02");
  const typed = (value, isPartial) => page.evaluate((words, missing) => {
    const field = document.querySelector("#field-embargo");
    field.focus();
    field.value = words;
    // As browsers say of a date without its month.
    if (missing) Object.defineProperty(field, "validity", { value: { badInput: true }, configurable: true });
    else delete field.validity;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }, value, isPartial);
  for (const [value, isPartial] of [["", true], ["0203-05-02", false]]) {
    await typed(value, isPartial);
    assert.match(await page.waitFor(() => document.querySelector("#embargo-remark").textContent), /still missing/);
    assert.equal(await page.evaluate(() => document.querySelector("#field-embargo").getAttribute("aria-invalid")), "true");
    assert.equal(await editorText(page), text);
  }
  await typed("2035-06-02", false);
  await editorShows(page, text.replace("05-02", "06-02"));
  await typed("", false);
  await editorShows(page, text.replace("embargo: 2035-05-02 00:01\n", ""));
});

test("details: a contact is begun, filled in, undone and taken out, and the rest of the text stays", async ({ page, server }) => {
  await openStudio(page, server);
  const before = "---\ntitle: A   # ours\n---\n\nWords,  as they are.\n";
  await paste(page, before);
  await previewShows(page, "Words, as they are.");
  await answer(page, "contact", "missing");
  await page.evaluate(() => document.querySelector('[data-answer="contact"] button').click());
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-contacts");
  await click(page, "Add a contact");
  assert.equal(await page.evaluate(() => document.activeElement.id), "field-contacts-0-name");
  assert.equal(await editorText(page), before, "an empty contact stands nowhere");
  await fill(page, "Name", "Ada Field");
  await editorShows(page, before.replace("ours\n", "ours\ncontacts:\n  - name: Ada Field\n"));
  await fill(page, "Telephone", "01632 960001");
  const one = before.replace("ours\n", "ours\ncontacts:\n  - name: Ada Field\n    telephone: 01632 960001\n");
  await editorShows(page, one);
  await answer(page, "contact", "good");
  await page.waitFor(() => !document.querySelector("#field-contacts").disabled);
  await click(page, "Add a contact");
  await page.evaluate(() => {
    const field = document.querySelector("#field-contacts-1-email");
    field.value = "bo@a.example";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await editorShows(page, one.replace("960001\n", "960001\n  - email: bo@a.example\n"));
  await previewShows(page, "bo@a.example");
  await click(page, "Remove: Contact 1");
  await editorShows(page, before.replace("ours\n", "ours\ncontacts:\n  - email: bo@a.example\n"));
  await page.waitFor(() => document.querySelectorAll(".form-item").length === 1 && document.querySelector("#field-contacts-0-email").value === "bo@a.example");
  await click(page, "Undo");
  await editorShows(page, one.replace("960001\n", "960001\n  - email: bo@a.example\n"));
});

test("details: contacts and files on one line are changed, taken apart and joined by others", async ({ page, server }) => {
  await openStudio(page, server);
  const before = "---\ntitle: A   # ours\ncontacts: Jo Bloggs, 01632 960001  # desk\nattachments:\n  - https://a.example/a.pdf\n---\n\nWords,  as they are.\n";
  await paste(page, before);
  await previewShows(page, "Jo Bloggs");
  await click(page, "Details");
  await page.waitFor(() => document.querySelector("#field-contacts-0-line").value === "Jo Bloggs, 01632 960001");
  assert.deepEqual(await page.evaluate(() => ["contacts-0-line", "contacts-0-name", "attachments-0-url"].map((id) => document.querySelector(`#field-${id}`).checkVisibility())), [true, false, true]);
  await fill(page, "Name, telephone and e-mail", "Jo Bloggs, 01632 960002");
  const changed = before.replace("960001", "960002");
  await editorShows(page, changed);
  await previewShows(page, "01632 960002");
  await click(page, "Fill in one by one: Contact 1");
  const apart = changed.replace(" Jo Bloggs, 01632 960002", "\n  name: Jo Bloggs\n  telephone: 01632 960002");
  await editorShows(page, apart);
  await page.waitFor(() => document.querySelector("#field-contacts-0-telephone").checkVisibility() && document.querySelector("#field-contacts-0-telephone").value === "01632 960002");
  await fill(page, "Title", "The plan");
  const titled = apart.replace("  - https://a.example/a.pdf\n", "  - url: https://a.example/a.pdf\n    title: The plan\n");
  await editorShows(page, titled);
  await previewShows(page, "The plan");
  await click(page, "Add a contact");
  await page.evaluate(() => {
    const field = document.querySelector("#field-contacts-1-name");
    field.value = "Bo";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await editorShows(page, titled.replace("  name: Jo Bloggs\n  telephone: 01632 960002  # desk\n", "  - name: Jo Bloggs\n    telephone: 01632 960002  # desk\n  - name: Bo\n"));
  await previewShows(page, "Bo");
});

test("details: status and its reason, files and changes are written as the core reads them", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "---\ntitle: A\n---\n\nWords.\n");
  await previewShows(page, "Words.");
  await click(page, "Details");
  await fill(page, "Where it stands", "corrected");
  await previewShows(page, "Correct");
  await fill(page, "Reason", "a number was wrong");
  await previewShows(page, "a number was wrong");
  await click(page, "Add a file");
  await fill(page, "Address", "https://a.example/report.pdf");
  await previewShows(page, "report.pdf");
  await click(page, "Add a change");
  await fill(page, "What was changed", "210 pupils, not 201");
  await previewShows(page, "210 pupils, not 201");
  await editorShows(page, "---\ntitle: A\nstatus: corrected\nstatus.reason: a number was wrong\nattachments:\n  - url: https://a.example/report.pdf\nhistory:\n  - note: 210 pupils, not 201\n---\n\nWords.\n");
});

test("checks: a remark on a value of the head leads to its line of the form", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "---\ntitle: A\nstatus: corrected\npublished: 2022-03-14\ncontacts:\n  - name: Ada\n    telephone: ask for it\n---\n\nWords.\n");
  await previewShows(page, "Words.");
  const lead = (words) => page.waitFor((wanted) => {
    const row = [...document.querySelectorAll(".remark")].find((each) => each.textContent.includes(wanted));
    const button = [...(row?.querySelectorAll("button") ?? [])].find((each) => each.textContent === "Change it in the form");
    button?.click();
    return button && document.activeElement.id;
  }, words);
  assert.equal(await lead("Readers are not told why"), "field-status-reason");
  assert.equal(await lead("telephone number"), "field-contacts-0-telephone");
});

test("details: a head that cannot be read locks the form and says so", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "---\ntitle: A\n\nWords without an end of the head.\n");
  await click(page, "Details");
  await page.waitFor(() => document.querySelector("#field-headline").disabled);
  assert.match(await page.evaluate(() => document.querySelector(".form-locked").textContent), /cannot be read/);
  await page.evaluate(() => {
    window.told = 0;
    new MutationObserver(() => (window.told += 1)).observe(document.querySelector(".form-locked"), { childList: true });
  });
  await type(page, "More words.");
  await previewShows(page, "More words.");
  assert.equal(await page.evaluate(() => window.told), 0, "it is said once");
  await page.evaluate(() => document.querySelector("#checks-tab").click());
  await answer(page, "headline", "missing");
  await pressButton(page, "Fill in: Headline");
  await focusIsOn(page, "details");
});

test("details: axe finds nothing in the form", async ({ page, server, dist }) => {
  const prepare = async () => {
    await click(page, "Details");
    for (const item of ["a contact", "a file", "a change"]) await click(page, `Add ${item}`);
  };
  assert.deepEqual(await axeFindingsOfStudio(page, server, dist, prepare), []);
});
