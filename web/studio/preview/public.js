// The preview as the public: on a telephone, a tablet or a desk, by day and in the dark, before and after the embargo, with
// Welsh labels, as a card where it is shared, and on paper. All of it changes what is shown, never the text.

import { embargoNotice } from "../../elements/notice.js";
import { create } from "../../elements/create.js";
import { heldUntil } from "../embargo.js";
import { rove } from "../roving.js";
import { shareCard } from "./share-card.js";

/** @import {Moment} from "../../core/types.js" */
/** @import {Manuscript, Model} from "../manuscript.js" */
/** @import {Studio} from "../studio.js" */
/** @import {PreviewPage} from "./page.js" */

/** Widths of screens in CSS pixels; null: what the window leaves. */
const WIDTHS = Object.freeze([
  { id: "all", label: "All the room", width: null, icon: "M3 5h14v10H3zM6 8l-1.500 2L6 12M14 8l1.500 2-1.500 2M5 10h10" },
  { id: "telephone", label: "Telephone", width: 390, icon: "M6.500 3h7a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM9 14.800h2" },
  { id: "tablet", label: "Tablet", width: 820, icon: "M4.500 3h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM8.500 14.800h3" },
  { id: "desk", label: "Desk", width: 1280, icon: "M3 4h14v9H3zM10 13v3.500M7 16.500h6" },
]);
const MOON = "M15.500 11.800A6 6 0 0 1 8.200 4.500a6 6 0 1 0 7.300 7.300z";
const CARD = "M3 4.500h14v11H3zM3 11h14M5.500 13.300h6";
const BRUSH = "M12.500 3.500l4 4L9 15l-4.500.500L5 11zM11 5l4 4";
const PRINTER = "M6 7V3.500h8V7M6 14H3.500V7h13v7H14M6 12h8v4.500H6z";

/** How long before and after its end an embargo is looked at. */
const MINUTE = 60_000;

/**
 * @param {HTMLElement} toolbar
 * @param {HTMLElement} stage where the frame stands
 * @param {Studio} studio
 */
export async function startPublic(toolbar, stage, studio) {
  const { manuscript, reader, preview } = studio;
  const widths = WIDTHS.map(({ id, label, width, icon }) => ({ width, button: iconButton(icon, label, { "data-width": id }) }));
  const dark = iconButton(MOON, "In the dark");
  const before = textButton("Before", "What the public sees before the embargo ends", " embargo");
  const after = textButton("After", "What the public sees after the embargo has ended", " embargo");
  const welsh = textButton("Welsh", "Welsh labels");
  const card = iconButton(CARD, "As a card where it is shared", { "aria-pressed": "false" });
  const style = iconButton(BRUSH, "With your website's style sheet", { "aria-pressed": "false" });
  const print = iconButton(PRINTER, "Print");
  toolbar.append(...widths.map(({ button }) => button), dark, create("span", { class: "break" }), welsh, before, after, create("span", { class: "gap" }), style, card, print);
  rove(toolbar);
  print.addEventListener("click", () => globalThis.print());
  welsh.addEventListener("click", () => {
    setPressed(welsh, !isPressed(welsh));
    reader.imagine({ language: isPressed(welsh) ? "cy" : null });
  });

  const page = await preview;
  startWidths(widths, stage, page.frame);
  startColours(dark, page);
  startStyleSheet(style, stage, page);
  const showCard = startCard(card, stage, page, manuscript);
  const imagineMoment = startMoments({ before, after, welsh }, page, studio);
  manuscript.addEventListener("reading", () => {
    imagineMoment();
    showCard();
  });
  if (manuscript.reading) imagineMoment();
}

/**
 * @param {readonly {width: number | null, button: HTMLElement}[]} widths
 * @param {HTMLElement} stage
 * @param {HTMLIFrameElement} frame
 */
function startWidths(widths, stage, frame) {
  /** @type {number | null} */
  let width = null;

  function fit() {
    const room = stage.clientWidth;
    const scale = width && width > room ? room / width : 1;
    frame.style.width = width ? `${width}px` : "";
    frame.style.height = scale < 1 ? `${100 / scale}%` : "";
    frame.style.transform = scale < 1 ? `scale(${scale})` : "";
    stage.classList.toggle("stage-framed", width !== null);
  }

  for (const each of widths) {
    setPressed(each.button, each.width === null);
    each.button.addEventListener("click", () => {
      width = each.width;
      for (const { button } of widths) setPressed(button, button === each.button);
      fit();
    });
  }
  new ResizeObserver(fit).observe(stage);
}

/** As the author's own device has it, until the button says otherwise. @param {HTMLElement} dark @param {PreviewPage} page */
function startColours(dark, page) {
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const colour = (/** @type {boolean} */ isDark) => {
    setPressed(dark, isDark);
    page.colours = isDark ? "dark" : "light";
  };
  colour(prefersDark.matches);
  prefersDark.addEventListener("change", ({ matches }) => colour(matches));
  dark.addEventListener("click", () => colour(!isPressed(dark)));
}

/** The style sheet of the author's website: chosen once, taken off by the next click. @param {HTMLElement} style @param {HTMLElement} stage @param {PreviewPage} page */
function startStyleSheet(style, stage, page) {
  const sheet = /** @type {HTMLInputElement} */ (create("input", { type: "file", accept: ".css,text/css", hidden: "hidden", "aria-label": "Style sheet of your website" }));
  stage.append(sheet);
  const wear = (/** @type {string | null} */ css) => {
    page.wear(css);
    setPressed(style, css !== null);
  };
  style.addEventListener("click", () => (isPressed(style) ? wear(null) : sheet.click()));
  sheet.addEventListener("change", async () => {
    const [file] = sheet.files ?? [];
    if (file) wear(await file.text());
    sheet.value = "";
  });
}

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} stage
 * @param {PreviewPage} page
 * @param {Manuscript} manuscript
 * @returns {() => void} shows the card of what was read last, where it is wanted
 */
function startCard(button, stage, page, manuscript) {
  const shared = create("div", { class: "shared", hidden: "hidden" });
  stage.append(shared);
  const show = () => {
    shared.hidden = !isPressed(button);
    page.frame.hidden = isPressed(button);
    if (isPressed(button) && manuscript.reading) shared.replaceChildren(shareCard(manuscript.reading.model, page.document));
  };
  button.addEventListener("click", () => {
    setPressed(button, !isPressed(button));
    show();
  });
  return show;
}

/**
 * Before and after the embargo.
 * @param {{before: HTMLElement, after: HTMLElement, welsh: HTMLElement}} buttons
 * @param {PreviewPage} page
 * @param {Studio} studio
 * @returns {() => void} sets the clock that the author imagines; the end of the embargo may have moved since
 */
function startMoments({ before, after, welsh }, page, { manuscript, reader }) {
  /** @type {"before" | "after" | null} */
  let moment = null;

  function imagine() {
    const end = embargoEnd(manuscript.reading?.model);
    before.hidden = after.hidden = end === null;
    if (!end) moment = null;
    setPressed(before, moment === "before");
    setPressed(after, moment === "after");
    const now = end && moment ? new Date(end.instant + (moment === "before" ? -MINUTE : MINUTE)) : null;
    if (now?.getTime() !== reader.circumstances.now?.getTime()) reader.imagine({ now });
    page.hold(moment === "before" && end ? embargoNotice(end.moment, isPressed(welsh) ? "cy" : "en") : null);
  }

  for (const [button, which] of /** @type {const} */ ([[before, "before"], [after, "after"]])) {
    button.addEventListener("click", () => {
      moment = moment === which ? null : which;
      imagine();
    });
  }
  return imagine;
}

/**
 * When the release is held back until, as far as that is certain.
 * @param {Model | undefined} model
 * @returns {{moment: Moment, instant: number} | null}
 */
function embargoEnd(model) {
  const moment = model && heldUntil(model, new Date());
  const instant = Date.parse(moment?.iso ?? "");
  return moment && !Number.isNaN(instant) ? { moment, instant } : null;
}

/**
 * @param {string} path
 * @param {string} label
 * @param {Record<string, string>} [attributes]
 */
function iconButton(path, label, attributes = {}) {
  const icon = create("svg", { viewBox: "0 0 20 20", "aria-hidden": "true" }, create("path", { d: path }));
  return create("button", { type: "button", "aria-label": label, title: label, ...attributes }, icon);
}

/**
 * @param {string} words
 * @param {string} label
 * @param {string} [more] words that only the button's name has, where room is short
 */
function textButton(words, label, more = "") {
  return create("button", { type: "button", title: label, "aria-pressed": "false" }, words, ...(more ? [create("span", { class: "unseen" }, more)] : []));
}

/** @param {HTMLElement} button @param {boolean} pressed */
function setPressed(button, pressed) {
  button.setAttribute("aria-pressed", String(pressed));
}

/** @param {HTMLElement} button */
function isPressed(button) {
  return button.getAttribute("aria-pressed") === "true";
}
