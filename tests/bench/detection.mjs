// What finding grades costs, beside parsing the same text as Markdown, at 5 kB and at 1 MB:
//   cmake --preset wasm-release && cmake --build --preset wasm-release --target pressmark_bench_detection
//   node tests/bench/detection.mjs [PROGRAM] [--seconds N] [--json]
// PROGRAM: the bench program as wasm (default) or native. detection.cpp says what is timed. Prints a table of medians;
// judged by eye, never by a timed test: the ratio is to stay below 1/3.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const args = process.argv.slice(2);
const seconds = args.includes("--seconds") ? args[args.indexOf("--seconds") + 1] : "2";
const program =
  args.find((word) => !word.startsWith("--") && word !== seconds) ??
  `${root}build/wasm-release/tests/bench/pressmark_bench_detection.wasm`;
const sizes = [5_000, 1_000_000];

/** Texts of a file of passages, without front matter: in the middle of a text it would be none. */
const passages = (/** @type {string} */ file) =>
  readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .filter(({ text }) => !text.startsWith("---"));

function texts() {
  const folder = `${root}tests/passages/`;
  const all = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((name) => passages(`${folder}${name}`));
  const releases = all.filter(({ text }) => text.length > 500).map(({ text }) => text);
  const seeds = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
  if (existsSync(seeds)) {
    for (const name of readdirSync(seeds)) releases.push(readFileSync(`${seeds}${name}`, "utf8").replace(/^```yaml[^]*?```\n/, ""));
  }
  return {
    "releases": releases.join("\n\n"),
    "grade after grade": all.map(({ text }) => text).join("\n\n"),
    "prose without grades": prose,
    "one sentence of grades": "The report by HMICFRS rated the force good for preventing crime, ".concat(
      "requires improvement at managing offenders, outstanding for investigating crime and adequate in its leadership, ".repeat(40),
    ),
  };
}

const prose = `# Market hall opens again after two years of work

The doors of the old market hall in Fennimore open on Saturday for the first time in two years. Forty stalls, a kitchen for
cookery lessons and a room for the town's choir have found a place under the repaired roof.

Builders took down the ceiling put in during the sixties and found the painted beams of 1887 above it, black with soot but
whole. “Nobody alive had seen them,” said Oona Tarrant, who led the work for the town. “We had drawn a plain white roof; we
threw the drawings away that afternoon.” The beams were washed by hand, a metre at a time, over eleven weeks.

The money came from three places: the lottery gave 1.2 million pounds, the county lent 600,000, and 2,300 people bought
shares of twenty pounds each. Rents for small traders stay where they were before the closure. Fish returns to its marble
slabs on the north side, bread and cheese to the middle aisle, and second-hand books to the gallery, where the light is best.

- Opening hours: Tuesday to Saturday, 8am to 5pm
- Parking behind the bus station, free for the first hour
- A lift now leads to the gallery; [a plan of the hall](https://fennimore.example/hall) shows every door

The choir sings at noon on Saturday. Anyone who has a photograph of the hall before the war is asked to bring it along: the
museum will copy it on the spot and hang the copies by the stairs. *Dogs are welcome, on a lead.*
`;

/** @param {string} text @param {number} size */
const filled = (text, size) => {
  const unit = `${text.trimEnd()}\n\n`;
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
};
/** One sentence has no end of a paragraph in it. @param {string} text @param {number} size */
const filledInLine = (text, size) => text.repeat(Math.ceil(size / text.length)).slice(0, size);

/** @param {string} text @returns {{bytes: number, grades: number, firstDetect: number, parse: number, detect: number}} */
function measure(text) {
  const command = program.endsWith(".wasm")
    ? [process.execPath, "--no-warnings", `${root}tests/support/run_wasi.mjs`, program, seconds]
    : [program, seconds];
  const { status, stdout, stderr } = spawnSync(command[0], command.slice(1), { input: text, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
  return JSON.parse(stdout);
}

const results = Object.entries(texts()).flatMap(([name, text]) =>
  sizes.map((size) => {
    const times = measure((name.startsWith("one sentence") ? filledInLine : filled)(text, size));
    return { name, size, ...times, ratio: times.detect / times.parse };
  }),
);
if (args.includes("--json")) {
  console.log(JSON.stringify(results, null, 2));
} else {
  console.log("text                       bytes   parse ms  detect ms   ratio  first detect ms");
  for (const { name, bytes, parse, detect, ratio, firstDetect } of results) {
    const cells = [String(bytes).padStart(9), parse.toFixed(3).padStart(10), detect.toFixed(3).padStart(10), ratio.toFixed(2).padStart(7)];
    console.log(`${name.padEnd(23)}${cells.join(" ")} ${firstDetect.toFixed(1).padStart(16)}`);
  }
}
