#!/usr/bin/env node
// Builds and runs the suites: those that keep one core busy two at a time, then those that keep all. Called by scripts/test.
//
// A suite that does not start, says no numbers or runs nothing counts as failed; what it printed is shown. Numbers are
// cases, as the suite itself counts them.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

/** @typedef {{passed: number, failed: number}} Counts */

/** doctest's summary. @type {(output: string) => Counts | null} */
const doctest = (output) => counts(output.match(/^\[doctest\] test cases: .*?(\d+) passed.*?(\d+) failed/m));
/** "N passed, N failed" in the last line that has it. @type {(output: string) => Counts | null} */
const lastLine = (output) => counts([...output.matchAll(/(\d+) passed, (\d+) failed/g)].at(-1));
/** The end of what `node --test` says in TAP. @type {(output: string) => Counts | null} */
const tap = (output) => {
  const number = (word) => Number(output.match(new RegExp(`^# ${word} (\\d+)$`, "m"))?.[1] ?? NaN);
  return counts(["", number("pass"), number("fail") + number("cancelled")]);
};
/** One check that holds or does not. @type {(output: string, status: number) => Counts} */
const verdict = (_output, status) => (status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
/** A step that is no test: it counts only where it fails. */
const step = (_output, status) => ({ passed: 0, failed: status === 0 ? 0 : 1 });

/** @param {ArrayLike<string | number> | null | undefined} match */
function counts(match) {
  if (!match || Number.isNaN(Number(match[1])) || Number.isNaN(Number(match[2]))) return null;
  return { passed: Number(match[1]), failed: Number(match[2]) };
}

const testFiles = (folder) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => /\.test\.m?js$/.test(name)).map((name) => `${folder}/${name}`) : [];
const native = "build/native-debug/tests";
const wasm = "build/wasm-release/tests";

const builds = [
  { name: "build of dist", command: ["scripts/build"], count: step },
  { name: "build, native with sanitizers", command: ["sh", "-c", "cmake --preset native-debug && cmake --build --preset native-debug"], count: step },
];
const ofOneCore = [
  // The longest first.
  { name: "fuzz, 10 s a target", command: ["scripts/fuzz", "--short", "--seconds", "10"], count: lastLine },
  { name: "units, wasm", command: ["sh", "-c", `cmake --build --preset wasm-release --target pressmark_unit && node --no-warnings tests/support/run_wasi.mjs ${wasm}/unit/pressmark_unit.wasm`], count: doctest },
  { name: "layers", command: ["scripts/check-layers"], count: verdict },
  { name: "exports", command: ["scripts/check-exports"], count: verdict },
  { name: "types", command: ["node_modules/.bin/tsc", "-p", "web/tsconfig.json"], count: verdict },
  { name: "generated pages", command: ["scripts/check-generated"], count: verdict },
  { name: "units, native with sanitizers", command: [`${native}/unit/pressmark_unit`], count: doctest },
  { name: "memory that runs out", command: [`${native}/memory/pressmark_memory`], count: doctest },
  { name: "CommonMark examples", command: ["node", "tests/spec/commonmark.mjs", `${native}/spec/pressmark_spec_runner`], count: lastLine },
  { name: "GFM examples", command: ["node", "tests/spec/gfm.mjs", `${native}/spec/pressmark_spec_runner`, ".deps/cmark-gfm"], count: lastLine },
  { name: "cmark's own tests", command: ["node", "tests/spec/cmark.mjs", `${native}/spec/pressmark_spec_runner`, ".deps/cmark"], count: lastLine },
  { name: "places of words", command: ["node", "tests/spec/locate.mjs", `${native}/spec/pressmark_locate_runner`, ".deps/cmark-gfm"], count: verdict },
  { name: "pathological texts", command: ["node", "tests/spec/pathological.mjs", `${native}/spec/pressmark_spec_runner`], count: lastLine },
  { name: "grade passages", command: ["node", "tests/passages/run.mjs", `${native}/passages/pressmark_score`], count: lastLine },
  { name: "golden files", command: ["node", "tests/golden/golden.mjs", `${native}/golden/pressmark_golden_runner`], count: lastLine },
  { name: "valid HTML", command: ["node", "tests/constructs/validate.mjs", `${native}/golden/pressmark_golden_runner`], count: lastLine },
  { name: "node", command: ["node", "--test", "--test-reporter=tap", ...testFiles("tests/node")], count: tap },
  { name: "package", command: ["node", "tests/package/run.mjs"], count: lastLine },
];
const ofAllCores = [
  { name: "browsers", command: ["node", "tests/browser/run.mjs"], count: lastLine },
  { name: "studio, browsers killed", command: ["node", "tests/browser/studio_crash.mjs", "--rounds", "2"], count: lastLine },
];

/** What a program prints and how it ends. @returns {Promise<{status: number, output: string}>} */
function outcome([program, ...values]) {
  return new Promise((resolve) => {
    const child = spawn(program, values, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ status: 1, output: `${output}${error.message}\n` }));
    child.on("close", (status) => resolve({ status: status ?? 1, output }));
  });
}

/** @returns {Promise<Counts>} */
async function run({ name, command, count }) {
  const started = performance.now();
  const { status, output } = await outcome(command);
  const said = count(output, status) ?? { passed: 0, failed: 1 };
  const empty = count !== step && said.passed + said.failed === 0;
  const result = status === 0 && !empty ? said : { passed: said.passed, failed: Math.max(1, said.failed) };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  writeFileSync(`build/logs/${name.replace(/\W+/g, "-")}.log`, output);
  if (result.failed > 0) console.log(output.length > 20_000 ? `…\n${output.slice(-20_000)}` : output);
  console.log(`${name}: ${count === step && status === 0 ? "done" : `${result.passed} passed, ${result.failed} failed`} (${seconds} s)`);
  return result;
}

/** Runs suites, so many at a time, in their order. @returns {Promise<Counts[]>} as they come to an end */
async function runAll(suites, atOnce) {
  const waiting = suites.values();
  const results = [];
  // The lanes share the iterator, so each suite goes to the first that is free.
  const lane = async () => {
    for (const suite of waiting) results.push(await run(suite));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

mkdirSync("build/logs", { recursive: true });
const pattern = new RegExp(process.argv[2] ?? "", "i");
const chosen = (list) => list.filter(({ name }) => pattern.test(name));
const results = [...(await runAll(builds, 2)), ...(await runAll(chosen(ofOneCore), 2)), ...(await runAll(chosen(ofAllCores), 1))];
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
