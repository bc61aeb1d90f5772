// An embargo that stands in the words of a text gets a mend that writes the same moment into the head, as the form does. The
// words stay as they are.

import { FIELDS } from "./fields.js";
import { FrontMatter } from "./front-matter.js";
import { localWords } from "./local-words.js";

/** @import {Model} from "../manuscript.js" */

const CODE = "release-embargo-in-words";

/**
 * @param {string} text
 * @param {Model} model read from the text
 * @returns {Model}
 */
export function withEmbargoMend(text, model) {
  const { embargo, diagnostics, frontMatter, metadata } = model;
  const words = localWords(embargo);
  // In a head with faults an entry may not be one.
  const isBroken = diagnostics.some(({ code, severity }) => severity === "error" && code.startsWith("front-matter"));
  if (words === "" || isBroken || !diagnostics.some(({ code }) => code === CODE)) return model;
  const field = FIELDS.find(({ id }) => id === "embargo");
  const [edit, ...more] = (field && new FrontMatter(text, frontMatter, metadata).write(field.paths, words)) ?? [];
  if (!edit || more.length > 0) return model;
  const fix = { label: "Write it at the head", ...edit };
  return { ...model, diagnostics: diagnostics.map((each) => (each.code === CODE ? { ...each, fix } : each)) };
}
