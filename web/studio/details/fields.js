// The lines of the form: what each is called, and where in the front matter it reads and writes.

import { contactParts } from "./contact-line.js";
import { FrontMatter } from "./front-matter.js";
import { writeHeadline } from "./headline.js";

/** @import {Diagnostic, Moment} from "../../core/types.js" */
/** @import {Edit} from "../editor/editor.js" */
/** @import {Model, Reading} from "../manuscript.js" */
/** @import {Found} from "./front-matter.js" */

/**
 * What a field reads from and writes to, and what the core says of the fields, by their ids.
 * @typedef {{text: string, model: Model, matter: FrontMatter, remarks: ReadonlyMap<string, readonly Diagnostic[]>}} Head
 */

/** What can be chosen. @typedef {{value: string, label: string}} Choice */

/**
 * One line of the form.
 * @typedef {object} Field
 * @property {string} id
 * @property {string} label
 * @property {string} [hint]
 * @property {"line" | "text" | "moment" | "choice" | "address"} kind
 * @property {readonly Choice[]} [choices]
 * @property {readonly [string, ...string[]]} paths where the value may stand; a new one goes to the first
 * @property {(head: Head) => Found | null} [find]
 * @property {(head: Head) => string} [read]
 * @property {(head: Head, words: string) => Edit[] | null} [write]
 * @property {(model: Model) => Moment | null} [moment]
 */

const LANGUAGES = Object.freeze([
  { value: "", label: "Not stated (English)" },
  { value: "en-GB", label: "English" },
  { value: "cy", label: "Welsh" },
]);

const STATES = Object.freeze([
  { value: "", label: "Not stated" },
  { value: "draft", label: "Draft" },
  { value: "embargoed", label: "Under embargo" },
  { value: "published", label: "Published" },
  { value: "corrected", label: "Corrected" },
  { value: "withdrawn", label: "Withdrawn" },
]);

/** @type {readonly Field[]} */
export const FIELDS = Object.freeze([
  {
    id: "headline",
    label: "Headline",
    kind: "text",
    paths: ["title"],
    read: ({ model }) => model.title ?? "",
    write: ({ text, model, matter }, words) => writeHeadline(text, model, matter, words),
  },
  { id: "summary", label: "Summary", hint: "One sentence, shown under the headline and when the release is shared.", kind: "text", paths: ["summary", "description", "og.description", "og:description"] },
  { id: "published", label: "Published", kind: "moment", paths: ["published", "publish.date", "date", "pubdate", "publishDate"], moment: ({ published }) => published },
  { id: "embargo", label: "Embargo until", hint: "Empty: no embargo.", kind: "moment", paths: ["embargo", "embargo.until", "embargoUntil", "publish.embargo"], moment: ({ embargo }) => embargo },
  { id: "area", label: "Area", hint: "The place or force that the release is about.", kind: "line", paths: ["area"] },
  { id: "language", label: "Language", kind: "choice", choices: LANGUAGES, paths: ["language", "lang", "og.locale", "og:locale"] },
  { id: "image", label: "Picture", hint: "Its address, such as https://… or a file name.", kind: "address", paths: ["image", "image.src", "image.url", "og.image", "og:image"] },
  {
    id: "image-alt",
    label: "What the picture shows",
    hint: "For readers who cannot see it.",
    kind: "line",
    paths: ["image_alt", "image.alt", "imageAlt", "og.image:alt", "og.image.alt", "og:image:alt"],
    write: ({ matter }, words) => {
      const isMap = matter.find(["image"])?.entry.value.kind === "map";
      const paths = FIELDS.find(({ id }) => id === "image-alt")?.paths ?? ["image_alt"];
      return matter.write(isMap ? ["image.alt", ...paths] : paths, words);
    },
  },
  {
    id: "status",
    label: "Where it stands",
    kind: "choice",
    choices: STATES,
    paths: ["status", "status.state"],
    write: ({ matter }, words) => matter.write(matter.find(["status"])?.entry.value.kind === "map" ? ["status.state"] : ["status"], words),
  },
  { id: "status-reason", label: "Reason", hint: "What readers are told of a correction or withdrawal.", kind: "line", paths: ["status.reason"] },
]);

/**
 * A part of the form for a list: any number of the same few lines.
 * @typedef {object} ListField
 * @property {string} id
 * @property {string} title of the part
 * @property {string} one what an item is called
 * @property {string} hint
 * @property {string} [plain] what an item says that is a line of words: the value of this key
 * @property {{label: string, parts: (model: Model, words: string) => {key: string, words: string}[] | null}} [line] where such
 *   an item says several things: how it is called, and what the core reads in it, if that is all of it
 * @property {readonly [string, ...string[]]} paths where the list may stand; a new one goes to the first
 * @property {readonly {id: string, label: string, hint?: string, kind: "line" | "text" | "address", keys: readonly [string, ...string[]]}[]} fields
 *   keys: what the line may be called in an item; a new one is called by the first
 */

/** @type {readonly ListField[]} */
export const LISTS = Object.freeze([
  {
    id: "contacts",
    title: "Contacts for the press",
    one: "Contact",
    hint: "Whom a reporter can call or write to.",
    line: { label: "Name, telephone and e-mail", parts: contactParts },
    paths: ["contacts", "contact"],
    fields: [
      { id: "name", label: "Name", kind: "line", keys: ["name"] },
      { id: "role", label: "Role", kind: "line", keys: ["role", "job", "title"] },
      { id: "organisation", label: "Organisation", kind: "line", keys: ["organisation", "organization", "org"] },
      { id: "telephone", label: "Telephone", kind: "line", keys: ["telephone", "tel", "phone"] },
      { id: "email", label: "E-mail", kind: "address", keys: ["email", "e-mail", "mail"] },
    ],
  },
  {
    id: "attachments",
    title: "Files to download",
    one: "File",
    hint: "Reports, pictures and tables that go with the release.",
    plain: "url",
    paths: ["attachments", "attachment"],
    fields: [
      { id: "url", label: "Address", kind: "address", keys: ["url", "href", "file", "link"] },
      { id: "title", label: "Title", kind: "line", keys: ["title", "name"] },
      { id: "size", label: "Size", hint: "Such as 1.2 MB.", kind: "line", keys: ["size"] },
    ],
  },
  {
    id: "history",
    title: "What was changed",
    one: "Change",
    hint: "Told to readers below the text.",
    plain: "note",
    paths: ["history", "changes"],
    fields: [
      { id: "date", label: "Date", hint: "Such as 4 May 2026.", kind: "line", keys: ["date"] },
      { id: "note", label: "What was changed", kind: "text", keys: ["note", "change", "text", "reason", "what"] },
    ],
  },
]);

/** @param {Reading} reading @returns {Head} */
export function headOf({ text, model }) {
  const matter = new FrontMatter(text, model.frontMatter, model.metadata);
  /** @type {Map<string, Diagnostic[]>} */
  const remarks = new Map();
  const head = { text, model, matter, remarks };
  for (const diagnostic of model.diagnostics) {
    const field = fieldFor(head, diagnostic);
    if (field !== null) remarks.set(field, [...(remarks.get(field) ?? []), diagnostic]);
  }
  return head;
}

/** Remarks that are answered elsewhere than in the line at which they are made. @type {Readonly<Record<string, string>>} */
const ANSWERS = Object.freeze({ "release-status-without-reason": "status-reason", "release-image-without-text": "image-alt" });

/**
 * The line of the form in which a remark can be answered.
 * @param {Head} head
 * @param {Diagnostic} diagnostic
 * @returns {string | null} its id
 */
function fieldFor(head, { code, start, end }) {
  const { model, matter } = head;
  if (code === "release-no-headline") return "headline";
  if (!model.frontMatter || start >= model.frontMatter.end || !matter.isEditable) return null;
  /** @param {Found | null} found */
  const isThere = (found) => found !== null && start < Math.max(found.entry.value.end, found.entry.place.end + 1) && end > found.entry.place.start;
  const field = FIELDS.find((each) => isThere(each.find ? each.find(head) : matter.find(each.paths)));
  return ANSWERS[code] ?? field?.id ?? fieldOfList(matter, isThere);
}

/**
 * @param {FrontMatter} matter
 * @param {(found: Found | null) => boolean} isThere
 * @returns {string | null}
 */
function fieldOfList(matter, isThere) {
  for (const { id, paths, fields, plain, line } of LISTS) {
    for (const index of matter.items(paths).keys()) {
      const field = fields.find(({ keys }) => isThere(matter.findInItem(paths, index, keys, plain)));
      if (field) return `${id}-${index}-${field.id}`;
      if (line && isThere(matter.findLine(paths, index))) return `${id}-${index}-line`;
    }
  }
  return null;
}
