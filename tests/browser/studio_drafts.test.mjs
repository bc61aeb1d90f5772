// Drafts in the studio: kept from the first keystroke, several of them, with versions; nothing is lost or written over.
import assert from "node:assert/strict";
import { axeFindingsOfStudio, click, editorShows, editorText, focusIsOn, openStudio, paste, pressButton, previewShows, type } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

const stateIs = (page, state) => page.waitFor((wanted) => document.querySelector(".draft-state").dataset.state === wanted, state);
const draftNames = (page) => page.evaluate(() => [...document.querySelectorAll(".dialog-body > .draft-list .draft-title")].map((each) => each.textContent));
const showDrafts = async (page) => {
  await click(page, "Drafts: ");
  await page.waitFor(() => document.querySelector("#drafts-window[open] .dialog-body > .draft-list:not([aria-busy])") && document.querySelector(".dialog-note:last-child").textContent);
};
/** Two tabs: the studio twice in one page, as it has no business of its own there. */
async function openTabs(page, server) {
  await page.resize(1280, 900);
  await page.goto(server.page("/tabs.html", { body: '<iframe id="first" src="/dist/studio/index.html" width="1200" height="700"></iframe>' }));
  await waitInTab(page, "first", (tab) => tab.querySelector(".draft-name")?.textContent.startsWith("Marlshire"));
  await inTab(page, "first", (tab) => [...tab.querySelectorAll(".draft-beginnings button")][0].click());
  await waitInTab(page, "first", (tab) => tab.querySelector("#editor").shadowRoot.querySelector(".cm-placeholder") !== null);
  await writeInTab(page, "first", "# Shared\n\nFirst");
  await waitInTab(page, "first", (tab) => tab.querySelector(".draft-name").textContent === "Shared");
  await waitInTab(page, "first", (tab) => tab.querySelector(".draft-state").dataset.state === "kept" && /#draft=[0-9a-f]+$/.test(tab.location.href));
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    Object.assign(frame, { id: "second", src: document.querySelector("#first").contentWindow.location.href, width: 1200, height: 700 });
    document.body.append(frame);
  });
  await waitInTab(page, "second", (tab) => tab.querySelector(".draft-state")?.dataset.state === "elsewhere");
}
const tabSource = (run) => ({ toString: () => `(id, ...values) => { const tab = document.getElementById(id).contentDocument; return (${run})(tab, ...values); }` });
const inTab = (page, id, run, ...values) => page.evaluate(tabSource(run), id, ...values);
const waitInTab = (page, id, run, ...values) => page.waitFor(tabSource(run), id, ...values);
const textInTab = (page, id) =>
  inTab(page, id, (tab) => [...tab.querySelector("#editor").shadowRoot.querySelectorAll(".cm-line")].map((line) => line.textContent).join("\n"));
const clickInTab = (page, id, label) => inTab(page, id, (tab, wanted) => [...tab.querySelectorAll(".banner button")].find((each) => each.textContent === wanted).click(), label);
/** Pastes at the caret. */
const writeInTab = (page, id, text) =>
  inTab(page, id, (tab, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const event = new tab.defaultView.Event("paste", { bubbles: true, cancelable: true });
    tab.querySelector("#editor").shadowRoot.querySelector(".cm-content").dispatchEvent(Object.defineProperty(event, "clipboardData", { value: clipboardData }));
  }, text);

/** The disk has no room, until the page calls makeRoom. */
function fillDisk(page) {
  return page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    window.makeRoom = () => (IDBObjectStore.prototype.put = put);
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("Quota exceeded.", "QuotaExceededError");
    };
  });
}

test("drafts: what was typed is there after the page was closed and opened", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Saltby library opens\n\nWords");
  await stateIs(page, "kept");
  await previewShows(page, "Saltby library");
  await page.goto("about:blank");
  await page.goto(server.url("/dist/studio/index.html"));
  await previewShows(page, "Saltby library opens");
  assert.equal(await editorText(page), "# Saltby library opens\n\nWords");
  await page.waitFor(() => document.querySelector(".draft-name").textContent === "Saltby library opens");
});

test("drafts: a keystroke just before the page is left is not lost", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Saltby\n\nFirst words");
  await stateIs(page, "kept");
  await page.evaluate(() => {
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", " and the last");
    content.dispatchEvent(Object.defineProperty(new Event("paste", { bubbles: true, cancelable: true }), "clipboardData", { value: clipboardData }));
    // In the same moment, before a draft is written.
    window.dispatchEvent(new PageTransitionEvent("pagehide"));
    window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
    IDBFactory.prototype.open = IDBDatabase.prototype.transaction = () => {
      throw new DOMException("The page has gone.", "AbortError");
    };
  });
  await page.goto("about:blank");
  await page.goto(server.url("/dist/studio/index.html"));
  await previewShows(page, "First words and the last");
});

test("drafts: several, with a list, copies, deletion that can be taken back", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# One\n");
  await previewShows(page, "One");
  await stateIs(page, "kept");
  await showDrafts(page);
  await click(page, "Blank release");
  await page.waitFor(() => document.querySelector(".draft-name").textContent === "Untitled release");
  await paste(page, "# Two\n");
  await previewShows(page, "Two");
  await page.waitFor(() => document.querySelector(".draft-name").textContent === "Two");
  await stateIs(page, "kept");
  await showDrafts(page);
  assert.deepEqual(await draftNames(page), ["Two", "One"]);
  await click(page, "Delete: One");
  await page.waitFor(() => document.querySelector(".notice")?.textContent.includes("“One” is deleted"));
  assert.deepEqual(await draftNames(page), ["Two"]);
  await click(page, "Bring it back");
  await page.waitFor(() => document.querySelectorAll(".dialog-body > .draft-list > .draft").length === 2);
  await click(page, "One");
  await previewShows(page, "One");
  await showDrafts(page);
  const before = await page.evaluate(() => location.hash);
  await click(page, "Duplicate: One");
  await page.waitFor((hash) => location.hash !== hash && location.hash.startsWith("#draft="), before);
  await showDrafts(page);
  assert.deepEqual((await draftNames(page)).sort(), ["One", "One", "Two"]);
});

test("drafts: deleting the open one can be undone too", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# One\n");
  await previewShows(page, "One");
  await stateIs(page, "kept");
  await showDrafts(page);
  await click(page, "Delete: One");
  await page.waitFor(() => document.querySelector(".notice")?.textContent.includes("is deleted"));
  assert.equal(await editorText(page), "");
  await click(page, "Bring it back");
  // The preview may still show the draft from before.
  await editorShows(page, "# One\n");
  await previewShows(page, "One");
  assert.equal(await editorText(page), "# One\n");
});

test("drafts: an older version comes back, and the newer one stays", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Old words\n");
  await previewShows(page, "Old words");
  await stateIs(page, "kept");
  await showDrafts(page);
  await click(page, "Versions: Old words");
  await page.waitFor(() => document.querySelector(".draft-versions button"));
  await click(page, "Keep this version");
  await page.waitFor(() => document.querySelectorAll(".draft-versions li").length === 1);
  await click(page, "Close");
  await paste(page, "# New words\n");
  await page.waitFor(() => document.querySelector(".draft-name").textContent === "New words");
  await stateIs(page, "kept");
  await showDrafts(page);
  await click(page, "Versions: New words");
  await page.waitFor(() => document.querySelector(".draft-versions summary"));
  await click(page, "Today");
  await click(page, "Go back to this version");
  await previewShows(page, "Old words");
  assert.equal(await editorText(page), "# Old words\n");
  await page.waitFor(() => document.querySelector(".notice"));
  await click(page, "Undo");
  await previewShows(page, "New words");
});

test("drafts: what the window of drafts cannot do is said", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Saltby\n\nWords");
  await stateIs(page, "kept");
  await showDrafts(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException("Quota exceeded.", "QuotaExceededError");
    };
  });
  await click(page, "Versions: Saltby");
  await page.waitFor(() => document.querySelector(".draft-versions button")?.textContent === "Keep this version");
  await click(page, "Keep this version");
  await page.waitFor(() => /did not work: Quota/.test(document.querySelector("#drafts-window .notice")?.textContent));
});

test("drafts: a second tab is told, reads, and takes over", async ({ page, server }) => {
  await openTabs(page, server);
  assert.match(await inTab(page, "second", (tab) => tab.querySelector(".banner").textContent), /open in another tab/);
  await writeInTab(page, "second", "x");
  assert.equal(await textInTab(page, "second"), "# Shared\n\nFirst", "the second tab reads alone");
  const locked = (tab) => [tab.querySelectorAll("#format button:not([aria-disabled=true])").length, tab.querySelector("#field-headline").matches(":disabled")];
  assert.deepEqual(await inTab(page, "second", locked), [0, true], "nothing offers to change the text");
  await writeInTab(page, "first", "!");
  await clickInTab(page, "second", "Write here instead");
  await waitInTab(page, "first", (tab) => tab.querySelector(".draft-state").dataset.state === "elsewhere");
  await waitInTab(page, "second", (tab) => tab.querySelector(".draft-state").dataset.state === "kept");
  assert.match(await textInTab(page, "second"), /First!/, "what the first tab had not yet kept came along");
  assert.deepEqual(await inTab(page, "second", locked), [7, false], "undo and redo have nothing to do yet");
  assert.deepEqual(await inTab(page, "first", locked), [0, true]);
  const before = await textInTab(page, "first");
  await writeInTab(page, "first", "x");
  assert.equal(await textInTab(page, "first"), before, "the first tab reads alone");
  await page.evaluate(() => document.querySelector("#second").remove());
  await waitInTab(page, "first", (tab) => tab.querySelector(".draft-state").dataset.state === "kept");
});

test("drafts: a second tab opens a copy", async ({ page, server }) => {
  await openTabs(page, server);
  await clickInTab(page, "second", "Open a copy");
  await waitInTab(page, "second", (tab) => tab.querySelector(".draft-state").dataset.state === "kept");
  const [first, second] = await page.evaluate(() => ["first", "second"].map((id) => document.getElementById(id).contentWindow.location.hash));
  assert.match(second, /^#draft=/);
  assert.notEqual(first, second);
  assert.equal(await textInTab(page, "second"), "# Shared\n\nFirst");
});

test("drafts: where two tabs write all the same, neither loses a word", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Shared\n\nFirst");
  await previewShows(page, "Shared");
  await stateIs(page, "kept");
  // As another tab without locks would do it.
  await page.evaluate(async () => {
    const answer = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
    const database = await answer(indexedDB.open("pressmark-studio"));
    const drafts = database.transaction("drafts", "readwrite").objectStore("drafts");
    const [draft] = await answer(drafts.getAll());
    await answer(drafts.put({ ...draft, text: "# From the other tab\n", name: "From the other tab", revision: draft.revision + 1 }));
    database.close();
  });
  await type(page, "!");
  await page.waitFor(() => document.querySelector(".notice")?.textContent.includes("a draft of its own"));
  await stateIs(page, "kept");
  await showDrafts(page);
  assert.deepEqual((await draftNames(page)).sort(), ["From the other tab", "Shared"]);
});

test("drafts: where nothing is kept, the author is told and can download", async ({ page, server }) => {
  const html = await (await fetch(server.url("/dist/studio/index.html"))).text();
  server.route("/refuse.js", { type: "text/javascript", body: `
    IDBFactory.prototype.open = function () { throw new DOMException("The operation is insecure.", "SecurityError"); };
    window.saved = [];
    delete window.showSaveFilePicker;
    URL.createObjectURL = (blob) => { blob.text().then((text) => saved.push(text)); return "#blob"; };
    HTMLAnchorElement.prototype.click = function () { saved.push(this.download); };` });
  server.route("/dist/studio/index.html", { type: "text/html; charset=utf-8", body: html.replace('<meta name="color-scheme"', '<script src="/refuse.js"></script>$&') });
  await openStudio(page, server);
  await paste(page, "# Saltby\n\nWords");
  await stateIs(page, "refused");
  assert.match(await page.evaluate(() => document.querySelector(".banner").textContent), /not kept.*private window/);
  await previewShows(page, "Saltby");
  await click(page, "Download the text");
  await page.waitFor(() => window.saved.includes("saltby.md") && window.saved.includes("# Saltby\n\nWords"));
  const asks = await page.evaluate(() => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.ok(asks, "the browser asks before the page is closed");
  await showDrafts(page);
  const window = await page.evaluate(() => document.querySelector("#drafts-window").innerText);
  assert.match(window, /keeps no drafts/);
  assert.doesNotMatch(window, /stay in this browser/);
  await click(page, "Blank release");
  await page.waitFor(() => document.querySelector(".notice")?.textContent.includes("would lose it"));
  await page.evaluate(() => {
    // The text is given up for the end of the test.
    window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  });
});

test("drafts: a full disk is told, and writing goes on when there is room again", async ({ page, server }) => {
  await openStudio(page, server);
  await fillDisk(page);
  await paste(page, "# Saltby\n");
  await stateIs(page, "refused");
  assert.match(await page.evaluate(() => document.querySelector(".banner").textContent), /no room/);
  await page.evaluate(() => void window.makeRoom());
  await type(page, "More words");
  await stateIs(page, "kept");
  assert.ok(await page.evaluate(() => document.querySelector(".banner").hidden));
});

/** Serves the studio with a script before its own, which stands for a browser that keeps things in its own way; before the first visit. */
async function withBrowser(server, script) {
  const html = await (await fetch(server.url("/dist/studio/index.html"))).text();
  server.route("/browser.js", { type: "text/javascript", body: script });
  server.route("/dist/studio/index.html", { type: "text/html; charset=utf-8", body: html.replace('<meta name="color-scheme"', '<script src="/browser.js"></script>$&') });
}
const FULL = 'IDBObjectStore.prototype.put = () => { throw new DOMException("Quota exceeded.", "QuotaExceededError"); };';
const CLOSED = 'IDBFactory.prototype.open = function () { throw new DOMException("The operation is insecure.", "SecurityError"); };';
const QUIET = 'window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });';
const leaveAndComeBack = async (page, server) => {
  await page.goto("about:blank");
  await page.goto(server.url("/dist/studio/index.html"));
};

test("drafts: on a full disk the text is there again after the page was loaded anew", async ({ page, server }) => {
  await withBrowser(server, `if (sessionStorage.getItem("full")) { ${FULL + QUIET} }`);
  await openStudio(page, server);
  await paste(page, "# Saltby\n\nKept words");
  await stateIs(page, "kept");
  await page.evaluate(() => sessionStorage.setItem("full", "yes"));
  await leaveAndComeBack(page, server);
  await previewShows(page, "Kept words");
  await paste(page, "# Saltby\n\nNewer words");
  await stateIs(page, "refused");
  await leaveAndComeBack(page, server);
  await previewShows(page, "Newer words");
  await stateIs(page, "refused");
  // With room again they are in the same draft.
  await page.evaluate(() => sessionStorage.removeItem("full"));
  await leaveAndComeBack(page, server);
  await previewShows(page, "Newer words");
  await stateIs(page, "kept");
  await showDrafts(page);
  assert.deepEqual(await draftNames(page), ["Saltby"]);
});

test("drafts: a text that a full disk never took, and one of a browser that keeps nothing, are there again after the page was loaded anew", async ({ page, server }) => {
  for (const browser of [FULL, CLOSED]) {
    await withBrowser(server, browser + QUIET);
    await openStudio(page, server);
    await paste(page, "# Northport\n\nWords");
    await stateIs(page, "refused");
    await leaveAndComeBack(page, server);
    await previewShows(page, "Northport");
    await stateIs(page, "refused");
    await page.evaluate(() => localStorage.clear());
    await page.evaluate(() => window.addEventListener("pagehide", () => localStorage.clear()));
  }
});

test("drafts: a text that was given up on a full disk does not come back in the place of the draft that is open", async ({ page, server }) => {
  await withBrowser(server, `if (sessionStorage.getItem("full")) { ${FULL + QUIET} }`);
  await openStudio(page, server);
  await paste(page, "# The kept draft");
  await stateIs(page, "kept");
  await page.evaluate(() => sessionStorage.setItem("full", "yes"));
  await page.goto("about:blank");
  await page.goto(server.url("/dist/studio/index.html"));
  await previewShows(page, "The kept draft");
  await showDrafts(page);
  await click(page, "Blank release");
  await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-placeholder") !== null);
  await type(page, "Given up");
  await stateIs(page, "refused");
  await showDrafts(page);
  await click(page, "The kept draft");
  await click(page, "Lose it");
  await previewShows(page, "The kept draft");
  const address = await page.evaluate(() => location.href);
  await page.goto("about:blank");
  await page.goto(address);
  await previewShows(page, "The kept draft");
  assert.equal(await editorText(page), "# The kept draft");
});

test("drafts: a page that is put out of sight notes what is not yet written", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Saltby\n\nFirst words");
  await stateIs(page, "kept");
  const noted = await page.evaluate(() => {
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", " and the last");
    content.dispatchEvent(Object.defineProperty(new Event("paste", { bubbles: true, cancelable: true }), "clipboardData", { value: clipboardData }));
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
    return Object.values(localStorage).map((each) => JSON.parse(each).text);
  });
  assert.deepEqual(noted, ["# Saltby\n\nFirst words and the last"]);
  await page.waitFor(() => Object.keys(localStorage).length === 0);
  await stateIs(page, "kept");
});

test("drafts: what is typed before the browser answers is a draft of its own, whole", async ({ page, server }) => {
  await withBrowser(server, `const { open } = IDBFactory.prototype;
    if (sessionStorage.getItem("slow")) IDBFactory.prototype.open = function (...values) {
      const late = {};
      setTimeout(() => {
        const request = open.apply(this, values);
        request.onsuccess = () => { late.result = request.result; late.onsuccess(); };
      }, 2500);
      return late;
    };`);
  await openStudio(page, server);
  await paste(page, "# The older draft");
  await stateIs(page, "kept");
  await page.evaluate(() => sessionStorage.setItem("slow", "yes"));
  await leaveAndComeBack(page, server);
  await page.waitFor(() => Boolean(document.querySelector("#editor").shadowRoot?.querySelector(".cm-content")));
  await type(page, "Early");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "keeping");
  await new Promise((resolve) => setTimeout(resolve, 400));
  await type(page, " words");
  await stateIs(page, "kept");
  assert.equal(await editorText(page), "Early words");
  await showDrafts(page);
  assert.deepEqual((await draftNames(page)).sort(), ["Early words", "The older draft"]);
});

test("drafts: the focus stays near what was pressed", async ({ page, server }) => {
  await openStudio(page, server);
  for (const name of ["One", "Two", "Three"]) {
    await showDrafts(page);
    await pressButton(page, "Blank release");
    await editorShows(page, "");
    await paste(page, `# ${name}\n`);
    await page.waitFor((words) => document.querySelector(".draft-name").textContent === words, name);
    await stateIs(page, "kept");
  }
  await showDrafts(page);
  await pressButton(page, "Versions: Two");
  await page.waitFor(() => document.querySelector(".draft-versions button"));
  await pressButton(page, "Keep this version");
  await page.waitFor(() => document.querySelector(".draft-versions li"));
  await focusIsOn(page, "Keep this version");
  await pressButton(page, "Delete: Two");
  await focusIsOn(page, "One");
  await pressButton(page, "Dismiss");
  await focusIsOn(page, "One");
  await pressButton(page, "Delete: One");
  await focusIsOn(page, "Three");
  await pressButton(page, "Bring it back");
  await focusIsOn(page, "Three");
});

test("drafts: the focus does not go with the line above the text", async ({ page, server }) => {
  await openStudio(page, server);
  await fillDisk(page);
  await paste(page, "# Saltby\n");
  await stateIs(page, "refused");
  // In the same moment: with room, the draft is kept without being asked too, and takes the line and its buttons away.
  await page.evaluate(() => {
    window.makeRoom();
    const again = [...document.querySelectorAll(".banner button")].find(({ textContent }) => textContent === "Try again");
    again.focus();
    again.click();
  });
  await stateIs(page, "kept");
  await focusIsOn(page, "Drafts: Saltby");
});

test("drafts: keystrokes are not told of, whether they are kept or not", async ({ page, server }) => {
  await openStudio(page, server);
  // Keeping that takes a second is told of, and on a busy machine it may: that word is put off.
  await page.evaluate(() => {
    const wait = window.setTimeout.bind(window);
    window.setTimeout = (run, delay, ...rest) => wait(run, delay === 1000 ? 1e9 : delay, ...rest);
  });
  await paste(page, "# Saltby\n");
  await stateIs(page, "kept");
  const toldWhile = async (words, state) => {
    await page.evaluate(() => {
      const told = [];
      const observer = new MutationObserver((changes) => told.push(...changes.map(({ type }) => type)));
      for (const part of document.querySelectorAll(".draft-state, .banner")) observer.observe(part, { childList: true, characterData: true, subtree: true, attributeFilter: ["hidden"] });
      window.stopWatching = () => (observer.disconnect(), told);
    });
    for (const word of words) {
      await type(page, word);
      await stateIs(page, state);
    }
    return page.evaluate(() => window.stopWatching());
  };
  assert.deepEqual(await toldWhile(["One ", "two ", "three "], "kept"), []);
  await fillDisk(page);
  await type(page, "x");
  await stateIs(page, "refused");
  assert.deepEqual(await toldWhile(["four ", "five "], "refused"), []);
  assert.match(await page.evaluate(() => document.querySelector(".banner").innerText), /no room/);
  // The text is given up for the end of the test.
  await page.evaluate(() => window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true }));
});

test("drafts: axe finds nothing in the window", async ({ page, server, dist }) => {
  const prepare = async () => {
    await paste(page, "# One\n");
    await stateIs(page, "kept");
    await showDrafts(page);
    await click(page, "Versions: ");
    await page.waitFor(() => document.querySelector(".draft-versions button"));
    await click(page, "Keep this version");
    await page.waitFor(() => document.querySelector(".draft-versions summary"));
    await click(page, "Today");
  };
  assert.deepEqual(await axeFindingsOfStudio(page, server, dist, prepare), []);
});
