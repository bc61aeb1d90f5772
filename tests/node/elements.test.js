// What can be known of the elements without a page: their table, their words, their scales.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import * as pressmark from "../../web/elements/index.js";
import { addScales, findRung, scaleName } from "../../web/elements/scales.js";
import { momentWords } from "../../web/elements/release-words.js";
import { dateWords } from "../../web/elements/words.js";
import { decodeSource } from "../../web/elements/fetch-source.js";

const root = new URL("../../", import.meta.url);
const table = parse(readFileSync(new URL("web/elements/elements.yaml", root), "utf8"));

for (const element of table.elements) {
  const elementClass = pressmark[element.class];
  test(`<${element.tag}>: the table and the class name the same attributes`, () => {
    assert.deepEqual(elementClass.observedAttributes, element.attributes.map(({ name }) => name));
  });
  test(`<${element.tag}>: every property of the table is an accessor, every method is there`, () => {
    const members = [...element.attributes.map(({ property }) => ({ name: property })), ...(element.members ?? [])];
    for (const { name, readonly } of members) {
      const descriptor = Object.getOwnPropertyDescriptor(elementClass.prototype, name.replace("()", ""));
      assert.ok(descriptor, name);
      if (name.endsWith("()")) assert.equal(typeof descriptor.value, "function", name);
      else assert.ok(descriptor.get && (readonly ? !descriptor.set : descriptor.set), name);
    }
  });
}

test("the tables of docs/embed.md are as new as the table they come from", () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("scripts/generate/custom-elements.mjs", root)), "docs", "--check"]);
});

test("importing the elements without a page defines classes and registers nothing", () => {
  assert.equal(globalThis.customElements, undefined);
  assert.equal(typeof pressmark.PressReleaseElement, "function");
});

test("a grade is found by its id or its label, in its own scale alone", () => {
  const rung = findRung("hmicfrs-peel-4", "Requires improvement", "en");
  assert.deepEqual(rung, findRung("hmicfrs-peel-4", "requires-improvement", "en"));
  assert.equal(rung.rank, 3);
  assert.equal(findRung("hmicfrs-peel-5", "requires-improvement", "en").rank, 4);
});

test("the same word has the shape and colour of its own scale", () => {
  assert.equal(findRung("hmicfrs-peel-5", "adequate", "en").rank, 3);
  assert.equal(findRung("care-inspectorate", "adequate", "en").rank, 4);
});

test("an unknown scale or grade has no rung", () => {
  assert.equal(findRung("no-such-scale", "good", "en"), null);
  assert.equal(findRung(null, "good", "en"), null);
  assert.equal(findRung("hmicfrs-peel-4", "adequate", "en"), null);
  assert.equal(findRung("hmicfrs-peel-4", "", "en"), null);
  assert.equal(findRung("hmicfrs-peel-4", "goodish", "en"), null);
});

test("every grade of every scale is found by its id and by its label", () => {
  for (const file of readdirSync(new URL("src/pressmark/inspection/scales/", root))) {
    const scale = parse(readFileSync(new URL(`src/pressmark/inspection/scales/${file}`, root), "utf8"));
    for (const { id, label, cy, rank, tone } of scale.grades) {
      const wanted = { label, translated: true, rank, tone };
      assert.deepEqual(findRung(scale.id, label, "en"), wanted, `${scale.id}: ${label}`);
      assert.deepEqual(findRung(scale.id, id, "en"), wanted, `${scale.id}: ${id}`);
      assert.equal(findRung(scale.id, id, "cy").label, cy ?? label);
    }
  }
});

test("a page's own scale is known once it is added, with ranks, colours and names", () => {
  addScales([{ id: "kitchen-marks", name: "Kitchen marks", grades: ["Gold", { label: "Silver", cy: "Arian", tone: 4, words: ["second best"] }, 3] }]);
  assert.deepEqual(findRung("kitchen-marks", "gold", "en"), { label: "Gold", translated: true, rank: 1, tone: 1 });
  assert.deepEqual(findRung("Kitchen-Marks", "SILVER", "cy"), { label: "Arian", translated: true, rank: 2, tone: 4 });
  assert.deepEqual(findRung("kitchen-marks", "second best", "cy"), { label: "Arian", translated: true, rank: 2, tone: 4 });
  assert.deepEqual(findRung("kitchen-marks", "3", "cy"), { label: "3", translated: false, rank: 3, tone: 5 });
  assert.equal(findRung("kitchen-marks", "4", "en"), null, "a colour is no name");
  assert.equal(scaleName("kitchen-marks"), "Kitchen marks");
  addScales([{ id: "kitchen-marks", grades: ["Fine", "Poor"] }]);
  assert.equal(findRung("kitchen-marks", "gold", "en"), null, "the later one counts");
  addScales([{ name: "Named alone", grades: ["Fine"] }]);
  assert.deepEqual(findRung("named-alone", "fine", "en"), { label: "Fine", translated: true, rank: 1, tone: 1 });
});

test("a page's own scale cannot take the place of a built-in one, nor do any harm", () => {
  assert.throws(() => addScales([{ id: "CQC", grades: ["Inadequate", "Outstanding"] }]), TypeError);
  assert.equal(findRung("cqc", "outstanding", "en").rank, 1);
  assert.throws(() => addScales([{ id: "no-grades" }]), TypeError);
  assert.throws(() => addScales("scales"), TypeError);
  const hostile = JSON.parse('[{"id": "__proto__", "__proto__": {"polluted": 1}, "grades": [{"label": "__proto__", "tone": "1 x"}, {"label": "constructor", "tone": 9}]}]');
  addScales(hostile);
  assert.equal({}.polluted, undefined);
  assert.equal(findRung("__proto__", "constructor", "en").tone, 5);
  assert.equal(findRung("__proto__", "__proto__", "en").tone, 1);
  const changed = [{ id: "kept", grades: ["A", "B"] }];
  addScales(changed);
  changed[0].grades.reverse();
  assert.equal(findRung("kept", "a", "en").rank, 1, "a copy is kept");
});

test("dates are written as people do, and other words stay", () => {
  assert.equal(dateWords("2022-04-21", "en"), "21 April 2022");
  assert.equal(dateWords("2022-04", "en"), "April 2022");
  assert.equal(dateWords("2022-04-21", "cy"), "21 Ebrill 2022");
  for (const words of ["spring 2022", "21/04/2022", "2022-13", "2022-02-30"]) assert.equal(dateWords(words, "en"), words);
});

test("a moment is written in its own time zone, as in the article", () => {
  const moment = { text: "as written", iso: "2019-05-02T00:01+01:00", timeZone: "Europe/London" };
  assert.equal(momentWords(moment, "en"), "Thursday 2 May 2019, 00:01");
  assert.equal(momentWords(moment, "cy"), "Dydd Iau 2 Mai 2019, 00:01");
  assert.equal(momentWords({ ...moment, timeZone: "America/New_York" }, "en"), "Wednesday 1 May 2019, 19:01 (America/New_York)");
  assert.equal(momentWords({ ...moment, iso: "2019-05-02" }, "en"), "Thursday 2 May 2019");
  assert.equal(momentWords({ ...moment, timeZone: "Mars/Olympus" }, "en"), "as written");
  assert.equal(momentWords({ ...moment, iso: null }, "en"), "as written");
});

test("badge.js knows nothing of the core", () => {
  assert.doesNotMatch(readFileSync(new URL("dist/badge.js", root), "utf8"), /wasm/i);
});

test("bytes are UTF-8 unless they or the server say otherwise", () => {
  const utf8 = new TextEncoder().encode("é");
  assert.equal(decodeSource(utf8, ""), utf8);
  assert.equal(decodeSource(utf8, "text/markdown; charset=UTF-8"), utf8);
  assert.equal(decodeSource(utf8, "text/markdown; charset=no-such"), utf8);
  assert.equal(decodeSource(new Uint8Array([0xcf]), 'text/plain; charset="windows-1251"'), "П");
  assert.equal(decodeSource(new Uint8Array([0xff, 0xfe, 0xe9, 0]), ""), "é");
  assert.equal(decodeSource(new Uint8Array([0xfe, 0xff, 0, 0xe9]), "text/plain"), "é");
});
