// Releases as files: chosen, dropped or pasted. A file becomes a draft of its own, so that nothing is written over. Where the
// browser lets the studio write into the file, the draft remembers it, and saving goes back there.

import { hush, tell } from "../notices.js";
import { htmlToMarkdown, leftOutWords } from "./markdown.js";

/** @import {Drafts} from "../drafts/drafts.js" */

/** What the core reads at most. */
const MOST_BYTES = 1 << 20;
const ACCEPTED = ".md,.markdown,.txt,.text,.html,.htm,text/markdown,text/plain,text/html";
const TYPES = Object.freeze({ "text/markdown": [".md", ".markdown"], "text/plain": [".txt", ".text"], "text/html": [".html", ".htm"] });
const FROM_ITS_PROGRAM = "This kind of file cannot be read here. Open it in its own program, select all, copy, and paste it into the text.";
const BY_ITS_ADDRESS = "A release has the address of a picture, not the picture itself. Put it on your website, and write its address under Details.";

/**
 * @param {HTMLElement} page which takes files that are dropped on it
 * @param {() => Drafts} drafts
 * @returns {{choose: () => void, take: (file: File) => Promise<unknown>}}
 */
export function startFiles(page, drafts) {
  /**
   * @param {File} file
   * @param {FileSystemFileHandle | null} [handle]
   * @returns {Promise<boolean>} whether it is open now
   */
  async function take(file, handle = null) {
    // What was told of another file.
    hush();
    const text = await textOf(file).catch(() => nothing("This file cannot be read. It may be a folder, or have been moved meanwhile."));
    if (text === null) return false;
    // A web page became something else, which does not belong into its file.
    await drafts().begin(text, handle && !isWebPage(file) ? { handle, time: file.lastModified } : null);
    return true;
  }

  /**
   * @param {File} file
   * @param {Promise<FileSystemFileHandle | null>} handle
   * @param {boolean} isFirst of several
   */
  async function takeDropped(file, handle, isFirst) {
    // A window would stand over it.
    /** @type {HTMLDialogElement | null} */ (document.querySelector("dialog[open]"))?.close();
    if ((await take(file, await handle)) && isFirst) tell(`Only “${file.name}” was opened: one file becomes one draft. Drop the others one by one.`);
  }

  async function choose() {
    const open = /** @type {any} */ (globalThis).showOpenFilePicker;
    if (typeof open !== "function") return chooseByInput();
    try {
      const [handle] = await open({ types: [{ description: "Releases", accept: TYPES }] });
      await take(await handle.getFile(), handle);
    } catch (error) {
      // The author thought better of it; else the browser does not let us.
      if (!(error instanceof DOMException && error.name === "AbortError")) chooseByInput();
    }
  }

  function chooseByInput() {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = ACCEPTED;
    input.hidden = true;
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file) take(file);
      input.remove();
    });
    input.addEventListener("cancel", () => input.remove());
    document.body.append(input);
    input.click();
  }

  // A file that misses its place must not take the place of the page.
  page.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    page.classList.add("drop-here");
  });
  page.addEventListener("dragleave", ({ relatedTarget }) => relatedTarget === null && page.classList.remove("drop-here"));
  page.addEventListener(
    "drop",
    (event) => {
      page.classList.remove("drop-here");
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      takeDropped(file, handleOf(event.dataTransfer?.items[0]), others.length > 0);
    },
    { capture: true },
  );
  return { choose, take };
}

/**
 * The file itself, where the browser gives more than a copy of it.
 * @param {DataTransferItem | undefined} item
 * @returns {Promise<FileSystemFileHandle | null>}
 */
async function handleOf(item) {
  const handle = await /** @type {any} */ (item)?.getAsFileSystemHandle?.().catch(() => null);
  return handle?.kind === "file" ? handle : null;
}

/** @param {File} file */
function isWebPage({ name, type }) {
  return /\.html?$/i.test(name) || type === "text/html";
}

/** The text of a file; null where there is none, of which the author is told. @param {File} file */
async function textOf(file) {
  if (file.type.startsWith("image/")) return nothing(BY_ITS_ADDRESS);
  if (/\.(docx?|odt|rtf|pages|pdf|xlsx?|pptx?|zip|eml|msg|mht|mhtml)$/i.test(file.name)) return nothing(FROM_ITS_PROGRAM);
  if (file.size > MOST_BYTES) return nothing("This file is longer than a release may be: one million characters.");
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  if (text.includes("\0")) return nothing(FROM_ITS_PROGRAM);
  if (!isWebPage(file)) return text;
  const { markdown, leftOut } = htmlToMarkdown(text);
  tell(`The page became Markdown. ${leftOutWords(leftOut)}`);
  return markdown;
}

/** @param {string} words @returns {null} */
function nothing(words) {
  tell(words);
  return null;
}

/** UTF-8, UTF-16 with its mark, or what Windows wrote before. @param {Uint8Array} bytes */
function decode(bytes) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
