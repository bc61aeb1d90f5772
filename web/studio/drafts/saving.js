// Ctrl+S: the text goes into the file that the draft belongs to, else into one that the author chooses.

import { tell } from "../notices.js";
import { openFile, saveFile, saveInto } from "../out/save.js";
import { fileName, nameOf } from "./name.js";

/** @import {Manuscript} from "../manuscript.js" */
/** @import {OpenFile} from "../out/save.js" */
/** @import {Keeper} from "./keeper.js" */

/**
 * @param {Manuscript} manuscript
 * @param {Keeper} keeper
 */
export function startSaving(manuscript, keeper) {
  function download() {
    return saveFile({ name: `${fileName(nameOf(manuscript))}.md`, type: "text/markdown", content: manuscript.text });
  }

  async function saveAsNew() {
    const { saved, handle } = await download();
    if (handle) await keeper.belongTo(await openFile(handle));
    if (saved) tell(handle ? `Saved as ${handle.name}. The next time goes into the same file.` : "Saved as a file, where your browser puts its downloads.");
  }

  /** @param {OpenFile} file */
  async function saveBack(file) {
    const { name } = file.handle;
    const outcome = await saveInto(file, manuscript.text);
    if (outcome === "refused") return saveAsNew();
    if (outcome === "saved") {
      await keeper.belongTo(await openFile(file.handle));
      return tell(`Saved into ${name}.`);
    }
    tell(`${name} was changed by somebody else since you opened or saved it here. Nothing is written yet.`, [
      { label: "Save as another file", run: saveAsNew },
      { label: "Write over it", run: () => saveBack({ ...file, time: null }) },
    ]);
  }

  globalThis.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (keeper.file) saveBack(keeper.file);
    else saveAsNew();
  });
  return { download };
}
