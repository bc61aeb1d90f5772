// Until when a release is held back, for every part of the studio that says so.

/** @import {Diagnostic, Moment} from "../core/types.js" */

/** The status says that the release is under embargo, and nothing says until when. @param {{diagnostics: readonly Diagnostic[]}} model */
export function isWithoutEnd({ diagnostics }) {
  return diagnostics.some(({ code }) => code === "release-embargo-without-end");
}

/**
 * The end of the embargo, else the day of publication that lies ahead. Null: nothing that can be read says when.
 * @param {{embargo: Moment | null, published: Moment | null, diagnostics: readonly Diagnostic[]}} model
 * @param {Date} now
 */
export function heldUntil(model, now) {
  const { embargo, published } = model;
  if (embargo) return embargo;
  if (isWithoutEnd(model)) return null;
  return published && Date.parse(published.iso ?? "") > now.getTime() ? published : null;
}
