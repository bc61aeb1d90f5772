// The examples of the documentation do what the sentences around them say.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "./pressmark.js";

const pressmark = await load();
const page = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");

/** What stands in the fences of a kind. */
const fenced = (name, kind) => [...page(name).matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\``, "gms"))].map(([, words]) => words);

const errors = ({ diagnostics }) => diagnostics.filter(({ severity }) => severity === "error");

test("the release of the README has the grades that the README reads from it", () => {
  const [source] = fenced("README.md", "markdown");
  const release = pressmark.parse(source);
  assert.deepEqual(errors(release), []);
  assert.equal(release.title, "Force given good review");
  assert.deepEqual(
    release.grades.map(({ area, label, rank, of, source: from }) => ({ area, label, rank, of, from })),
    ["Efficiency", "Effectiveness"].map((area) => ({ area, label: "Good", rank: 2, of: 4, from: "declared" })),
  );
});

for (const name of ["docs/writing.md", "docs/scales.md"]) {
  test(`front matter in ${name} has no faults`, () => {
    const blocks = fenced(name, "yaml");
    assert.ok(blocks.length > 0);
    for (const block of blocks) {
      const front = block.startsWith("---\n") ? block : `---\n${block}---\n`;
      assert.deepEqual(errors(pressmark.parse(`${front}\nWords.\n`)), [], block);
    }
  });
}
