// Whether a release is ready, and how easy it is to read: on models of the core and on words with known counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readiness } from "../../web/studio/checks/ready.js";
import { readingLevel, syllablesIn } from "../../web/studio/checks/reading.js";
import { load } from "./pressmark.js";

const pressmark = await load();
const NOW = new Date("2026-06-01T12:00:00Z");
const NOTHING = { pictures: [], links: [], paragraphs: [], words: "" };

function answers(text, survey = {}) {
  const all = readiness(pressmark.parse(text, { now: NOW }), { ...NOTHING, ...survey }, NOW);
  return Object.fromEntries(all.map(({ id, state, detail }) => [id, { state, detail }]));
}

test("an empty release lacks headline, date and contact, and nothing else is wrong", () => {
  const states = Object.entries(answers("")).map(([id, { state }]) => [id, state]);
  assert.deepEqual(states, [
    ["headline", "missing"], ["published", "missing"], ["embargo", "none"], ["contact", "missing"],
    ["pictures", "none"], ["grades", "none"], ["links", "none"], ["reading", "none"],
  ]);
});

test("an embargo is told as it stands: to come, over, by the date of publication, unreadable", () => {
  const embargo = (head) => answers(`---\n${head}\n---\nText`).embargo;
  assert.match(embargo("embargo: 2027-01-01 00:01").detail, /^Until Friday 1 January 2027, 00:01/);
  assert.match(embargo("embargo: 2025-01-01 00:01").detail, /^It ended Wednesday 1 January 2025/);
  assert.match(embargo("published: 2027-01-01 09:00").detail, /day of publication/);
  assert.equal(embargo("embargo: some day").state, "missing");
  assert.equal(embargo("embargo: some day\npublished: 2025-01-01").state, "missing", "the day of publication has passed");
  for (const day of ["", "\npublished: 2025-01-01", "\npublished: 2027-01-01"]) {
    assert.deepEqual(embargo(`status: embargoed${day}`), { state: "missing", detail: "Nothing says when it ends, so the release would stay hidden." });
  }
  assert.equal(embargo("published: 2025-01-01").state, "none");
});

test("a date that cannot be read is not one", () => {
  assert.deepEqual(answers("---\npublished: 31/02/2026\n---\nText").published, { state: "missing", detail: "It cannot be read: see the remarks." });
});

test("a contact counts as a link, as an address, as a number and in the front matter", () => {
  for (const survey of [{ links: ["mailto:a@b.example"] }, { links: ["tel:+441632960100"] }, { words: "Write to press@b.example" }, { words: "Call 01632 960 100" }, { words: "Call +44 (0)1632 960100" }]) {
    assert.equal(answers("Text", survey).contact.state, "good", JSON.stringify(survey));
  }
  assert.equal(answers("---\ncontact: The press office, 01632 960 100\n---\nText").contact.state, "good");
  assert.equal(answers("---\ncontacts:\n  - name: Ada Field\n    email: ada@b.example\n---\nText").contact.state, "good");
  assert.equal(answers("---\ncontact: The press office\n---\nText").contact.state, "look", "named, and nobody can reach it");
  assert.equal(answers("Text", { words: "In 2024 there were 1 200 visits, 300 more than in 2023." }).contact.state, "missing");
});

test("grades are good with proof, and doubtful where words and declaration disagree", () => {
  const declared = "---\npublished: 2022-03-14\ninspection:\n  scale: hmicfrs-peel-5\n  grades:\n    Managing offenders: good\n---\n";
  assert.match(answers(declared).grades.detail, /One grade is declared\. A link to the report would prove it/);
  assert.match(answers(declared.replace("  grades:", "  report: https://b.example/report\n  grades:")).grades.detail, /declared, with a link to the report/);
  assert.equal(answers(`${declared}HMICFRS graded the force outstanding for managing offenders.`).grades.state, "look");
  assert.match(answers("---\npublished: 2022-03-14\n---\nHMICFRS graded the force good for managing offenders.").grades.detail, /read from the text/);
});

test("pictures need words, links need https", () => {
  assert.equal(answers("Text", { pictures: [{ alt: "A door" }, { alt: " " }] }).pictures.state, "missing");
  assert.equal(answers("Text", { pictures: [{ alt: "A door" }] }).pictures.state, "good");
  assert.equal(answers("Text", { links: ["https://a.example", "http://b.example"] }).links.state, "look");
});

test("syllables by rule of thumb", () => {
  const known = { police: 2, report: 2, the: 1, good: 1, outstanding: 3, inspector: 3, people: 2, rated: 2, asked: 1, lives: 1, county: 2, area: 2, a: 1, 2024: 1, table: 2 };
  for (const [word, count] of Object.entries(known)) assert.equal(syllablesIn(word), count, word);
});

test("the level follows the formula, and short texts have none", () => {
  assert.equal(readingLevel(["Too short."]), null);
  const simple = Array.from({ length: 30 }, () => "The dog ran to the old red door.");
  const level = readingLevel(simple);
  assert.equal(level.words, 240);
  assert.equal(level.sentences, 30);
  assert.equal(level.syllables, 240);
  assert.ok(Math.abs(level.grade - (0.39 * 8 + 11.8 * 1 - 15.59)) < 1e-9);
  const heavy = readingLevel(Array.from({ length: 5 }, () => "Accountability considerations regarding organisational transformation necessitated comprehensive reconsideration of operational responsibilities, notwithstanding administrative complications, throughout neighbouring territories and participating organisations everywhere."));
  assert.ok(heavy.age > level.age + 8);
});

test("points in numbers and behind titles end no sentence", () => {
  const paragraphs = Array.from({ length: 20 }, () => "Mr. Smith of the council said that 3.5 per cent is too much.");
  assert.equal(readingLevel(paragraphs).sentences, 20);
});
