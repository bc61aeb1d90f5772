#!/usr/bin/env node
// How long a keystroke in the studio takes to be seen: in the text, and in the preview. A real Chromium types into the
// middle of releases of 5, 50 and 200 kB; times run from the browser's own time stamp of the key to the first frame after
// the change has been drawn. A page with one editable line and nothing else shows what of it is the browser's and the
// method's own share, and one with CodeMirror and the same text alone what of it is the editor's. Times to a frame hold the
// wait for the screen and whatever else the machine does; so a second round writes down the time that the page's own thread
// works, by its processor clock: for the key until its frame is handed over, and in the longest task until the next key.
//   node tests/bench/studio.mjs [--dist DIR] [--keys NUMBER] [--pause MILLISECONDS] [--kilobytes NUMBER]…
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { ChromiumEngine } from "../browser/harness/puppeteer_engine.mjs";
import { focusEditor, openStudio, paste } from "../browser/harness/studio.mjs";
import { Outside } from "../support/outside.mjs";
import { TestServer } from "../support/server.mjs";

const { values: options } = parseArgs({
  options: {
    dist: { type: "string", default: fileURLToPath(new URL("../../dist", import.meta.url)) },
    keys: { type: "string", default: "80" },
    pause: { type: "string", default: "120" },
    kilobytes: { type: "string", multiple: true, default: ["5", "50", "200"] },
  },
});

const HEAD = `---
title: Marlshire Police sets out its year
area: Marlshire
published: 2024-02-08 07:00
---

The force was graded good for managing offenders and outstanding for preventing crime, HMICFRS says.
`;
const SECTION = `
## What happened in the villages

Officers of the force spoke with **people in every street** after a burglary, and went back [a month later](https://news.example/later).

- Calls are answered within ten seconds, nine times out of ten.
- The new desk in Saltby is open in the *evening* too.

> "We rang everyone who had written to us," said the chief constable.

| place | visits |
|---|--:|
| Saltby | 120 |
| Northfen | 98 |
`;

/** A release of so many bytes, with the marker in its middle. @param {number} bytes */
function releaseOf(bytes) {
  const count = Math.max(2, Math.round((bytes - HEAD.length) / SECTION.length));
  const sections = Array.from({ length: count }, (_, index) => SECTION.replace("villages", `villages, part ${index + 1}`));
  return HEAD + sections.slice(0, count / 2).join("") + "\nHere the author writes\n" + sections.slice(count / 2).join("");
}

/** Runs in the page: writes down when each key was seen. @param {boolean} isStudio whether there is a preview, too */
function watchKeys(isStudio) {
  const times = { text: [], preview: [], reading: [] };
  globalThis.keyTimes = times;
  const channel = new MessageChannel();
  const painted = [];
  channel.port1.onmessage = () => painted.splice(0).forEach((resolve) => resolve(performance.now()));
  const nextPaint = () => new Promise((resolve) => requestAnimationFrame(() => {
    painted.push(resolve);
    channel.port2.postMessage(null);
  }));
  let pressed = 0;
  const content = isStudio ? document.querySelector("#editor").shadowRoot.querySelector(".cm-content") : document.querySelector("[contenteditable=true]");
  content.addEventListener("keydown", async ({ timeStamp }) => {
    pressed = timeStamp;
    times.text.push((await nextPaint()) - timeStamp);
  }, { capture: true });
  if (!isStudio) return;
  new MutationObserver(async () => {
    if (!pressed) return;
    const since = pressed;
    pressed = 0;
    times.preview.push((await nextPaint()) - since);
  }).observe(document.querySelector(".stage iframe").contentDocument.body, { childList: true, subtree: true, characterData: true });
}

/** Types as an author does, with pauses. */
async function typeKeys(page) {
  for (let key = 0; key < Number(options.keys); key++) {
    await page.press(key % 6 === 5 ? "Space" : "abcde"[key % 6]);
    await new Promise((resolve) => setTimeout(resolve, Number(options.pause)));
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return page.evaluate(() => keyTimes);
}

/**
 * What the page's thread works for each key. Chromium's own record costs time, too, so nothing else is measured with it.
 * @returns {Promise<{frame: number[], task: number[]}>} milliseconds: until the frame is handed over; in the longest task
 */
async function typeTraced(page) {
  const events = await page.trace(["devtools.timeline", "toplevel", "cc"], async () => void (await typeKeys(page)));
  const downs = events.filter(({ name, args }) => name === "EventDispatch" && args.data?.type === "keydown");
  const ofThread = ({ pid, tid, ph }) => ph === "X" && pid === downs[0].pid && tid === downs[0].tid;
  const steps = events.filter(ofThread).sort((one, other) => one.ts - other.ts || other.dur - one.dur);
  const tasks = [];
  for (const step of steps) if (step.name.endsWith("RunTask") && step.ts >= (tasks.at(-1)?.end ?? 0)) tasks.push({ ...step, end: step.ts + step.dur });
  const frames = steps.filter(({ name }) => name === "ProxyMain::BeginMainFrame");
  const times = { frame: [], task: [] };
  for (const [index, { ts }] of downs.entries()) {
    const frame = frames.find((each) => each.ts > ts);
    const next = downs[index + 1]?.ts ?? Infinity;
    if (!frame) continue;
    const until = (/** @type {number} */ end) => tasks.filter((task) => task.end > ts && task.ts < end).map(({ tdur }) => tdur / 1000);
    times.frame.push(until(frame.ts + frame.dur).reduce((sum, time) => sum + time, 0));
    times.task.push(Math.max(...until(next)));
  }
  return times;
}

/** Types into a page without a studio. @param {string} name @param {string} body @param {() => void} focus runs in the page */
async function measureAlone(name, body, focus) {
  const server = await new TestServer(options.dist).start();
  server.route("/editor.js", { type: "text/javascript", body: await editorAlone() });
  const page = await engine.page();
  await page.resize(1280, 900);
  await page.goto(server.page("/alone.html", { body }));
  await page.waitFor(() => document.querySelector("[contenteditable=true]") !== null);
  await page.evaluate(focus);
  await page.evaluate(watchKeys, false);
  const { text } = await typeKeys(page);
  console.log(`${name} ${summary(text)}`);
  console.log(`        its own work:     ${summary((await typeTraced(page)).frame)}`);
  await page.close();
  await server.close();
}

function measureLine() {
  return measureAlone("one line alone:      ", '<div contenteditable="true">Here the author writes </div>', () => {
    const line = document.querySelector("[contenteditable]");
    line.focus();
    document.getSelection().selectAllChildren(line);
    document.getSelection().collapseToEnd();
  });
}

/** @param {number} kilobytes */
function measureEditor(kilobytes) {
  const text = JSON.stringify(releaseOf(kilobytes * 1024)).replaceAll("<", "\\u003c");
  const body = `<div id="editor" style="height: 800px"></div><script>globalThis.text = ${text}</script><script type="module" src="/editor.js"></script>`;
  return measureAlone(`${String(kilobytes).padStart(4)} kB, CodeMirror:   `, body, () => {
    const { view, text } = globalThis;
    view.focus();
    view.dispatch({ selection: { anchor: text.indexOf("author writes") + "author writes".length }, scrollIntoView: true });
  });
}

let editorScript = "";

/** CodeMirror with Markdown, as its documentation puts it together. */
async function editorAlone() {
  if (editorScript) return editorScript;
  const contents = `
    import { defaultKeymap, history } from "@codemirror/commands";
    import { markdown } from "@codemirror/lang-markdown";
    import { defaultHighlightStyle, syntaxHighlighting } from "@codemirror/language";
    import { drawSelection, EditorView, keymap } from "@codemirror/view";
    const extensions = [history(), drawSelection(), keymap.of(defaultKeymap), EditorView.lineWrapping, markdown(), syntaxHighlighting(defaultHighlightStyle),
      EditorView.theme({ "&": { height: "100%" } })];
    globalThis.view = new EditorView({ doc: globalThis.text, extensions, parent: document.querySelector("#editor") });`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: fileURLToPath(new URL("../..", import.meta.url)) }, bundle: true, minify: true, format: "esm", write: false });
  editorScript = outputFiles[0].text;
  return editorScript;
}

/** @param {number[]} times */
function summary(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]?.toFixed(1) ?? "none";
  return `median ${at(0.5).padStart(6)} ms, 95 % ${at(0.95).padStart(6)} ms (${times.length} keys)`;
}

const outside = await new Outside().start();
const engine = new ChromiumEngine(outside);
console.log(await engine.start());
try {
  await measureLine();
  for (const kilobytes of options.kilobytes.map(Number)) {
    await measureEditor(kilobytes);
    const server = await new TestServer(options.dist).start();
    const page = await engine.page();
    const text = releaseOf(kilobytes * 1024);
    await openStudio(page, server);
    await paste(page, text);
    await page.waitFor(() => document.querySelector(".stage iframe").contentDocument.body.textContent.includes("Here the author writes"));
    // By search, as an author gets there.
    await focusEditor(page);
    await page.press("Control+f", ..."author writes".replace(" ", "+").split("").map((key) => (key === "+" ? "Space" : key)), "Enter", "Escape", "ArrowRight");
    await page.waitFor(() => document.querySelector("#editor").shadowRoot.activeElement?.classList.contains("cm-content"));
    await page.evaluate(watchKeys, true);
    const times = await typeKeys(page);
    console.log(`${String(kilobytes).padStart(4)} kB, in the text:    ${summary(times.text)}`);
    console.log(`${String(kilobytes).padStart(4)} kB, in the preview: ${summary(times.preview)}`);
    const { frame, task } = await typeTraced(page);
    console.log(`        work for the key: ${summary(frame)}`);
    console.log(`        longest task:     ${summary(task)}`);
    await page.close();
    await server.close();
  }
  await measureLine();
} finally {
  await engine.stop();
  outside.close();
}
