// The studio: a press officer writes or pastes a release, sees it as the public will, mends what is doubtful and takes it
// along. All of it happens in this page; nothing is sent anywhere. This module puts the parts together.

import { startChecks } from "./checks/checks.js";
import { startDetails } from "./details/details.js";
import { startDrafts } from "./drafts/drafts.js";
import { Editor } from "./editor/editor.js";
import { startToolbar } from "./editor/toolbar.js";
import { startFiles } from "./in/files.js";
import { startPaste } from "./in/paste.js";
import { startLayout } from "./layout.js";
import { Manuscript } from "./manuscript.js";
import { startExport } from "./out/export.js";
import { startPreview } from "./preview/preview.js";
import { startPrint } from "./preview/print.js";
import { startPublic } from "./preview/public.js";
import { Reader } from "./reader.js";

/**
 * What every part of the studio is handed.
 * @typedef {object} Studio
 * @property {Manuscript} manuscript
 * @property {Editor} editor
 * @property {Reader} reader
 * @property {Promise<import("./preview/page.js").PreviewPage>} preview
 * @property {(view: import("./layout.js").View) => void} open shows a part of the studio where not all have room
 */

/** Starts the studio in its page. @returns {Studio} */
export function startStudio() {
  /** @param {string} id @returns {HTMLElement} */
  const part = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

  const manuscript = new Manuscript();
  const reader = new Reader(manuscript);
  const editor = new Editor(part("editor"), manuscript);
  const { open } = startLayout(document);
  const preview = startPreview(part("preview"), { manuscript, editor });
  /** @type {Studio} */
  const studio = Object.freeze({ manuscript, editor, reader, preview, open });

  startToolbar(part("format"), studio);
  startChecks(part("checks"), studio);
  startDetails(part("details"), studio);
  startPublic(part("public"), part("stage"), studio);
  startPrint(part("paper"), manuscript);
  startExport(part("actions"), studio);
  const files = startFiles(document.body, () => drafts);
  startPaste(editor, files.take);
  const drafts = startDrafts(part("drafts"), studio, { openFile: files.choose });
  return studio;
}
