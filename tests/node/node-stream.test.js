// The reader of the node stream, on streams made by hand and a document that only keeps what it is told.
import assert from "node:assert/strict";
import { test } from "node:test";
import { InternalError } from "../../web/core/errors.js";
import { buildNodes } from "../../web/core/node-stream.js";
import { ATTRIBUTES, CLASSES, ELEMENTS } from "../../web/generated/vocabulary.js";
import { TinyDocument } from "./tiny-document.js";

const open = (name) => [0 | (ELEMENTS.indexOf(name) << 4)];
const close = () => [1];
const text = (value) => [2 | (value.length << 4), value];
const className = (name) => [3 | (CLASSES.indexOf(name) << 4)];
const attribute = (name, value) => [4 | (ATTRIBUTES.indexOf(name) << 4), value.length, value];

/** Header, words and text of the operations. */
function stream(...operations) {
  const parts = operations.flat();
  const words = parts.filter((part) => typeof part === "number");
  const characters = new TextEncoder().encode(parts.filter((part) => typeof part === "string").join(""));
  const bytes = new Uint8Array(8 + words.length * 4 + characters.length);
  const view = new DataView(bytes.buffer);
  [words.length, characters.length, ...words].forEach((word, index) => view.setUint32(index * 4, word, true));
  bytes.set(characters, 8 + words.length * 4);
  return bytes;
}

const html = (...operations) => buildNodes(stream(...operations), new TinyDocument()).toString();

test("elements, classes, attributes and text come out in order", () => {
  assert.equal(
    html(
      open("article"),
      className("pm-article"),
      attribute("lang", "en"),
      open("h1"),
      className("pm-headline"),
      text("Good review"),
      close(),
      open("p"),
      text("One "),
      open("em"),
      text("two"),
      close(),
      close(),
      close(),
    ),
    '<article class="pm-article" lang="en"><h1 class="pm-headline">Good review</h1><p>One <em>two</em></p></article>',
  );
});

test("lengths count UTF-16 units, whatever the letters take in UTF-8", () => {
  assert.equal(html(open("p"), text("é漢🙂"), text("a"), close()), "<p>é漢🙂a</p>");
});

test("a byte order mark in the text stays", () => {
  assert.equal(html(text("\uFEFFa")), "\uFEFFa");
});

test("svg elements get their name space, others do not", () => {
  const fragment = buildNodes(stream(open("svg"), open("path"), close(), close(), open("p"), close()), new TinyDocument());
  assert.equal(fragment.children[0].namespace, "http://www.w3.org/2000/svg");
  assert.equal(fragment.children[0].children[0].namespace, "http://www.w3.org/2000/svg");
  assert.equal(fragment.children[1].namespace, null);
});

test("markup in text and attributes stays text", () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const fragment = buildNodes(stream(open("p"), attribute("title", hostile), text(hostile), close()), new TinyDocument());
  const [paragraph] = fragment.children;
  assert.equal(paragraph.attributes.get("title"), hostile);
  assert.deepEqual(paragraph.children.map(String), [hostile.replaceAll("<", "&lt;")]);
});

for (const address of ["javascript:alert(1)", " \u0001javascript:alert(1)", "JaVa\tscript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "javascript://[", "data://\u202e/x"]) {
  test(`the address ${JSON.stringify(address)} is left out of links and images`, () => {
    assert.equal(html(open("a"), attribute("href", address), text("x"), close()), "<a>x</a>");
    assert.equal(html(open("img"), attribute("src", address), close()), "<img></img>");
  });
}

for (const address of ["https://example.org/a", "http://example.org", "/a?b=c", "#pm-notes", "//example.org/a", "a.html", "https://", "//[", "HTTPS://bank.example%E2%80%AE/"]) {
  test(`the address ${address} is kept`, () => {
    assert.equal(html(open("a"), attribute("href", address), close()), `<a href="${address}"></a>`);
  });
}

test("mail and telephone are for links only", () => {
  assert.equal(html(open("a"), attribute("href", "mailto:a@example.org"), close()), '<a href="mailto:a@example.org"></a>');
  assert.equal(html(open("a"), attribute("href", "tel:+441"), close()), '<a href="tel:+441"></a>');
  assert.equal(html(open("img"), attribute("src", "mailto:a@example.org"), close()), "<img></img>");
});

const broken = {
  "an element that is not in the table": [[0 | (ELEMENTS.length << 4)], close()],
  "a class that is not in the table": [open("p"), [3 | (CLASSES.length << 4)], close()],
  "an attribute that is not in the table": [open("p"), [4 | (ATTRIBUTES.length << 4), 1, "a"], close()],
  "an operation that does not exist": [[5]],
  "an end without a beginning": [close()],
  "a beginning without an end": [open("p")],
  "a class without an element": [className("pm-article")],
  "more characters than there are": [[2 | (9 << 4), "abc"]],
  "fewer characters than there are": [[2 | (1 << 4), "abc"]],
  "an attribute without its length": [open("p"), [4]],
};
for (const [what, operations] of Object.entries(broken)) {
  test(`${what} is an internal error`, () => {
    assert.throws(() => buildNodes(stream(...operations), new TinyDocument()), InternalError);
  });
}

test("a stream that is cut short is an internal error", () => {
  const whole = stream(open("p"), text("abc"), close());
  for (let length = 0; length < whole.length; length++) {
    assert.throws(() => buildNodes(whole.subarray(0, length), new TinyDocument()), InternalError, `${length} bytes`);
  }
});
