// Addresses in disguise, through the core alone: whatever stands in a link, in a picture or in the data leads to a scheme
// that is allowed, as a browser reads it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addresses, disguises, withAddress, withAddresses } from "../support/attacks.mjs";
import { load } from "./pressmark.js";

const pressmark = await load();
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"' };
const LINK = ["http:", "https:", "mailto:", "tel:"];
const IMAGE = ["http:", "https:"];
/** How many stand in one release; each has paragraphs of its own. */
const BATCH = 10;
const BASE = "https://page.example/news/";

/** @param {string} html @param {string} name */
const values = (html, name) =>
  [...html.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value]) => value.replace(/&(\w+);/g, (_, entity) => ENTITIES[entity]));

/** Whether following it leads to one of these schemes, or nowhere. @param {string} address @param {string[]} schemes */
const leadsTo = (address, schemes) => !URL.canParse(address, BASE) || schemes.includes(new URL(address, BASE).protocol);

/** The addresses in data. @param {any} data @returns {string[]} */
function addressesIn(data) {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) => (typeof value === "string" && ["url", "uri", "href", "src", "@id", "image", "report"].includes(key) ? [value] : addressesIn(value)));
}

/** @param {string} source */
function faults(source) {
  const release = pressmark.parse(source, { baseURL: BASE });
  const html = release.toHTML();
  const { metadata, diagnostics, ...model } = release.toJSON();
  const data = [...addressesIn(model), ...addressesIn(release.toJSONLD()), ...addressesIn(release.toNinjs())];
  return [
    ...[...values(html, "href"), ...data].filter((value) => !leadsTo(value, LINK)),
    ...values(html, "src").filter((value) => !leadsTo(value, IMAGE)),
    ...(html.match(/ (?:srcset|action|formaction|ping|background|poster|data|xlink:href)=/g) ?? []),
  ];
}

test("the reader of addresses finds what is wrong", () => {
  assert.deepEqual(values('<a href="java&amp;script:x"><img src="y">', "href"), ["java&script:x"]);
  assert.equal(leadsTo("java\tscript:alert(1)", LINK), false);
  assert.deepEqual(addressesIn({ a: [{ url: "x" }], url: "y" }), ["x", "y"]);
});

test("20,000 addresses in disguise", () => {
  const cases = [...new Set(disguises())];
  assert.ok(cases.length >= 20_000, `${cases.length} cases`);
  const sources = addresses.map(withAddress);
  for (let at = 0; at < cases.length; at += BATCH) sources.push(withAddresses(cases.slice(at, at + BATCH)));
  const found = sources.flatMap((source) => faults(source).map((fault) => `${JSON.stringify(fault)} of ${JSON.stringify(source)}`));
  assert.deepEqual(found.slice(0, 10), [], `${found.length} faults`);
});
