// A badge as a picture, for programs that know neither HTML nor style sheets. It looks as in an article by day.

import { BADGE_STYLES } from "../../generated/styles.js";
import { shapePath } from "../../elements/badge-view.js";

/** @import {Badge} from "../../elements/badge-view.js" */

const SVG = "http://www.w3.org/2000/svg";
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
/** In pixels. */
const SIZE = 16;
const SMALL = 13.5;
const HEIGHT = 32;
const PADDING = 10;
const GAP = 5;
const SHAPE = 14;
/** Pixels of the PNG to one of the SVG, for sharp screens and print. */
const PNG_SCALE = 4;

/**
 * @param {Badge} badge
 * @returns {SVGSVGElement}
 */
export function badgePicture({ area, word, rank, tone, notes }) {
  const colours = coloursOf(tone);
  const subject = area && writable(area);
  const grade = writable(word);
  const remarks = notes.map(writable);
  const words = [
    ...(subject ? [{ text: subject, weight: 400, size: SIZE }] : []),
    { text: grade, weight: 700, size: SIZE },
    ...remarks.map((text) => ({ text, weight: 400, size: SMALL })),
  ];
  const svg = element("svg", { xmlns: SVG, role: "img", "font-family": FAMILY, fill: colours.text });
  const title = element("title", {});
  title.textContent = [subject && `${subject}:`, grade, ...remarks.map((note) => `(${note})`)].filter(Boolean).join(" ");
  const box = element("rect", { x: 0.5, y: 0.5, height: HEIGHT - 1, rx: 5, fill: colours.background, stroke: colours.line });
  svg.append(title, box);
  let x = PADDING;
  const shape = shapePath(rank)?.getAttribute("d");
  if (shape) {
    svg.append(element("path", { d: shape, fill: colours.line, transform: `translate(${x} ${(HEIGHT - SHAPE) / 2}) scale(${SHAPE / 16})` }));
    x += SHAPE + GAP;
  }
  for (const { text, weight, size } of words) {
    const width = widthOf(text, weight, size);
    // With the width that it has here, where another machine has other letters.
    const label = element("text", { x, y: HEIGHT / 2 + SIZE * 0.35, "font-size": size, "font-weight": weight, textLength: width, lengthAdjust: "spacingAndGlyphs" });
    label.textContent = text;
    svg.append(label);
    x += width + GAP;
  }
  const width = Math.ceil(x - GAP + PADDING);
  box.setAttribute("width", String(width - 1));
  for (const [name, value] of Object.entries({ width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` })) svg.setAttribute(name, String(value));
  return svg;
}

/** Characters that XML has no way to write stand as a box: a file that has them is none. @param {string} words */
function writable(words) {
  return words.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}

/** @param {SVGSVGElement} svg */
export function svgText(svg) {
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}

/**
 * @param {SVGSVGElement} svg
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg) {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([svgText(svg)], { type: "image/svg+xml" }));
  try {
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Number(svg.getAttribute("width")) * PNG_SCALE;
    canvas.height = HEIGHT * PNG_SCALE;
    /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture could not be made."))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The colours of a tone by day, from the style sheet of the badges. @param {number} [tone] */
function coloursOf(tone) {
  const family = tone ? `tone-${tone}` : "plain";
  /** @param {"background" | "text" | "line"} part */
  const colour = (part) => {
    const found = new RegExp(`--pm-${family}-${part}:\\s*light-dark\\((#\\w+)`).exec(BADGE_STYLES)?.[1];
    if (!found) throw new Error(`the style sheet has no colour for ${family}`);
    return found;
  };
  return { background: colour("background"), text: colour("text"), line: colour("line") };
}

/** @param {string} text @param {number} weight @param {number} size */
function widthOf(text, weight, size) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  context.font = `${weight} ${size}px ${FAMILY}`;
  return Math.round(context.measureText(text).width * 10) / 10;
}

/**
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 * @returns {SVGElementTagNameMap[Name]}
 */
function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, String(value));
  return made;
}
