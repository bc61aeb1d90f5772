// The window in which the author takes the release along: each form to copy or to save, the badges as pictures, paper, and a
// link that carries the text.

import { create } from "../../elements/create.js";
import { entriesOf } from "../../elements/release-grades.js";
import { languageOf } from "../../elements/words.js";
import { momentWords } from "../../elements/release-words.js";
import { Dialog } from "../dialog.js";
import { fileName, nameOf } from "../drafts/name.js";
import { heldUntil } from "../embargo.js";
import { attempt, tell } from "../notices.js";
import { badgePicture, pngOf, svgText } from "./badge.js";
import { copyText } from "./copy.js";
import { linkTo } from "./link.js";
import { OUTPUTS } from "./outputs.js";
import { saveFile } from "./save.js";

/** @import {Badge} from "../../elements/badge-view.js" */
/** @import {Release} from "../../core/release.js" */
/** @import {Studio} from "../studio.js" */
/** @import {Output} from "./outputs.js" */

/** Longer links are cut by some mail programs and messengers. */
const SAFE_LINK = 2000;
/** Longer ones by browsers. */
const LONGEST_LINK = 32_000;

/**
 * @param {HTMLElement} place in the bar
 * @param {Studio} studio
 */
export function startExport(place, { manuscript, reader }) {
  const dialog = new Dialog("export-window", "Export");
  const button = create("button", { type: "button", class: "quiet", "aria-haspopup": "dialog" }, "Export");
  place.append(button);
  button.addEventListener("click", async () => {
    // The forms of last time are those of an older text.
    dialog.body.replaceChildren();
    dialog.open();
    try {
      show(await reader.publish());
    } catch (error) {
      dialog.body.replaceChildren(create("p", { role: "alert" }, `The release could not be read: ${error instanceof Error ? error.message : error}`), markdownRow());
    }
  });

  /** @param {Release} release */
  function show(release) {
    // Of this release: what the studio has read so far may be older.
    const file = fileName(release.title ?? nameOf(manuscript));
    const { text } = manuscript;
    const rows = OUTPUTS.map((output) => outputRow(output, () => output.make(release, text, file), file));
    const language = languageOf(release.language);
    const badges = entriesOf(release.grades, language).flatMap(({ now }) => (now ? [now] : []));
    dialog.body.replaceChildren(
      ...warnings(release),
      create("ul", {}, ...rows, paperRow(), linkRow(text)),
      ...(badges.length > 0 ? [create("h3", {}, "Badges as pictures"), create("ul", {}, ...badges.map((badge) => badgeRow(badge, file)))] : []),
    );
  }

  function markdownRow() {
    const [markdown] = OUTPUTS;
    return create("ul", {}, outputRow(/** @type {Output} */ (markdown), () => manuscript.text, fileName(nameOf(manuscript))));
  }

  function paperRow() {
    return row("Paper or PDF", "The article alone; PDF is one of the printers.", [
      action("Print", "Paper or PDF", () => {
        dialog.close();
        globalThis.print();
      }),
    ]);
  }
}

/**
 * What whoever gets the release should not learn too late.
 * @param {Release} release
 */
function warnings(release) {
  const until = heldUntil(release, new Date());
  const errors = release.diagnostics.filter(({ severity }) => severity === "error").length;
  const words = [
    release.state === "embargoed" && `Under embargo${until ? ` until ${momentWords(until, "en")}` : ""}. What you take along holds the whole text, and nothing in it keeps others from reading it.`,
    errors > 0 && `${errors === 1 ? "One fault is" : `${errors} faults are`} still to be mended: see the checks.`,
  ];
  return words.filter((each) => each !== false).map((each) => create("p", { class: "output-warning" }, each));
}

/**
 * @param {Output} output
 * @param {() => string} make
 * @param {string} file
 */
function outputRow({ id, name, words, ending, type }, make, file) {
  const ready = row(name, words, [
    action("Copy", name, async () => tell((await copyText(make())) ? `${name}: copied.` : "The browser does not let the page copy. Save it as a file.")),
    action("Save", name, () => saveFile({ name: `${file}${id === "fragment" ? "-article" : id === "embed" ? "-embed" : ""}.${ending}`, type, content: make() })),
  ]);
  ready.dataset["output"] = id;
  return ready;
}

/**
 * @param {Badge} badge
 * @param {string} file
 */
function badgeRow(badge, file) {
  const picture = badgePicture(badge);
  const name = `${badge.area} ${badge.word}`.trim();
  const path = `${file}-${fileName(name)}`;
  const shown = create("div", { class: "output-picture" }, picture);
  const actions = create(
    "div",
    { class: "output-actions" },
    action("SVG", name, () => saveFile({ name: `${path}.svg`, type: "image/svg+xml", content: svgText(picture) })),
    action("PNG", name, async () => saveFile({ name: `${path}.png`, type: "image/png", content: await pngOf(picture) })),
  );
  return create("li", { class: "output", "data-badge": badge.area }, shown, actions);
}

/** @param {string} text */
function linkRow(text) {
  const words = create("p", { class: "output-words" }, "Carries the whole text in itself; no server sees it. Whoever has the link can read the release.");
  const copy = action("Copy", "Link to this text", async () => {
    const link = await linkTo(text);
    if (link.length > LONGEST_LINK) return tell("The text is too long for a link. Save it as a file.");
    const isLong = link.length > SAFE_LINK ? ` It has ${link.length.toLocaleString("en-GB")} characters, which some mail programs cut: try it, or send the file.` : "";
    const isLocal = location.protocol === "file:" ? " It opens only where the same file is in the same place." : "";
    tell((await copyText(link)) ? `Link copied.${isLong}${isLocal}` : "The browser does not let the page copy.");
  });
  return create("li", { class: "output", "data-output": "link" }, create("div", {}, create("p", { class: "output-name" }, "Link to this text"), words), create("div", { class: "output-actions" }, copy));
}

/**
 * @param {string} name
 * @param {string} words
 * @param {readonly HTMLElement[]} actions
 */
function row(name, words, actions) {
  const title = create("p", { class: "output-name" }, name);
  return create("li", { class: "output" }, create("div", {}, title, create("p", { class: "output-words" }, words)), create("div", { class: "output-actions" }, ...actions));
}

/**
 * @param {string} label
 * @param {string} of
 * @param {() => unknown} run
 */
function action(label, of, run) {
  const button = create("button", { type: "button", class: "small" }, label, create("span", { class: "unseen" }, `: ${of}`));
  button.addEventListener("click", () => attempt(run));
  return button;
}
