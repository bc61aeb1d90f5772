// Gives the author a file: where the browser can, into the place that the author chooses, else as a download.

/** @typedef {{name: string, type: string, content: string | Blob}} OutputFile type: its media type */

/**
 * A file that the author has opened or saved; time: when it was last written as far as the studio has seen it, null: not known.
 * @typedef {{handle: FileSystemFileHandle, time: number | null}} OpenFile
 */

/**
 * @param {OutputFile} file
 * @returns {Promise<{saved: boolean, handle: FileSystemFileHandle | null}>} not saved: the author thought better of it; handle: of the
 *   file, where the browser gives one
 */
export async function saveFile({ name, type, content }) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const choose = /** @type {any} */ (globalThis).showSaveFilePicker;
  if (typeof choose === "function") {
    const chosen = await chooseFile(choose, name, type);
    if (chosen === "left") return { saved: false, handle: null };
    if (chosen !== "refused") {
      await write(chosen, blob);
      return { saved: true, handle: chosen };
    }
  }
  download(name, blob);
  return { saved: true, handle: null };
}

/** @param {FileSystemFileHandle} handle of a file as it is now @returns {Promise<OpenFile>} */
export async function openFile(handle) {
  const time = await handle.getFile().then(({ lastModified }) => lastModified, () => null);
  return { handle, time };
}

/**
 * Writes into a file that the author has opened or saved before, but never over what somebody else has written into it since.
 * @param {OpenFile} file
 * @param {string} text
 * @returns {Promise<"saved" | "refused" | "changed">} refused: the author or the browser does not let us, or the file has gone
 */
export async function saveInto({ handle, time }, text) {
  try {
    const permission = await /** @type {any} */ (handle).requestPermission({ mode: "readwrite" });
    if (permission !== "granted") return "refused";
    if (time !== null && (await handle.getFile()).lastModified !== time) return "changed";
    await write(handle, new Blob([text]));
    return "saved";
  } catch {
    return "refused";
  }
}

/** The file is replaced when all of it is written, never in part. @param {FileSystemFileHandle} handle @param {Blob} blob */
async function write(handle, blob) {
  const stream = await handle.createWritable();
  await stream.write(blob);
  await stream.close();
}

/**
 * @param {(options: object) => Promise<FileSystemFileHandle>} choose
 * @param {string} name
 * @param {string} type
 * @returns {Promise<FileSystemFileHandle | "left" | "refused">}
 */
async function chooseFile(choose, name, type) {
  const ending = `.${name.split(".").at(-1)}`;
  try {
    return await choose({ suggestedName: name, types: [{ accept: { [type]: [ending] } }] });
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "left" : "refused";
  }
}

/** @param {string} name @param {Blob} blob */
function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  // In the page, as some browsers want it.
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
