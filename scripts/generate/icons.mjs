#!/usr/bin/env node
// Draws the PNG icons of the studio from its icon.svg: rectangles and paths of straight lines are all that it knows, and all
// that the icon has.
//   node scripts/generate/icons.mjs OUTPUT_FOLDER
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const svg = readFileSync(fileURLToPath(new URL("../../web/studio/icon.svg", import.meta.url)), "utf8");
/** Samples of a pixel along each side. */
const SAMPLES = 4;
/** Of a maskable icon, only the circle of four fifths of its width is sure to be seen. */
const MASKABLE_SCALE = 0.78;

/** @typedef {{colour: number[], contains: (x: number, y: number) => boolean}} Shape */

/** @returns {{size: number, shapes: Shape[]}} */
function readIcon() {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
  const shapes = [...svg.matchAll(/<(rect|path) ([^>]*)\/>/g)].map(([, name, source]) => {
    const attributes = Object.fromEntries([...source.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    const colour = [1, 3, 5].map((at) => Number.parseInt(attributes.fill.slice(at, at + 2), 16));
    return { colour, contains: name === "rect" ? rectangle(attributes) : polygons(attributes.d) };
  });
  if (!size || shapes.length === 0) throw new Error("icon.svg has another form than expected");
  return { size, shapes };
}

function rectangle({ width, height, rx = 0 }) {
  const [w, h, r] = [width, height, rx].map(Number);
  return (x, y) => {
    const [dx, dy] = [Math.max(r - x, x - (w - r), 0), Math.max(r - y, y - (h - r), 0)];
    return x >= 0 && y >= 0 && x <= w && y <= h && dx * dx + dy * dy <= r * r;
  };
}

/** M, m, H, h, V, v, L, l and z alone. @param {string} d */
function polygons(d) {
  const outlines = [];
  let [x, y] = [0, 0];
  for (const [, command, numbers] of d.matchAll(/([MmHhVvLlZz])([^A-Za-z]*)/g)) {
    const values = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
    const [fromX, fromY] = command === command.toLowerCase() ? [x, y] : [0, 0];
    const kind = command.toLowerCase();
    if (kind === "z") [x, y] = outlines.at(-1)[0];
    else if (kind === "h") outlines.at(-1).push([(x = fromX + values[0]), y]);
    else if (kind === "v") outlines.at(-1).push([x, (y = fromY + values[0])]);
    else {
      if (kind === "m") outlines.push([]);
      let base = [fromX, fromY];
      for (let at = 0; at < values.length; at += 2) {
        outlines.at(-1).push(([x, y] = [base[0] + values[at], base[1] + values[at + 1]]));
        if (command === command.toLowerCase()) base = [x, y];
      }
    }
  }
  return (px, py) => outlines.filter((outline) => isInside(outline, px, py)).length % 2 === 1;
}

function isInside(outline, x, y) {
  let inside = false;
  outline.forEach(([x1, y1], index) => {
    const [x2, y2] = outline[(index + 1) % outline.length];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/**
 * @param {number} pixels side of the picture
 * @param {{maskable?: boolean}} [options] maskable: the ground fills the whole picture
 */
function draw(pixels, { maskable = false } = {}) {
  const { size, shapes } = readIcon();
  const [ground, ...marks] = shapes;
  const scale = maskable ? MASKABLE_SCALE : 1;
  const rows = [];
  for (let row = 0; row < pixels; row++) {
    const line = Buffer.alloc(1 + pixels * 4);
    for (let column = 0; column < pixels; column++) {
      const sum = [0, 0, 0, 0];
      const place = (at) => (at / pixels - 0.5) * (size / scale) + size / 2;
      const shapeAt = (dx, dy) => {
        const [x, y] = [place(column + dx), place(row + dy)];
        return marks.findLast(({ contains }) => contains(x, y)) ?? (maskable || ground.contains(x, y) ? ground : null);
      };
      const corner = shapeAt(0, 0);
      const isEven = shapeAt(1, 0) === corner && shapeAt(0, 1) === corner && shapeAt(1, 1) === corner;
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
        const shape = isEven ? corner : shapeAt(((sample % SAMPLES) + 0.5) / SAMPLES, (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES);
        if (shape) [...shape.colour, 255].forEach((value, index) => (sum[index] += value));
      }
      const covered = sum[3] / 255;
      sum.forEach((value, index) => (line[1 + column * 4 + index] = Math.round(value / (index === 3 ? SAMPLES * SAMPLES : covered || 1))));
    }
    rows.push(line);
  }
  return png(pixels, Buffer.concat(rows));
}

/** @param {number} pixels @param {Buffer} data lines of RGBA, each after the number of its filter */
function png(pixels, data) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(pixels, 0);
  header.writeUInt32BE(pixels, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), chunk("IHDR", header), chunk("IDAT", deflateSync(data, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: icons.mjs OUTPUT_FOLDER");
writeFileSync(join(folder, "icon-192.png"), draw(192));
writeFileSync(join(folder, "icon-512.png"), draw(512));
writeFileSync(join(folder, "icon-maskable-512.png"), draw(512, { maskable: true }));
