// The studio's edits of front matter: what was written is read back by the core, and nothing else has changed.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contactParts } from "../../web/studio/details/contact-line.js";
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

test("a comment of the author stays when the only value below it goes", () => {
  assert.equal(written("---\ntitle: A\npublish:\n  # as the board decides\n  date: 1 May 2024\n---\n", ["publish.date"], ""), "---\ntitle: A\npublish:\n  # as the board decides\n---\n");
  assert.equal(written("---\ntitle: A\npublish:\n  date: 1 May 2024\n# ours\narea: B\n---\n", ["publish.date"], ""), "---\ntitle: A\n# ours\narea: B\n---\n");
});

test("a value is changed where it stands, whatever the capitals of its key", () => {
  assert.equal(written("---\nTitle: Old\nPublish:\n  Date: 1 May 2024\n---\n", ["title"], "New"), "---\nTitle: New\nPublish:\n  Date: 1 May 2024\n---\n");
  assert.equal(written("---\nPublish:\n  Date: 1 May 2024\n---\n", ["publish.date"], "2 May 2024"), "---\nPublish:\n  Date: 2 May 2024\n---\n");
  assert.equal(read("---\nContacts:\n  - Name: Ada\n---\n").matter.findInItem(["contacts"], 0, ["name"])?.value, "Ada");
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

test("an item is taken out, the last one with its list; a line of words is not made into something else by a field", () => {
  const removed = (text, index) => applied(text, read(text).matter.removeItem(CONTACTS, index));
  const text = "---\ncontacts:\n  - name: Ada\n    email: ada@a.example\n  - Press office, 01632 960000\ntitle: A\n---\nText";
  assert.equal(removed(text, 0), "---\ncontacts:\n  - Press office, 01632 960000\ntitle: A\n---\nText");
  assert.equal(removed(text, 1), "---\ncontacts:\n  - name: Ada\n    email: ada@a.example\ntitle: A\n---\nText");
  assert.equal(removed("---\ncontacts:\n  - name: Ada\ntitle: A\n---\n", 0), "---\ntitle: A\n---\n");
  assert.equal(removed("---\ncontacts: [{name: Ada}, {name: Bo}]\n---\n", 0), "---\ncontacts: [{name: Bo}]\n---\n");
  assert.equal(removed("---\ncontact:\n  name: Ada\ntitle: A\n---\n", 0), "---\ntitle: A\n---\n");
  assert.equal(read(text).matter.writeInItem(CONTACTS, 1, ["name"], "Bo"), null);
});

/** The text after these edits; the core must find no fault in its head, and these contacts. */
function contactsAfter(text, edits, expected) {
  assert.ok(edits, "the edit is certain");
  const result = applied(text, edits);
  const { contacts, diagnostics } = pressmark.parse(result, { places: true }).toJSON();
  assert.deepEqual(diagnostics.filter(({ code }) => code.startsWith("front-matter")), []);
  assert.deepEqual(contacts.map(({ name, telephone }) => [name, telephone]), expected);
  return result;
}

test("a contact on one line is changed on its line, in its kind of quotes, wherever it stands", () => {
  const line = (text, index, words, expected) => contactsAfter(text, read(text).matter.writeLine(CONTACTS, index, words), expected);
  assert.equal(line("---\ncontacts: Jo, 01632 960001  # desk\n---\nText", 0, "Jo, 01632 960002", [["Jo", "01632 960002"]]), "---\ncontacts: Jo, 01632 960002  # desk\n---\nText");
  assert.equal(line("---\ncontacts:\n  - Jo, 01632 960001\n  - 'Bo''s desk'\n---\n", 1, "Bo's office", [["Jo", "01632 960001"], ["Bo's office", null]]), "---\ncontacts:\n  - Jo, 01632 960001\n  - 'Bo''s office'\n---\n");
  assert.equal(line("---\ncontacts: [Jo, Bo]\n---\n", 1, "Bo, 01632 960002", [["Jo", null], ["Bo", "01632 960002"]]), '---\ncontacts: [Jo, "Bo, 01632 960002"]\n---\n');
  assert.equal(line('---json\n{"contacts": ["Jo"]}\n---\n', 0, "Jo, 01632 960001", [["Jo", "01632 960001"]]), '---json\n{"contacts": ["Jo, 01632 960001"]}\n---\n');
  assert.equal(line("---\ncontacts: Jo\n---\n", 0, "Desk: Jo", [["Desk: Jo", null]]), '---\ncontacts: "Desk: Jo"\n---\n');
  assert.equal(line("---\ncontacts: Jo # x\n---\n", 0, "", []), '---\ncontacts: "" # x\n---\n');
  assert.equal(read("---\ncontacts:\n  - |\n    Jo\n    01632 960001\n---\n").matter.writeLine(CONTACTS, 0, "Bo"), null);
});

test("a contact on one line is taken apart without touching the lines around it", () => {
  const parts = [{ key: "name", words: "Jo" }, { key: "telephone", words: "01632 960001" }];
  const split = (text) => contactsAfter(text, read(text).matter.splitLine(CONTACTS, 0, parts), [["Jo", "01632 960001"]]);
  assert.equal(split("---\ncontacts: Jo, 01632 960001  # desk\ntitle: A\n---\n"), "---\ncontacts:\n  name: Jo\n  telephone: 01632 960001  # desk\ntitle: A\n---\n");
  assert.equal(split("---\ncontacts:\n-   Jo, 01632 960001\ntitle: A\n---\n"), "---\ncontacts:\n-   name: Jo\n    telephone: 01632 960001\ntitle: A\n---\n");
  assert.equal(split('---\ncontacts: ["Jo, 01632 960001"]\n---\n'), '---\ncontacts: [{name: "Jo", telephone: "01632 960001"}]\n---\n');
  assert.equal(split('---json\n{"contacts": "Jo, 01632 960001"}\n---\n'), '---json\n{"contacts": {"name":"Jo","telephone":"01632 960001"}}\n---\n');
});

test("a second contact makes one a list, and the first keeps its characters", () => {
  const added = (text, first = ["Jo", null]) => contactsAfter(text, read(text).matter.writeInItem(CONTACTS, 1, ["name"], "Bo"), [first, ["Bo", null]]);
  assert.equal(added("---\ncontacts: 'Jo' # ours\ntitle: A\n---\n"), "---\ncontacts:\n  - 'Jo' # ours\n  - name: Bo\ntitle: A\n---\n");
  assert.equal(added("---\ncontact:\n  name: Jo\n\n  telephone: 01632 960001 # desk\ntitle: A\n---\n", ["Jo", "01632 960001"]), "---\ncontact:\n  - name: Jo\n\n    telephone: 01632 960001 # desk\n  - name: Bo\ntitle: A\n---\n");
  assert.equal(added("---\ncontact: {name: Jo}\n---\n"), '---\ncontact: [{name: Jo}, {name: "Bo"}]\n---\n');
  assert.equal(added('---json\n{"contact": "Jo"}\n---\n'), '---json\n{"contact": ["Jo", {"name":"Bo"}]}\n---\n');
  assert.equal(contactWritten("---\ncontacts:\n  -\ntitle: A\n---\n", 0, "name", "Bo"), "---\ncontacts:\n  - name: Bo\ntitle: A\n---\n");
});

const FILES = /** @type {const} */ (["attachments", "attachment"]);

test("a file that is an address alone is changed, and takes a title", () => {
  const file = (text, index, key, words) => {
    const edits = read(text).matter.writeInItem(FILES, index, [key], words, "url");
    assert.ok(edits, "the edit is certain");
    const result = applied(text, edits);
    const { attachments, diagnostics } = pressmark.parse(result).toJSON();
    assert.deepEqual(diagnostics.filter(({ code }) => code.startsWith("front-matter")), []);
    assert.equal(attachments[index][key], words);
    return result;
  };
  const text = "---\nattachments:\n  - https://a.example/a.pdf # plan\n  - https://a.example/b.pdf\n---\n";
  assert.equal(file(text, 1, "url", "https://a.example/c.pdf"), text.replace("b.pdf", "c.pdf"));
  assert.equal(file(text, 0, "title", "The plan"), text.replace("- https://a.example/a.pdf # plan\n", "- url: https://a.example/a.pdf # plan\n    title: The plan\n"));
  assert.equal(file("---\nattachments: https://a.example/a.pdf\n---\n", 0, "title", "Plan"), "---\nattachments:\n  url: https://a.example/a.pdf\n  title: Plan\n---\n");
  assert.equal(file("---\nattachments: [https://a.example/a.pdf]\n---\n", 0, "size", "1 MB"), '---\nattachments: [{url: https://a.example/a.pdf, size: "1 MB"}]\n---\n');
  assert.equal(file('---json\n{"attachments": ["https://a.example/a.pdf"]}\n---\n', 0, "size", "1 MB"), '---json\n{"attachments": [{"url": "https://a.example/a.pdf", "size": "1 MB"}]}\n---\n');
});

test("what the core reads in a contact is offered only where it is all of the line", () => {
  const parts = (line) => contactParts(pressmark.parse(`---\ncontacts:\n  - ${line}\n---\n`).toJSON(), line);
  assert.deepEqual(parts("Jo Bloggs, tel 01632 960001; e-mail jo@a.example"), [{ key: "name", words: "Jo Bloggs" }, { key: "telephone", words: "01632 960001" }, { key: "email", words: "jo@a.example" }]);
  assert.equal(parts("Jo Bloggs, 01632 960001 or at home"), null);
  assert.equal(parts("Jo Bloggs"), null);
});

test("a picture that is a map is changed where its address stands", () => {
  assert.equal(written("---\nimage:\n  src: a.png\n  alt: Door\n---\n", ["image", "image.src"], "b.png"), "---\nimage:\n  src: b.png\n  alt: Door\n---\n");
});
