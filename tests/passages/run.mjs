// Runs the scorer over every file of labelled passages of our own, where each label must be found and nothing else (in
// missed.jsonl are those of which some grade is not found yet: there nothing may be wrong), over what frames.mjs makes, and
// over the labelled corpus beside the repository, where precision and recall have bounds and a badge on a negative fails.
// Whoever is named beside a grade must be one of those whom the labels name.
//   node tests/passages/run.mjs path/to/pressmark_score
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { framed, wrapped } from "./frames.mjs";

const scorer = process.argv[2];
if (!scorer) throw new Error("usage: run.mjs path/to/pressmark_score");
const folder = fileURLToPath(new URL(".", import.meta.url));
const corpus = fileURLToPath(new URL("../../../shared/corpus/dev.jsonl", import.meta.url));

const runs = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => ({ file: `${folder}${name}`, precision: 1, recall: name === "missed.jsonl" ? 0 : 1 }));
const made = mkdtempSync(join(tmpdir(), "pressmark-passages-"));
const stated = runs
  .filter(({ recall }) => recall === 1)
  .flatMap(({ file }) => readFileSync(file, "utf8").trim().split("\n"))
  .map((line) => JSON.parse(line));
const sets = { frames: framed(), wrapped72: wrapped(stated, 72), wrapped48: wrapped(stated, 48) };
for (const [name, passages] of Object.entries(sets)) {
  const file = join(made, `${name}.jsonl`);
  writeFileSync(file, passages.map((passage) => `${JSON.stringify(passage)}\n`).join(""));
  runs.push({ file, precision: 1, recall: 1 });
}
if (existsSync(corpus)) runs.push({ file: corpus, precision: 0.98, recall: 0.85 });
else console.log("skipped: the labelled corpus is not beside the repository");

let failed = 0;
for (const { file, precision, recall } of runs) {
  const bounds = ["--min-precision", String(precision), "--min-recall", String(recall)];
  const { status, stdout, stderr } = spawnSync(scorer, [file, "--wrong", ...bounds], { encoding: "utf8" });
  const counted = (pattern) => Number(stdout.match(pattern)?.[1] ?? NaN);
  const badges = counted(/false grades on negatives (\d+)/);
  const misnamed = counted(/subjects \d+ right, (\d+) wrong/);
  if (status === 0 && badges === 0 && misnamed === 0) continue;
  failed += 1;
  console.log(`${file}\n${stdout}${stderr}`);
}
rmSync(made, { recursive: true });
console.log(`${runs.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
