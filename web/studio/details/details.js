// The form for what stands at the head of a release: headline, dates, area, language, picture. It edits the same text as
// the editor, by ranges, and never rewrites the rest. While an edit is not yet read, further keystrokes wait for it.

import { create } from "../../elements/create.js";
import { momentWords } from "../../elements/release-words.js";
import { FrontMatter } from "./front-matter.js";
import { writeHeadline } from "./headline.js";

/** @import {Moment} from "../../core/types.js" */
/** @import {Edit} from "../editor/editor.js" */
/** @import {Model} from "../manuscript.js" */
/** @import {Studio} from "../studio.js" */

/** What a field reads from and writes to. @typedef {{text: string, model: Model, matter: FrontMatter}} Head */

/**
 * One line of the form.
 * @typedef {object} Field
 * @property {string} id
 * @property {string} label
 * @property {string} [hint]
 * @property {"line" | "text" | "moment" | "language" | "address"} kind
 * @property {readonly [string, ...string[]]} paths where the value may stand; a new one goes to the first
 * @property {(head: Head) => string} [read]
 * @property {(head: Head, words: string) => Edit[] | null} [write]
 * @property {(model: Model) => Moment | null} [moment]
 */

/** @type {readonly Field[]} */
const FIELDS = Object.freeze([
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
  { id: "language", label: "Language", kind: "language", paths: ["language", "lang", "og.locale", "og:locale"] },
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
]);

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function startDetails(panel, { manuscript, editor }) {
  const views = FIELDS.map((field) => new FieldView(field));
  const locked = create("p", { class: "form-locked", role: "status" });
  const form = create("form", { class: "details" }, locked, ...views.map(({ element }) => element));
  panel.append(create("h2", { class: "unseen" }, "Details of the release"), form);
  form.addEventListener("submit", (event) => event.preventDefault());

  /** Whether the next keystroke begins a step of undo. */
  let isFirst = true;
  form.addEventListener("focusin", () => (isFirst = true));
  /** Fields whose keystrokes came before the last one was read. @type {Set<FieldView>} */
  const waiting = new Set();
  for (const view of views) {
    view.element.addEventListener("input", () => {
      if (manuscript.currentReading) write(view);
      else waiting.add(view);
    });
  }

  /** @param {FieldView} view */
  function write(view) {
    const head = headNow();
    const edits = head && view.edits(head);
    if (!edits || edits.length === 0) return;
    editor.edit(edits, { typing: isFirst ? "first" : "further" });
    isFirst = false;
  }

  /** @returns {Head | null} */
  function headNow() {
    const reading = manuscript.currentReading;
    if (!reading) return null;
    const { text, model } = reading;
    return { text, model, matter: new FrontMatter(text, model.frontMatter, model.metadata) };
  }

  manuscript.addEventListener("reading", () => {
    const head = headNow();
    if (!head) return;
    const [next] = waiting;
    if (next) {
      waiting.delete(next);
      write(next);
      if (!manuscript.currentReading) return;
    }
    const broken = !head.matter.isEditable || (!head.model.frontMatter && head.model.diagnostics.some(({ code, severity }) => severity === "error" && code.startsWith("front-matter")));
    locked.textContent = broken ? "The lines at the head of the text cannot be read as they are. Mend them first: the checks say how." : "";
    for (const view of views) view.show(head, broken);
  });
}

class FieldView {
  #field;
  #input;
  /** The time of a date. @type {HTMLInputElement | null} */
  #time = null;
  #note = create("p", { class: "field-note" });
  #remark = create("p", { class: "field-remark" });
  element;

  /** @param {Field} field */
  constructor(field) {
    this.#field = field;
    const { id, label, hint, kind } = field;
    this.#note.id = `${id}-note`;
    this.#remark.id = `${id}-remark`;
    const described = { id: `field-${id}`, "aria-describedby": `${id}-note ${id}-remark` };
    this.#input = /** @type {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} */ (inputFor(kind, described));
    const row = create("div", { class: "field-row" }, this.#input);
    if (kind === "moment") {
      this.#time = /** @type {HTMLInputElement} */ (create("input", { type: "time", "aria-label": `${label}: time`, "aria-describedby": described["aria-describedby"] }));
      row.append(this.#time);
    }
    this.#note.textContent = hint ?? "";
    this.element = create("div", { class: "field" }, create("label", { for: described.id }, label), row, this.#note, this.#remark);
  }

  /**
   * What has to change in the text for it to say what the field says.
   * @param {Head} head
   */
  edits(head) {
    const { write, paths } = this.#field;
    const words = this.#words();
    if (words === this.#wordsIn(head)) return [];
    return write ? write(head, words) : head.matter.write(paths, words);
  }

  /**
   * Fills the field from the text, but never while it is being written in.
   * @param {Head} head
   * @param {boolean} broken
   */
  show(head, broken) {
    const { hint, moment, paths } = this.#field;
    const found = head.matter.find(paths);
    const isList = found !== null && found.entry.value.kind === "list";
    for (const input of this.#inputs) input.disabled = broken || isList;
    if (!this.#inputs.includes(/** @type {HTMLInputElement} */ (document.activeElement))) this.#fill(this.#wordsIn(head));
    const read = moment?.(head.model);
    const words = read ? momentWords(read, "en") : (hint ?? "");
    this.#note.textContent = isList ? "This is a list: change it in the text." : words;
    const place = found?.entry;
    const remarks = place ? head.model.diagnostics.filter(({ start, end }) => start < Math.max(place.value.end, place.place.end + 1) && end > place.place.start) : [];
    this.#remark.textContent = remarks.map(({ message }) => message).join(" ");
    for (const input of this.#inputs) {
      if (remarks.some(({ severity }) => severity === "error")) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    }
  }

  get #inputs() {
    return this.#time ? [this.#input, this.#time] : [this.#input];
  }

  /** What the field says, as it would stand in the text. */
  #words() {
    const words = this.#input.value.trim();
    return this.#time?.value && words ? `${words} ${this.#time.value}` : words;
  }

  /** What the text says, as the field would say it. @param {Head} head */
  #wordsIn(head) {
    const { read, paths, moment } = this.#field;
    if (moment) return localWords(moment(head.model));
    return read ? read(head) : (head.matter.read(paths) ?? "");
  }

  /** @param {string} words */
  #fill(words) {
    const [date = "", time = ""] = this.#time ? words.split(" ") : [words];
    if (this.#input instanceof HTMLSelectElement) this.#offer(date);
    if (this.#input.value !== date) this.#input.value = date;
    if (this.#time && this.#time.value !== time) this.#time.value = time;
  }

  /** A language that is not among the choices becomes one. @param {string} language */
  #offer(language) {
    const select = /** @type {HTMLSelectElement} */ (this.#input);
    if ([...select.options].some(({ value }) => value === language)) return;
    select.append(create("option", { value: language }, language));
  }
}

/** "2027-03-14 09:30" as the zone's clock shows it. @param {Moment | null} moment */
function localWords(moment) {
  const [, date = "", time = ""] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(moment?.iso ?? "") ?? [];
  return time ? `${date} ${time}` : date;
}

/**
 * @param {Field["kind"]} kind
 * @param {Record<string, string>} attributes
 */
function inputFor(kind, attributes) {
  if (kind === "text") return create("textarea", { ...attributes, rows: 2, spellcheck: "true" });
  if (kind === "moment") return create("input", { ...attributes, type: "date" });
  if (kind === "address") return create("input", { ...attributes, type: "text", inputmode: "url", spellcheck: "false" });
  if (kind === "line") return create("input", { ...attributes, type: "text", spellcheck: "true" });
  const options = [create("option", { value: "" }, "Not stated (English)"), create("option", { value: "en-GB" }, "English"), create("option", { value: "cy" }, "Welsh")];
  // An empty value is one, too.
  options[0]?.setAttribute("value", "");
  return create("select", attributes, ...options);
}
