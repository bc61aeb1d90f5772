// Bytes that are no UTF-8, or only look like it: the core reads them as every browser does, and says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./pressmark.js";

const pressmark = await load();
/** As a page would decode them; the byte order mark stays, as it does in the core. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

const bytesOf = (...parts) => Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...new TextEncoder().encode(part)] : part)));

/** Sequences that a decoder has to judge: at the edges of what is well formed, and cut off everywhere. */
const sequences = [
  [0x00], [0x01], [0x08], [0x0b], [0x0c], [0x1b], [0x1f], [0x7f], [0x80], [0x85], [0xa0], [0xbf], [0xc0], [0xc1], [0xc2], [0xdf], [0xe0], [0xed], [0xef], [0xf0], [0xf4], [0xf5], [0xf8], [0xfc], [0xfe], [0xff],
  [0xc0, 0x80], [0xc1, 0xbf], [0xc2, 0x7f], [0xc2, 0x80], [0xc2, 0x85], [0xc2, 0xa0], [0xc2, 0xc2], [0xdf, 0xbf], [0xe0, 0x80, 0x80], [0xe0, 0x9f, 0xbf], [0xe0, 0xa0], [0xe0, 0xa0, 0x80], [0xe1, 0x80], [0xe2, 0x80, 0xa8], [0xe2, 0x80, 0xae],
  [0xed, 0x9f, 0xbf], [0xed, 0xa0, 0x80], [0xed, 0xaf, 0xbf], [0xed, 0xb0, 0x80], [0xed, 0xbf, 0xbf], [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80], [0xee, 0x80, 0x80], [0xef, 0xbb, 0xbf], [0xef, 0xbb], [0xef, 0xbf, 0xbd], [0xef, 0xbf, 0xbe], [0xef, 0xbf, 0xbf], [0xef, 0xb7, 0x90],
  [0xf0, 0x80, 0x80, 0x80], [0xf0, 0x8f, 0xbf, 0xbf], [0xf0, 0x90], [0xf0, 0x90, 0x80], [0xf0, 0x90, 0x80, 0x80], [0xf0, 0x9f, 0x91, 0xae], [0xf0, 0x9f, 0x91], [0xf4, 0x8f, 0xbf, 0xbf], [0xf4, 0x90, 0x80, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xfc, 0x84, 0x80, 0x80, 0x80, 0x80],
  [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0x23, 0x00, 0x20, 0x00, 0x41, 0x00], [0xfe, 0xff, 0x00, 0x23, 0x00, 0x20, 0x00, 0x41], [0xff, 0xfe, 0x00, 0x00], [0x00, 0x00, 0xfe, 0xff], [0x2b, 0x2f, 0x76, 0x38], [0x84, 0x31, 0x95, 0x33], [0x1b, 0x24, 0x42],
  [0x63, 0x61, 0x66, 0xe9], [0x93, 0x71, 0x94], [0x91, 0x92, 0x96, 0x97], [0xa3, 0x31], [0xe2, 0x28, 0xa1], [0xe2, 0x82, 0x28], [0xf0, 0x28, 0x8c, 0xbc], [0xf0, 0x90, 0x28, 0xbc], [0xf0, 0x28, 0x8c, 0x28], [0x80, 0x80, 0x80, 0x80], [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf],
];

const releases = [
  (bytes) => bytesOf(bytes, "# Headline\n\nWords."),
  (bytes) => bytesOf("# Head", bytes, "line\n\nWo", bytes, "rds\n", bytes),
  (bytes) => bytesOf("---\ntitle: a", bytes, "b\nsummary: \"c", bytes, "\"\n---\n\nWords", bytes),
  (bytes) => bytesOf('{"title": "a', bytes, '"}\n\nLarchford Police was rated good for preventing crime', bytes, "."),
];

/** What a release tells, but for the message that characters were replaced. */
function told(source) {
  const release = pressmark.parse(source, { places: true });
  const { diagnostics, ...model } = release.toJSON();
  return {
    model,
    diagnostics: diagnostics.filter(({ code }) => code !== "text-repaired"),
    repaired: diagnostics.find(({ code }) => code === "text-repaired")?.message ?? null,
    html: release.toHTML(),
    text: release.toText(),
    jsonLD: release.toJSONLD(),
    ninjs: release.toNinjs(),
  };
}

test("bytes are read as a browser decodes them", () => {
  let compared = 0;
  for (const sequence of sequences) {
    for (const write of releases) {
      const bytes = write(sequence);
      const decoded = decoder.decode(bytes);
      const { repaired, ...fromBytes } = told(bytes);
      // A NUL stays one in a text of JavaScript, and the core replaces it there, too.
      const { repaired: _, ...fromText } = told(decoded);
      assert.deepEqual(fromBytes, fromText, Buffer.from(bytes).toString("hex"));
      const replaced = decoded.replace(/\0/g, "\ufffd").split("\ufffd").length - 1 > Buffer.from(bytes).toString("latin1").split("\xef\xbf\xbd").length - 1;
      assert.equal(repaired !== null, replaced, Buffer.from(bytes).toString("hex"));
      compared++;
    }
  }
  assert.ok(compared >= 320, `${compared} compared`);
});

test("bytes of any kind are read as a browser decodes them", () => {
  let state = 7;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  for (let round = 0; round < 500; round++) {
    const bytes = Uint8Array.from({ length: 1 + (next() % 60) }, () => (next() % 3 ? 0x80 | next() : next() % 0x80));
    const { repaired: _, ...fromBytes } = told(bytes);
    const { repaired: __, ...fromText } = told(decoder.decode(bytes));
    assert.deepEqual(fromBytes, fromText, Buffer.from(bytes).toString("hex"));
  }
});

test("halves of characters in a text of JavaScript become one replacement character each, and places stay", () => {
  for (const half of ["\ud800", "\udbff", "\udc00", "\udfff", "\ud800\ud800", "\udc00\ud800"]) {
    const source = `# A${half}b\n\n${half} HMICFRS rated Larchford Police good for preventing crime and managing offenders.`;
    const release = pressmark.parse(source);
    assert.equal(release.title, `A${"\ufffd".repeat(half.length)}b`);
    const { evidence } = release.grades[0];
    assert.equal(Buffer.from(source.slice(evidence.start, evidence.end)).toString(), evidence.text);
  }
});

test("a string arrives whole, however much of it is beyond ASCII", () => {
  const characters = ["a", "é", "ŵ", "’", "漢", "👮", "\ud800"];
  for (const character of characters) {
    for (const other of characters) {
      for (const size of [1, 15, 16, 17, 300, 5000]) {
        const words = `x${character.repeat(size)}x${other.repeat(size)}x`;
        const release = pressmark.parse(words, { smart: false });
        assert.equal(release.toText().replace(/\s/g, ""), words.toWellFormed(), `${size} × ${character}${other}`);
      }
    }
  }
});

test("the limit counts bytes, also of a string", () => {
  const words = "’".repeat(100);
  assert.throws(() => pressmark.parse(words, { maxBytes: 299 }), { name: "TooLargeError" });
  assert.equal(pressmark.parse(words, { maxBytes: 300 }).headings.length, 0);
  assert.throws(() => pressmark.parse("a".repeat(300), { maxBytes: 299 }), { name: "TooLargeError" });
});

test("a long answer is whole, whatever character stands where it is cut", () => {
  for (const character of ["a", "é", "’", "👮"]) {
    for (const shift of ["", "x", "xx", "xxx"]) {
      const words = shift + character.repeat(150_000);
      assert.equal(pressmark.parse(words, { grades: "none" }).toHTML({ part: "body" }), `<p>${words}</p>\n`);
    }
  }
});
