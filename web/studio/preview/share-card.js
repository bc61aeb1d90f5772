// How a release looks where somebody shares it: picture, headline and summary, as social networks and messengers cut them.

import { create } from "../../elements/create.js";

/** @import {Model} from "../manuscript.js" */

/** What most of them show. */
const TITLE_LENGTH = 70;
const SUMMARY_LENGTH = 160;

/**
 * @param {Model} model
 * @param {Document} page of the preview: without a summary, the first words of the text stand in
 * @returns {HTMLElement}
 */
export function shareCard({ title, summary, url, image }, page) {
  const opening = page.querySelector(".pm-body p")?.textContent ?? "";
  const words = summary ?? opening;
  const address = url && /^https?:/.test(url) ? new URL(url).host : "your-website.example";
  const card = create("article", { class: "card", "aria-label": "Card" });
  card.append(pictureOf(image));
  const text = create("div", { class: "card-text" }, create("p", { class: "card-site" }, address), create("p", { class: "card-title" }, cut(title ?? "No headline", TITLE_LENGTH)));
  if (words) text.append(create("p", { class: "card-summary" }, cut(words, SUMMARY_LENGTH)));
  card.append(text);
  const notes = [
    (title?.length ?? 0) > TITLE_LENGTH ? `The headline has ${title?.length} characters; about ${TITLE_LENGTH} are shown.` : "",
    summary ? "" : "There is no summary, so the first words stand in for it.",
  ].filter(Boolean);
  return create("div", { class: "shared-card" }, card, ...notes.map((note) => create("p", { class: "card-note" }, note)));
}

/** @param {Model["image"]} image */
function pictureOf(image) {
  if (!image || !/^https?:|^[^:]*$/.test(image.src)) return empty("No picture: most networks show a grey box, or nothing.");
  const picture = create("img", { src: image.src, alt: image.alt ?? "", referrerpolicy: "no-referrer" });
  picture.addEventListener("error", () => picture.replaceWith(empty("The picture cannot be reached from here. It is looked for where the release says.")));
  return picture;
}

/** @param {string} words */
function empty(words) {
  return create("p", { class: "card-empty" }, words);
}

/** At the end of a word, with an ellipsis. @param {string} text @param {number} length */
function cut(text, length) {
  const words = text.replace(/\s+/g, " ").trim();
  if (words.length <= length) return words;
  const end = words.lastIndexOf(" ", length - 1);
  return `${words.slice(0, end > 0 ? end : length - 1)}…`;
}
