// Whether a release can go out: what it must have, what it should have, and where each is mended.

import { momentWords } from "../../elements/release-words.js";
import { heldUntil, isWithoutEnd } from "../embargo.js";
import { readingLevel } from "./reading.js";

/** @import {Model} from "../manuscript.js" */

/**
 * What only the shown article tells.
 * @typedef {{pictures: {alt: string | null}[], links: string[], paragraphs: string[], words: string}} Survey
 */

/**
 * One question and its answer. `state`: good; look (worth another look); missing (it cannot go out so); none (it has
 * nothing of the kind, which is fine). `field`: of the form, where it is filled in; `words`: where it stands in the text.
 * @typedef {{id: string, state: "good" | "look" | "missing" | "none", title: string, detail: string, field?: string, words?: string}} Answer
 */

/** Above this age, readers of a newspaper begin to stumble. */
const OLDEST_AGE = 16;

/**
 * @param {Model} model
 * @param {Survey} survey
 * @param {Date} now
 * @returns {Answer[]}
 */
export function readiness(model, survey, now = new Date()) {
  return [headline(model), published(model), embargo(model, now), contact(model, survey), pictures(model, survey), grades(model), links(survey), reading(model, survey)];
}

/** @param {Model} model @returns {Answer} */
function headline({ title }) {
  if (title) return { id: "headline", state: "good", title: "Headline", detail: title, field: "headline" };
  return { id: "headline", state: "missing", title: "Headline", detail: "There is none yet.", field: "headline" };
}

/** @param {Model} model @returns {Answer} */
function published({ published: moment, diagnostics }) {
  const base = { id: "published", title: "Date", field: "published" };
  if (moment) return { ...base, state: "good", detail: momentWords(moment, "en") };
  const unreadable = diagnostics.some(({ code, severity }) => severity === "error" && /^release-(date|time)/.test(code));
  return { ...base, state: "missing", detail: unreadable ? "It cannot be read: see the remarks." : "No day of publication is stated." };
}

/** @param {Model} model @param {Date} now @returns {Answer} */
function embargo(model, now) {
  const { embargo: moment, state } = model;
  const base = { id: "embargo", title: "Embargo", field: "embargo" };
  if (moment) {
    const over = moment.iso !== null && new Date(moment.iso) <= now;
    return { ...base, state: "good", detail: `${over ? "It ended" : "Until"} ${momentWords(moment, "en")}.` };
  }
  if (state === "live") return { ...base, state: "none", detail: "None." };
  if (heldUntil(model, now)) return { ...base, state: "good", detail: `Held back until the day of publication.` };
  const reason = isWithoutEnd(model) ? "Nothing says when it ends" : "It cannot be read";
  return { ...base, state: "missing", detail: `${reason}, so the release would stay hidden.` };
}

/** @param {Model} model @param {Survey} survey @returns {Answer} */
function contact({ contacts }, { links: addresses, words }) {
  const base = { id: "contact", title: "Contact for the press", field: "contacts" };
  const named = contacts.some(({ telephone, email }) => telephone !== null || email !== null);
  const linked = addresses.some((address) => /^(mailto|tel):/i.test(address));
  // Written out without a link: an address, or a telephone number of ten digits or more.
  const written = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i.test(words) || /(?:\+|\b0)(?:[\s()-]?\d){9,}/.test(words);
  if (named || linked || written) return { ...base, state: "good", detail: "A reporter can reach you." };
  if (contacts.length > 0) return { ...base, state: "look", detail: "One is named, with neither a telephone number nor an address of e-mail." };
  return { ...base, state: "missing", detail: "Say whom a reporter can call or write to." };
}

/** @param {Model} model @param {Survey} survey @returns {Answer} */
function pictures({ image }, { pictures: all }) {
  const base = { id: "pictures", title: "Pictures" };
  if (all.length === 0) return { ...base, state: "none", detail: "None." };
  const silent = all.filter(({ alt }) => !alt?.trim()).length;
  if (silent === 0) return { ...base, state: "good", detail: `${count(all.length, "picture has", "pictures have")} words for readers who cannot see.` };
  if (all.length === 1) return { ...base, state: "missing", detail: "It says nothing to readers who cannot see it.", ...(image && image.alt === null && { field: "image-alt" }) };
  const detail = `${silent} of ${all.length} ${silent === 1 ? "says" : "say"} nothing to readers who cannot see.`;
  return { ...base, state: "missing", detail, ...(image && image.alt === null && { field: "image-alt" }) };
}

/** @param {Model} model @returns {Answer} */
function grades({ grades: all, diagnostics, inspection }) {
  const base = { id: "grades", title: "Grades" };
  if (diagnostics.some(({ severity, code }) => severity !== "info" && /^(grades|scales)-/.test(code))) {
    return { ...base, state: "look", detail: "Some are doubtful: see the remarks." };
  }
  const current = all.filter(({ when }) => when === "current");
  if (current.length === 0) return { ...base, state: "none", detail: "The text states none." };
  const detected = current.filter(({ source }) => source === "detected").length;
  if (detected === 0) return { ...base, state: "good", detail: `${count(current.length, "grade is", "grades are")} declared${inspection.report ? ", with a link to the report" : ". A link to the report would prove it: “report:” below “inspection:”"}.` };
  return { ...base, state: "good", detail: detected === 1 ? "One grade is read from the text, with its sentence. You can declare it." : `${detected} grades are read from the text, each with its sentence. You can declare them.` };
}

/** @param {Survey} survey @returns {Answer} */
function links({ links: addresses }) {
  const base = { id: "links", title: "Links" };
  const open = addresses.filter((address) => /^http:/i.test(address));
  if (addresses.length === 0) return { ...base, state: "none", detail: "None." };
  if (open.length === 0) return { ...base, state: "good", detail: `${count(addresses.length, "link", "links")}, none without https.` };
  return { ...base, state: "look", detail: `${open.length === 1 ? "One begins" : `${open.length} begin`} with http: and not https: ${open[0]}`, words: /** @type {string} */ (open[0]) };
}

/** @param {Model} model @param {Survey} survey @returns {Answer} */
function reading({ language }, { paragraphs }) {
  const base = { id: "reading", title: "Easy to read" };
  if (language && !/^en\b/i.test(language)) return { ...base, state: "none", detail: "Measured for English alone." };
  const level = readingLevel(paragraphs);
  if (!level) return { ...base, state: "none", detail: "Too short to say." };
  const perSentence = Math.round(level.words / level.sentences);
  const detail = `Understood from about ${level.age} years of age, with ${perSentence} words to a sentence.`;
  return level.age <= OLDEST_AGE ? { ...base, state: "good", detail } : { ...base, state: "look", detail: `${detail} Shorter sentences help.` };
}

/** @param {number} number @param {string} one @param {string} more */
function count(number, one, more) {
  return number === 1 ? `One ${one}` : `${number} ${more}`;
}

/**
 * What a block of the article tells. A block stays the same element while nothing but its words changes, so that a long
 * article need not be looked through again after each of the author's pauses.
 * @type {WeakMap<Element, Survey>}
 */
const surveyed = new WeakMap();

/**
 * Looks at the article in the preview.
 * @param {Document} page
 * @returns {Survey}
 */
export function survey(page) {
  const body = page.querySelector(".pm-body");
  const around = [...page.querySelectorAll(".pm-article > :not(.pm-body)")].map((element) => ({ ...surveyOf(element), paragraphs: [], words: "" }));
  return together([...around, ...[...(body?.children ?? [])].map(surveyOf)]);
}

/** @param {Element} block @returns {Survey} */
function surveyOf(block) {
  const words = block.textContent ?? "";
  const known = surveyed.get(block);
  if (known?.words === words) return known;
  /** @param {string} selector */
  const all = (selector) => [...(block.matches(selector) ? [block] : []), ...block.querySelectorAll(selector)];
  const found = {
    pictures: all("img").map((image) => ({ alt: image.getAttribute("alt") })),
    links: all(".pm-body a[href], .pm-note a[href]").map((link) => link.getAttribute("href") ?? "").filter((href) => !href.startsWith("#")),
    paragraphs: all("p, li").filter((element) => !element.querySelector("p, li")).map((element) => element.textContent ?? ""),
    words,
  };
  surveyed.set(block, found);
  return found;
}

/** @param {readonly Survey[]} parts @returns {Survey} */
function together(parts) {
  return {
    pictures: parts.flatMap(({ pictures }) => pictures),
    links: parts.flatMap(({ links }) => links),
    paragraphs: parts.flatMap(({ paragraphs }) => paragraphs),
    words: parts.map(({ words }) => words).join("\n"),
  };
}
