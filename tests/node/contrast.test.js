// Every pair of colours of the badges and notices, by the formula of WCAG 2, from the tokens themselves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = ["tokens.css", "tokens-article.css"]
  .map((name) => readFileSync(new URL(`../../web/styles/${name}`, import.meta.url), "utf8"))
  .join("\n");

const HEX = "#(?:[0-9a-f]{3}){1,2}";
const themed = new Map(
  [...css.matchAll(new RegExp(`(--pm-[a-z0-9-]+): light-dark\\((${HEX}), (${HEX})\\);`, "g"))].map(([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

/** Pages in common use; outlines must be seen on each of them. */
const PAGES = { light: ["#ffffff", "#f3f2f1"], dark: ["#000000", "#121212", "#1e1e1e"] };

/** Relative luminance of "#rrggbb" or "#rgb". */
function luminance(short) {
  const hex = short.length === 4 ? short.replace(/[0-9a-f]/g, "$&$&") : short;
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

test("the formula gives the known values", () => {
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.ok(Math.abs(contrast("#767676", "#ffffff") - 4.54) < 0.01);
});

test("every colour has a light and a dark value", () => {
  assert.equal(css.match(/#[0-9a-f]{3,8}\b/g).length, 2 * themed.size);
});

const families = ["notice", "plain", ...[1, 2, 3, 4, 5].map((tone) => `tone-${tone}`)];
for (const family of families) {
  for (const theme of ["light", "dark"]) {
    const colour = (part) => themed.get(`--pm-${family}-${part}`)[theme];
    test(`${family}, ${theme}: text stands out at 4.5:1, the outline at 3:1`, () => {
      const atLeast = (least, one, other) => assert.ok(contrast(one, other) >= least, `${one} on ${other}: ${contrast(one, other)}`);
      atLeast(4.5, colour("text"), colour("background"));
      for (const around of [colour("background"), ...PAGES[theme]]) atLeast(3, colour("line"), around);
    });
  }
}

for (const theme of ["light", "dark"]) {
  for (const name of ["--pm-line", "--pm-failure-line"]) {
    test(`${name}, ${theme}: stands out at 3:1`, () => {
      for (const page of PAGES[theme]) assert.ok(contrast(themed.get(name)[theme], page) >= 3, page);
    });
  }
}
