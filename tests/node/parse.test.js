// Parsing through the wasm: text and bytes in and out, memory, errors, and life after a trap.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ArgumentError, InternalError, PressmarkError, TooLargeError } from "../../web/core/index.js";
import { load } from "./pressmark.js";
import { TinyDocument } from "./tiny-document.js";

const pressmark = await load();
const bodyOf = (source, options) => pressmark.parse(source, options).toHTML({ part: "body" });

/** The nodes that mount makes, as text. */
function mounted(release, options) {
  const container = { ownerDocument: new TinyDocument(), replaceChildren: (fragment) => (container.fragment = fragment) };
  release.mount(container, options);
  return String(container.fragment);
}

for (const text of ["plain", "é", "漢字", "🙂", "a\u0301", "\u{10FFFF}", "“quoted”"]) {
  test(`${JSON.stringify(text)} comes back as it went in`, () => {
    assert.equal(bodyOf(text), `<p>${text}</p>\n`);
    assert.equal(bodyOf(new TextEncoder().encode(text)), `<p>${text}</p>\n`);
    assert.equal(mounted(pressmark.parse(text), { part: "body" }), `<p>${text}</p>`);
  });
}

test("lone surrogates become the replacement character, and offsets still count UTF-16 units", () => {
  assert.equal(bodyOf("a\uD800b"), "<p>a\uFFFDb</p>\n");
  assert.equal(bodyOf("\uDC00"), "<p>\uFFFD</p>\n");
  const source = "\uD800 🙂\n\n## Later heading";
  assert.equal(pressmark.parse(source).headings[0].text, "Later heading");
});

test("numbers of JSON stay as they are written, and one that no machine can hold is told of", () => {
  const read = (number) => pressmark.parse(`{"a": ${number}}\n\nText`);
  const [zeros, ones, nines] = ["0", "1", "9"].map((digit) => digit.repeat(400));
  for (const number of ["1.0e2", "-0.25e-3", "1e308", "-1.7e+308", "1e-999", "0e999", `0.${zeros}1e390`, nines.slice(100), `${ones}e-200`]) {
    assert.deepEqual(read(number).metadata, { a: number });
  }
  for (const number of ["1e999", "-1e309", "1.8e308", nines, `${ones}e-20`, "1e99999999999999999999"]) {
    assert.ok(read(number).diagnostics.some(({ code }) => code === "front-matter-json"), number);
  }
});

test("nothing at all is a release too", () => {
  const release = pressmark.parse("");
  assert.equal(release.title, null);
  assert.equal(release.toHTML({ part: "body" }), "");
  assert.equal(mounted(release, { part: "body" }), "");
  assert.equal(pressmark.parse(new Uint8Array()).title, null);
});

test("a byte order mark and bytes that are no UTF-8 do not stop the text", () => {
  assert.equal(pressmark.parse("\uFEFF# Title").title, "Title");
  assert.equal(bodyOf(new Uint8Array([0x63, 0x61, 0x66, 0xe9])), "<p>caf\uFFFD</p>\n");
});

test("a mebibyte of text is taken, one byte more is refused", () => {
  const line = "Residents of Saltby 🙂 met in the harbour hall.\n\n";
  const unit = new TextEncoder().encode(line).length;
  const full = line.repeat(Math.floor(2 ** 20 / unit));
  const source = full + "x".repeat(2 ** 20 - new TextEncoder().encode(full).length);
  assert.equal(new TextEncoder().encode(source).length, 2 ** 20);
  const html = bodyOf(source);
  assert.equal(html.match(/<p>/g).length, source.split("\n\n").length);
  assert.throws(() => pressmark.parse(`${source}x`), { name: "TooLargeError", code: "too-large", size: 2 ** 20 + 1, limit: 2 ** 20 });
});

test("the size limit counts bytes of UTF-8 and can be set", () => {
  assert.equal(pressmark.parse("éé", { maxBytes: 4 }).headings.length, 0);
  assert.throws(() => pressmark.parse("éé", { maxBytes: 3 }), TooLargeError);
  assert.throws(() => pressmark.parse(new Uint8Array(4), { maxBytes: 3 }), TooLargeError);
  assert.equal(bodyOf("x".repeat(3 * 2 ** 20), { maxBytes: 2 ** 22 }).length, 3 * 2 ** 20 + "<p></p>\n".length);
});

test("wrong arguments are argument errors that name the option", () => {
  for (const source of [undefined, null, 7, {}, ["a"], new ArrayBuffer(1)]) assert.throws(() => pressmark.parse(source), ArgumentError);
  for (const options of [null, 7, "x"]) assert.throws(() => pressmark.parse("a", options), ArgumentError);
  const wrong = {
    headingLevel: [0, 7, 1.5, "2"],
    grades: ["all", 1],
    scale: ["no-such-scale", 1],
    language: ["fr", 1],
    smart: ["yes", 1],
    images: ["some", true],
    maxBytes: [0, -1, 1.5, Infinity, 2 ** 40, "1"],
    now: [0, "2019-05-02", new Date(NaN)],
    baseURL: [1, {}],
  };
  for (const [name, values] of Object.entries(wrong)) {
    for (const value of values) {
      assert.throws(() => pressmark.parse("a", { [name]: value }), (error) => error instanceof ArgumentError && error.message.includes(name), `${name}: ${value}`);
    }
  }
  assert.throws(() => pressmark.parse("a", { timeZone: 1n }), ArgumentError);
});

test("errors have a name and a code of their own", () => {
  for (const [errorClass, name, code] of [[ArgumentError, "ArgumentError", "argument"], [InternalError, "InternalError", "internal"]]) {
    const error = new errorClass("x");
    assert.deepEqual([error.name, error.code, error instanceof PressmarkError, error instanceof Error], [name, code, true, true]);
  }
});

test("the release is frozen to its depth; toJSON gives a copy that may change", () => {
  const release = pressmark.parse("---\ntitle: A\nlist: [1, {b: c}]\n---\n## B\n");
  for (const value of [release, release.grades, release.headings, release.headings[0], release.metadata, release.metadata.list[1]]) {
    assert.ok(Object.isFrozen(value));
  }
  const model = release.toJSON();
  model.metadata.title = "changed";
  model.headings.push(null);
  assert.equal(release.metadata.title, "A");
  assert.deepEqual(JSON.parse(JSON.stringify(release)), release.toJSON());
});

const ownScale = { id: "kitchen-marks", name: "Kitchen marks", grades: ["Gold", { label: "Silver", cy: "Arian" }, "Bronze"], areas: ["Kitchen", "Cold storage"] };

test("a page brings grade scales of its own", () => {
  const source = "Tarn Café was rated gold for its kitchen and bronze for cold storage.";
  const release = pressmark.parse(source, { scales: [ownScale], scale: "kitchen-marks" });
  assert.deepEqual(release.grades.map(({ scale, scaleName, area, label, rank, of, tone }) => [scale, scaleName, area, label, rank, of, tone]), [
    ["kitchen-marks", "Kitchen marks", "Kitchen", "Gold", 1, 3, 1],
    ["kitchen-marks", "Kitchen marks", "Cold storage", "Bronze", 3, 3, 5],
  ]);
  assert.deepEqual(release.scales.map(({ id }) => id), ["kitchen-marks"]);
  assert.equal(release.scales[0].grades[1].labelCy, "Arian");
  assert.ok(Object.isFrozen(release.scales[0].grades));
  assert.ok(!pressmark.scales.some(({ id }) => id === "kitchen-marks"));
  // Another release in between: the outputs are still those of this one, with its scales.
  assert.deepEqual(pressmark.parse(source).grades, []);
  assert.match(release.toText(), /Cold storage: Bronze, Kitchen marks/);
});

test("a release brings grade scales of its own, in YAML or JSON", () => {
  const yaml = "---\ntitle: T\nscales:\n  id: kitchen-marks\n  grades: [Gold, Silver]\ninspection:\n  scale: kitchen-marks\n  grades:\n    Kitchen: Silver\n---\nText.\n";
  const json = JSON.stringify({ title: "T", scales: [ownScale], inspection: { scale: "kitchen-marks", grades: { Kitchen: "Silver" } } });
  for (const source of [yaml, `---json\n${json}\n---\nText.\n`]) {
    const release = pressmark.parse(source);
    assert.equal(release.grades[0].label, "Silver");
    assert.equal(release.grades[0].rank, 2);
    assert.equal(release.scales[0].id, "kitchen-marks");
  }
  const faulty = pressmark.parse("---\ntitle: T\nscales:\n  id: marks\n  grades: [Gold, gold]\n---\nText.\n");
  const fault = faulty.diagnostics.find(({ code }) => code === "scales-grade-twice");
  assert.deepEqual([fault.severity, fault.line, fault.column], ["error", 5, 18]);
});

for (const [what, scales] of Object.entries({
  "no list": "cqc",
  "a built-in id": [{ id: "cqc", grades: ["Good", "Bad"] }],
  "no grades": [{ id: "marks" }],
  "a misspelt key": [{ id: "marks", grades: ["A"], aeras: ["Kitchen"] }],
  "a colour that does not exist": [{ id: "marks", grades: [{ label: "A", tone: 6 }] }],
  "too many": Array.from({ length: 17 }, (_, index) => ({ id: `m${index}`, grades: ["A"] })),
})) {
  test(`scales of a page with a fault are refused: ${what}`, () => {
    assert.throws(() => pressmark.parse("text", { scales }), ArgumentError);
    assert.equal(pressmark.parse("text").title, null);
  });
}

test("the scales are frozen to their depth", () => {
  for (const value of [pressmark.scales, pressmark.scales[0], pressmark.scales[0].grades[0]]) assert.ok(Object.isFrozen(value));
});

test("a key named __proto__ reaches nobody's prototype", () => {
  const release = pressmark.parse('---\n__proto__: {polluted: "yes"}\nconstructor: {prototype: {polluted: "yes"}}\ntitle: A\n---\n');
  assert.equal({}.polluted, undefined);
  assert.equal(Object.getPrototypeOf(release.metadata), Object.prototype);
  assert.equal(release.metadata.polluted, undefined);
  assert.equal({ ...release.metadata }.polluted, undefined);
});

test("the source may change after the call", () => {
  const source = new TextEncoder().encode("# Before");
  const release = pressmark.parse(source);
  source.fill(0x78);
  pressmark.parse("# Between");
  assert.match(release.toHTML(), /Before/);
});

test("outputs of an older release are its own", () => {
  const older = pressmark.parse("# Older\n\nfirst");
  const newer = pressmark.parse("# Newer\n\nsecond");
  assert.match(older.toHTML(), /first/);
  assert.match(newer.toText(), /second/);
  assert.match(older.toText(), /first/);
  assert.match(mounted(newer), /second/);
  assert.equal(older.toJSONLD().headline, "Older");
  assert.equal(typeof newer.toNinjs(), "object");
});

test("mount and toHTML tell of the same article", () => {
  const release = pressmark.parse("---\ntitle: A & B\ninspection:\n  scale: hmicfrs-peel-4\n  grades: {Efficiency: good}\n---\nOne *two* [three](https://example.org/?a&b).\n\n1. x\n2. y\n");
  const html = release.toHTML().replaceAll("\n", "").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
  const nodes = mounted(release).replaceAll("\n", "");
  assert.equal(nodes, html.replaceAll(/(href="[^"]*)&amp;/g, "$1&"));
});

test("mount without an element is an argument error", () => {
  const release = pressmark.parse("a");
  for (const container of [null, undefined, {}, "body"]) assert.throws(() => release.mount(container), ArgumentError);
  assert.throws(() => release.toHTML({ part: "head" }), ArgumentError);
});

test("after the core ran out of memory, the next call works", async () => {
  const own = await load();
  const older = own.parse("# Older");
  const huge = "*a* b\n\n".repeat(2 ** 24 / 7);
  assert.throws(() => own.parse(huge, { maxBytes: 2 ** 26 }), InternalError);
  assert.equal(own.parse("# Good").title, "Good");
  assert.match(older.toHTML(), /Older/);
});

test("a thousand releases leave the memory as large as it was", async () => {
  const own = await load();
  const source = "# Title\n\n" + "A paragraph of a release, *with* [a link](https://example.org).\n\n".repeat(50);
  const size = () => process.memoryUsage().external + process.memoryUsage().arrayBuffers;
  for (let round = 0; round < 100; round++) own.parse(source).toHTML();
  globalThis.gc?.();
  const before = size();
  for (let round = 0; round < 1000; round++) own.parse(source).toHTML();
  globalThis.gc?.();
  assert.ok(size() - before < 8 * 2 ** 20, `grew by ${size() - before} bytes`);
});

test("definitions of links are found whatever their order, and the first of a name counts", () => {
  const count = 700;
  // Every step with no common divisor of the count visits each once: an order that is neither up nor down.
  for (const step of [1, count - 1, 263]) {
    const order = Array.from({ length: count }, (_, at) => (at * step) % count);
    const definitions = order.map((name) => `[r${name}]: https://example.org/${name}\n`).join("");
    const again = order.map((name) => `[R${name}]: https://example.org/second\n`).join("");
    const words = order.map((name) => `[r${name}]`).join(" ");
    const html = bodyOf(`${words}\n\n${definitions}${again}`);
    assert.deepEqual([...html.matchAll(/href="https:\/\/example\.org\/(\w+)"/g)].map(([, name]) => name), order.map(String));
  }
});
