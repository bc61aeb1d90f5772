// The studio's edits of front matter: what was written is read back by the core, and nothing else has changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FrontMatter } from "../../web/studio/details/front-matter.js";
import { load } from "./pressmark.js";

const pressmark = await load();

function read(text) {
  const { frontMatter, metadata, diagnostics } = pressmark.parse(text, { places: true });
  return { matter: new FrontMatter(text, frontMatter, metadata), metadata, diagnostics };
}

function applied(text, edits) {
  return [...edits].sort((a, b) => b.start - a.start).reduce((result, { start, end, text: words }) => result.slice(0, start) + words + result.slice(end), text);
}

/** The text after a write; the core must read the words back and find no fault. */
function written(text, paths, words) {
  const edits = read(text).matter.write(paths, words);
  assert.ok(edits, "the edit is certain");
  const result = applied(text, edits);
  const after = read(result);
  assert.deepEqual(after.diagnostics.filter(({ code }) => code.startsWith("front-matter")), []);
  if (words !== "") assert.equal(after.matter.read(paths), words.replace(/\s+/g, " ").trim());
  return result;
}

test("a text without front matter gets one, and keeps its words", () => {
  assert.equal(written("Words.\n", ["title"], "Good review"), "---\ntitle: Good review\n---\n\nWords.\n");
});

test("a value is replaced in its own kind of quotes, and comments stay", () => {
  assert.equal(written("---\ntitle: Old # ours\narea: A\n---\nText", ["title"], "New"), "---\ntitle: New # ours\narea: A\n---\nText");
  assert.equal(written("---\ntitle: 'It''s'\n---\n", ["title"], "Who's"), "---\ntitle: 'Who''s'\n---\n");
  assert.equal(written('---\ntitle: "Old"\n---\n', ["title"], 'Say "yes"'), '---\ntitle: "Say \\"yes\\""\n---\n');
});

test("words that YAML would take for something else are put into quotes", () => {
  for (const words of ["yes", "2024", "1.10", "Good: very good", "a #1", "- dash", "[draft]", "{x}", "'quoted'", "null", "*", "&a", "50% off: now", "@home", "# head", "0x1F", "tail:", "“Good”, they say", "😀 good", "C:\\path"]) {
    written("---\narea: A\n---\n", ["title"], words);
  }
});

test("dates, addresses and times stay without quotes", () => {
  assert.match(written("---\narea: A\n---\n", ["published"], "2027-03-14 09:30"), /\npublished: 2027-03-14 09:30\n/);
  assert.match(written("---\narea: A\n---\n", ["published"], "2027-03-14"), /\npublished: 2027-03-14\n/);
  assert.match(written("---\narea: A\n---\n", ["image"], "https://example.org/a.png?b=c&d"), /\nimage: https:\/\/example\.org\/a\.png\?b=c&d\n/);
});

test("a nested value is changed in its place, whichever way its path is spelled", () => {
  assert.equal(written("---\npublish:\n  date: 1 May 2024\n  by: A\n---\n", ["publish.date", "published"], "2 May 2024"), "---\npublish:\n  date: 2 May 2024\n  by: A\n---\n");
  assert.equal(written("---\npublish.date: 1 May 2024\n---\n", ["publish.date"], "2 May 2024"), "---\npublish.date: 2 May 2024\n---\n");
  assert.equal(written("---\nog: {title: Old, image: a.png}\n---\n", ["og.title"], "New, better"), '---\nog: {title: "New, better", image: a.png}\n---\n');
});

test("a new value stands behind the last entry, at its indentation", () => {
  assert.equal(written("---\ntitle: A\nog:\n  image: b\n---\nText", ["area"], "North"), "---\ntitle: A\nog:\n  image: b\narea: North\n---\nText");
  assert.equal(written("---\nimage:\n    src: a.png\ntitle: A\n---\n", ["image.alt"], "A bridge"), "---\nimage:\n    src: a.png\n    alt: A bridge\ntitle: A\n---\n");
  assert.equal(written("```yaml\ntitle: A\n```\nText", ["area"], "North"), "```yaml\ntitle: A\narea: North\n```\nText");
});

test("an entry whose value was still to come gets it", () => {
  assert.equal(written("---\ntitle:\narea: A\n---\n", ["title"], "New"), "---\ntitle: New\narea: A\n---\n");
});

test("without words the entry goes, and the map that it leaves empty", () => {
  assert.equal(written("---\ntitle: A\narea: B\n---\nText", ["area"], ""), "---\ntitle: A\n---\nText");
  assert.equal(written("---\npublish:\n  date: 1 May 2024\ntitle: A\n---\n", ["publish.date"], ""), "---\ntitle: A\n---\n");
  assert.deepEqual(read("---\ntitle: A\n---\n").matter.write(["area"], ""), []);
});

test("JSON stays JSON", () => {
  const text = '---json\n{\n  "title": "A",\n  "area": "B"\n}\n---\nText';
  assert.match(written(text, ["title"], "New"), /"title": "New",\n {2}"area": "B"\n}/);
  assert.match(written(text, ["summary"], 'S "s"'), /"area": "B",\n {2}"summary": "S \\"s\\""\n}/);
});

test("a list is left to its author", () => {
  assert.equal(read("---\narea:\n  - A\n  - B\n---\n").matter.write(["area"], "C"), null);
});

test("a block that cannot be read is not edited", () => {
  const { matter } = read("---\n[broken\n---\nText");
  assert.ok(matter.isEditable === false || matter.find(["title"]) === null);
});

test("text blocks are replaced as a whole", () => {
  assert.equal(written("---\nsummary: |\n  One\n  two\ntitle: A\n---\n", ["summary"], "Short"), "---\nsummary: Short\ntitle: A\n---\n");
  assert.equal(written("---\nsummary: >-\n  One\n  two\ntitle: A\n---\n", ["summary"], ""), "---\ntitle: A\n---\n");
});

const CONTACTS = /** @type {const} */ (["contacts", "contact"]);

/** The text after a value of a contact was written; the core must find the contacts without a fault. */
function contactWritten(text, index, key, words) {
  const edits = read(text).matter.writeInItem(CONTACTS, index, [key], words);
  assert.ok(edits, "the edit is certain");
  const result = applied(text, edits);
  const { contacts, diagnostics } = pressmark.parse(result, { places: true }).toJSON();
  assert.deepEqual(diagnostics.filter(({ code }) => code.startsWith("front-matter")), []);
  if (words !== "") assert.equal(contacts[index]?.[key], words);
  return result;
}

test("a first contact makes the list, wherever front matter stands", () => {
  assert.equal(contactWritten("Words.\n", 0, "name", "Ada Field"), "---\ncontacts:\n  - name: Ada Field\n---\n\nWords.\n");
  assert.equal(contactWritten("---\ntitle: A\n---\n", 0, "email", "ada@a.example"), "---\ntitle: A\ncontacts:\n  - email: ada@a.example\n---\n");
  assert.equal(contactWritten("---\ntitle: A\ncontacts:\narea: B\n---\n", 0, "name", "Ada"), "---\ntitle: A\ncontacts:\n  - name: Ada\narea: B\n---\n");
  assert.match(contactWritten('---json\n{\n  "title": "A"\n}\n---\n', 0, "name", "Ada"), /"contacts": \[\{"name":"Ada"\}\]/);
  assert.match(contactWritten('---json\n{"contacts": [{"name": "Ada"}]}\n---\n', 1, "name", "Bo"), /\[\{"name": "Ada"\}, \{"name":"Bo"\}\]/);
  assert.match(contactWritten("---\ncontacts: [{name: Ada}]\n---\n", 1, "name", "Bo, too"), /\[\{name: Ada\}, \{name: "Bo, too"\}\]/);
  assert.match(contactWritten("---\ncontacts: [{name: Ada}]\n---\n", 0, "telephone", "01632 960001"), /\[\{name: Ada, telephone: "01632 960001"\}\]/);
});

test("a contact takes further values at its own indentation, and others stay as they are", () => {
  const text = "---\ncontacts:\n  - name: 'Ada'  # desk\n    email: ada@a.example\n  -   name: Bo\ntitle: A\n---\nText";
  assert.equal(contactWritten(text, 0, "telephone", "01632 960001"), text.replace("ada@a.example\n", "ada@a.example\n    telephone: 01632 960001\n"));
  assert.equal(contactWritten(text, 1, "role", "Editor"), text.replace("Bo\n", "Bo\n      role: Editor\n"));
  assert.equal(contactWritten(text, 0, "name", "Eve"), text.replace("'Ada'", "'Eve'"));
  assert.equal(contactWritten(text, 2, "name", "Cy"), text.replace("Bo\n", "Bo\n  -   name: Cy\n"));
  assert.equal(contactWritten(text, 0, "email", ""), text.replace("    email: ada@a.example\n", ""));
  assert.equal(contactWritten("---\ncontacts:\n- name: Ada\n---\n", 0, "role", "Head: news"), '---\ncontacts:\n- name: Ada\n  role: "Head: news"\n---\n');
});

test("an item is taken out, the last one with its list; a line of text is not made into something else", () => {
  const removed = (text, index) => applied(text, read(text).matter.removeItem(CONTACTS, index));
  const text = "---\ncontacts:\n  - name: Ada\n    email: ada@a.example\n  - Press office, 01632 960000\ntitle: A\n---\nText";
  assert.equal(removed(text, 0), "---\ncontacts:\n  - Press office, 01632 960000\ntitle: A\n---\nText");
  assert.equal(removed(text, 1), "---\ncontacts:\n  - name: Ada\n    email: ada@a.example\ntitle: A\n---\nText");
  assert.equal(removed("---\ncontacts:\n  - name: Ada\ntitle: A\n---\n", 0), "---\ntitle: A\n---\n");
  assert.equal(removed("---\ncontacts: [{name: Ada}, {name: Bo}]\n---\n", 0), "---\ncontacts: [{name: Bo}]\n---\n");
  assert.equal(removed("---\ncontact:\n  name: Ada\ntitle: A\n---\n", 0), "---\ntitle: A\n---\n");
  assert.equal(read(text).matter.writeInItem(CONTACTS, 1, ["name"], "Bo"), null);
});

test("a picture that is a map is changed where its address stands", () => {
  assert.equal(written("---\nimage:\n  src: a.png\n  alt: Door\n---\n", ["image", "image.src"], "b.png"), "---\nimage:\n  src: b.png\n  alt: Door\n---\n");
});
