// The studio in a page, and what a person does in it.
import { readFileSync } from "node:fs";
import { axeFindings } from "./axe.mjs";

/** Room for all columns. */
const DESK = [1280, 900];

/** Opens the studio and waits until its first release is shown. `address`: that of studio.html for the single file. */
export async function openStudio(page, server, address = server.url("/dist/studio/index.html")) {
  await page.resize(...DESK);
  await page.goto(address);
  await previewShows(page, "Marlshire");
}

/** Waits until the preview has these words. */
export function previewShows(page, words) {
  return page.waitFor((wanted) => {
    const article = document.querySelector(".stage iframe")?.contentDocument?.querySelector(".pm-article");
    return article?.textContent.replace(/\s+/g, " ").includes(wanted);
  }, words);
}

/** Runs a function with the document of the preview and further values. */
export function inPreview(page, run, ...values) {
  const source = `(...values) => (${run})(document.querySelector(".stage iframe").contentDocument, ...values)`;
  return page.evaluate({ toString: () => source }, ...values);
}

/** The text in the editor, as far as it is on the screen. */
export function editorText(page) {
  return page.evaluate(shownText);
}

/** Waits until this is the text in the editor. */
export function editorShows(page, text) {
  return page.waitFor({ toString: () => `(wanted) => (${shownText})() === wanted` }, text);
}

/** Runs in the page. */
function shownText() {
  const lines = document.querySelector("#editor").shadowRoot.querySelectorAll(".cm-line");
  return [...lines].map((line) => (line.querySelector(".cm-placeholder") ? "" : line.textContent)).join("\n");
}

export function focusEditor(page) {
  return page.evaluate(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-content").focus());
}

/** Types at the caret. */
export async function type(page, text) {
  await focusEditor(page);
  await page.press(...[...text].map((character) => (character === "\n" ? "Enter" : character === " " ? "Space" : character)));
}

/** Replaces the whole text by pasting. */
export async function paste(page, text) {
  await focusEditor(page);
  await page.press("Control+a");
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    // Not every engine hands the data of a made ClipboardEvent on.
    const event = new Event("paste", { bubbles: true, cancelable: true, composed: true });
    content.dispatchEvent(Object.defineProperty(event, "clipboardData", { value: clipboardData }));
  }, text);
}

/** Fills a field that a person would call by this label. */
export async function fill(page, label, words) {
  const found = await page.evaluate((wanted, value) => {
    const labels = [...document.querySelectorAll("label")].filter((each) => each.textContent.trim() === wanted);
    const field = labels[0]?.control ?? document.querySelector(`[aria-label="${wanted}"]`);
    if (!field) return false;
    field.focus();
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }, label, words);
  if (!found) throw new Error(`no field is called "${label}"`);
}

/** Clicks what a person would call by this name, once it is there: a button, tab or link. */
export async function click(page, name) {
  await page.waitFor((wanted) => {
    const named = (element) => element.getAttribute("aria-label") ?? element.textContent;
    const seen = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
    const elements = [...document.querySelectorAll("button, [role=tab], a, summary, label")].filter(seen);
    const element = elements.find((each) => named(each).replace(/\s+/g, " ").trim().startsWith(wanted));
    element?.click();
    return Boolean(element);
  }, name);
}

/** Presses a button as the keyboard does: it has the focus then. The last of that name, as a window stands above the rest. */
export async function pressButton(page, name) {
  await page.waitFor((wanted) => {
    const named = ({ textContent }) => textContent.replace(/\s+/g, " ").trim();
    const button = [...document.querySelectorAll("button")].findLast((each) => named(each) === wanted && each.checkVisibility());
    button?.focus();
    return Boolean(button);
  }, name);
  await page.press("Enter");
}

/** Waits until what has the focus is called so by its id or its words. */
export function focusIsOn(page, name) {
  return page.waitFor((wanted) => {
    const { id, textContent } = document.activeElement;
    return id === wanted || textContent.replace(/\s+/g, " ").trim().startsWith(wanted);
  }, name);
}

/** Catches what would be downloaded; also where the browser would ask for a place. */
export function catchFiles(page) {
  return page.evaluate(() => {
    window.files = {};
    delete window.showSaveFilePicker;
    delete Window.prototype.showSaveFilePicker;
    window.showSaveFilePicker = undefined;
    const blobs = new Map();
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const address = create(blob);
      blobs.set(address, blob);
      return address;
    };
    HTMLAnchorElement.prototype.click = function () {
      const blob = blobs.get(this.href);
      blob.arrayBuffer().then((buffer) => {
        const bytes = new Uint8Array(buffer);
        window.files[this.download] = { type: blob.type, text: new TextDecoder().decode(bytes), head: [...bytes.slice(0, 24)] };
      });
    };
  });
}

/** Waits for a file that was caught. */
export function caughtFile(page, name) {
  return page.waitFor((wanted) => window.files[wanted], name);
}

/** Serves the studio without its policy, which would keep axe out. */
export function withoutPolicy(server, dist) {
  const html = readFileSync(`${dist}/studio/index.html`, "utf8").replace(/<meta http-equiv[^>]*>/, "");
  server.route("/dist/studio/index.html", { type: "text/html; charset=utf-8", body: html });
}

/**
 * Opens the studio without its policy, lets `prepare` do what a person does, and runs axe on the
 * page and the preview in it.
 */
export async function axeFindingsOfStudio(page, server, dist, prepare = async () => {}) {
  withoutPolicy(server, dist);
  await openStudio(page, server);
  await prepare();
  await inPreview(page, (document) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/axe.js";
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("axe could not be loaded into the preview"));
    document.head.append(script);
  }));
  return axeFindings(page);
}
