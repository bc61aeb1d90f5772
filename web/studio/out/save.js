// Gives the author a file: where the browser can, into the place that the author chooses, else as a download.

/** @typedef {{name: string, type: string, content: string | Blob}} OutputFile type: its media type */

/**
 * @param {OutputFile} file
 * @returns {Promise<boolean>} false: the author thought better of it
 */
export async function saveFile({ name, type, content }) {
  const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
  const choose = /** @type {any} */ (globalThis).showSaveFilePicker;
  if (typeof choose === "function") {
    const written = await writeChosen(choose, name, type, blob);
    if (written !== "refused") return written === "written";
  }
  download(name, blob);
  return true;
}

/**
 * @param {(options: object) => Promise<any>} choose
 * @param {string} name
 * @param {string} type
 * @param {Blob} blob
 * @returns {Promise<"written" | "left" | "refused">}
 */
async function writeChosen(choose, name, type, blob) {
  const ending = `.${name.split(".").at(-1)}`;
  let handle;
  try {
    handle = await choose({ suggestedName: name, types: [{ accept: { [type]: [ending] } }] });
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError" ? "left" : "refused";
  }
  const stream = await handle.createWritable();
  await stream.write(blob);
  await stream.close();
  return "written";
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
