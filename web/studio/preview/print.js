// On paper: the article alone. A frame would be cut at its edge, so the article is put into the page itself for the time of
// printing, whether the author uses the button or the browser's own command.

import { turn } from "../../elements/direction.js";
import { adoptStyles } from "../../elements/styles.js";
import { BADGE_STYLES, RELEASE_STYLES } from "../../generated/styles.js";
import { buildFrom } from "../../core/node-stream.js";

/** @import {Manuscript} from "../manuscript.js" */

/**
 * @param {HTMLElement} paper hidden but on paper
 * @param {Manuscript} manuscript
 */
export function startPrint(paper, manuscript) {
  const root = paper.attachShadow({ mode: "open" });
  for (const sheet of [BADGE_STYLES, RELEASE_STYLES]) adoptStyles(root, sheet);
  globalThis.addEventListener("beforeprint", () => {
    const article = manuscript.reading?.article;
    if (!article) return;
    const build = (/** @type {import("../../core/node-blocks.js").Block} */ { words, text }) => buildFrom(words, text, document);
    const element = build(article.article);
    const body = build(article.body);
    body.firstElementChild?.append(...article.blocks.map(build));
    element.firstElementChild?.append(...article.before.map(build), body, ...article.after.map(build));
    turn(element.firstElementChild);
    root.replaceChildren(element);
  });
  globalThis.addEventListener("afterprint", () => root.replaceChildren());
}
