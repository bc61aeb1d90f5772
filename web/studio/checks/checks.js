// What is doubtful in the text, as a list to work through: each remark leads to its place, and where the mend is certain a
// button makes it.

import { create } from "../../elements/create.js";

/** @import {Diagnostic} from "../../core/types.js" */
/** @import {Studio} from "../studio.js" */

/** Severities in the order of their weight, with their headings. */
const GROUPS = Object.freeze([
  { severity: "error", title: "To be mended" },
  { severity: "warning", title: "Worth a look" },
  { severity: "info", title: "Good to know" },
]);

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function startChecks(panel, { manuscript, editor, open }) {
  const list = create("div", { class: "remarks" });
  panel.append(list);

  manuscript.addEventListener("reading", () => {
    const { diagnostics } = /** @type {import("../manuscript.js").Reading} */ (manuscript.reading).model;
    for (const count of document.querySelectorAll("[data-count]")) count.textContent = diagnostics.length > 0 ? String(diagnostics.length) : "";
    list.replaceChildren(...GROUPS.flatMap(({ severity, title }) => group(title, diagnostics.filter((each) => each.severity === severity))));
  });

  /**
   * @param {string} title
   * @param {Diagnostic[]} diagnostics
   */
  function group(title, diagnostics) {
    if (diagnostics.length === 0) return [];
    return [create("h3", {}, title), create("ul", {}, ...diagnostics.map(remark))];
  }

  /** @param {Diagnostic} diagnostic */
  function remark({ severity, message, line, start, end, fix }) {
    const lead = create("button", { type: "button", class: "remark-lead" }, message, create("span", { class: "remark-line" }, `Line ${line}`));
    lead.addEventListener("click", () => {
      open("write");
      editor.show(start, end, { focus: true });
    });
    const item = create("li", { class: `remark remark-${severity}` }, lead);
    if (fix) {
      const mend = create("button", { type: "button", class: "remark-fix" }, fix.label);
      mend.addEventListener("click", () => manuscript.currentReading && editor.accept(fix));
      item.append(mend);
    }
    return item;
  }
}
