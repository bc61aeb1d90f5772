// The form for what stands at the head of a release: headline, dates, area, picture. It edits the same text as the editor,
// by ranges, and never rewrites the rest.

/** @import {Studio} from "../studio.js" */

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function startDetails(panel, { manuscript }) {
  manuscript.addEventListener("reading", () => {
    panel.textContent = manuscript.reading?.model.title ?? "";
  });
}
