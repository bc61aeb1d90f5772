#!/usr/bin/env node
// Measures Pressmark beside what a user would put together instead. Run by scripts/bench, which installs the others.
//   scripts/bench [--quick] [--only mount,render,native,cold,growth] [--engine chromium|firefox|webkit]… [--write]
// Judged by eye: figures are ratios of medians within one run, and no test depends on them. --write puts the tables into
// docs/performance.md and the picture beside it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ENGINES } from "../browser/harness/engines.mjs";
import { Outside } from "../support/outside.mjs";
import { measureCold } from "./cold.mjs";
import { measureNative } from "./native.mjs";
import { asMarkdown, asPicture } from "./report.mjs";
import { interleaved } from "./rounds.mjs";
import { contenders, setUp, site } from "./set_up.mjs";
import { SiteServer } from "./site_server.mjs";
import { body, corpus, release } from "./texts.mjs";

const { values: options } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string", default: "mount,render,native,cold,growth" },
    engine: { type: "string", multiple: true, default: ["chromium"] },
    write: { type: "boolean", default: false },
  },
});
const sections = new Set(options.only.split(","));
const effort = options.quick
  ? { rounds: 5, batch: 30, warm: 200, cold: 5, networks: ["local", "cable"], sizes: ["6 kB", "100 kB"] }
  : { rounds: 15, batch: 60, warm: 1200, cold: 15, networks: ["local", "cable", "fast 3G"], sizes: ["6 kB", "100 kB", "1 MB"] };
/** A renderer that takes longer for one run is not asked again for this text. */
const TOO_SLOW = options.quick ? 100 : 1500;

const texts = {
  release: release(),
  "6 kB": body(),
  "10 kB": corpus(10_000),
  "100 kB": corpus(100_000),
  "1 MB": corpus(1_000_000),
  "10 MB": corpus(10_000_000),
};

/** The pages of one engine: one for each contender where the engine has tabs, so that they share no heap. */
class Field {
  #engine;
  #server;
  /** @type {Map<string, import("../browser/harness/page.mjs").Page>} */
  #pages = new Map();
  #alone;

  constructor(engine, server, alone) {
    this.#engine = engine;
    this.#server = server;
    this.#alone = alone;
  }

  /** Calls a function of in_page.js for a contender. @param {string} path @param {string} call @param {any[]} values */
  async ask(path, call, ...values) {
    const page = await this.#pageOf(path);
    return page.evaluate(async (name, given) => (await import("/in_page.js"))[name](...given), call, [path, ...values]);
  }

  async #pageOf(path) {
    const key = this.#alone ? path : "";
    const known = this.#pages.get(key);
    if (known) {
      if (!this.#alone) await known.evaluate(async (name) => (await import("/in_page.js")).load(name), path);
      return known;
    }
    const page = await this.#engine.page();
    this.#pages.set(key, page);
    await page.goto(`${this.#server.origin}/bench.html`);
    await page.evaluate(async (name) => (await import("/in_page.js")).load(name), path);
    return page;
  }

  async close() {
    for (const page of this.#pages.values()) await page.close();
    this.#pages.clear();
  }
}

/** Point 1: from the text of a release to safe nodes in the page. @param {Field} field */
async function measureMount(field) {
  const names = contenders("stacks");
  const paths = names.map((name) => `stacks/${name}`);
  const expected = await field.ask("stacks/a", "mountedContent", "release");
  for (const path of paths) {
    const { grades, paragraphs, ...content } = await field.ask(path, "mountedContent", "release");
    assert.equal(content.headline, expected.headline, path);
    assert.equal(content.title, expected.title, path);
    assert.equal(content.nested, expected.nested, path);
    for (const start of expected.paragraphs) {
      const plain = (/** @type {string} */ text) => text.replace(/[‘’“”'"–—-]/g, "").slice(0, 12);
      assert.ok(paragraphs.some((paragraph) => plain(paragraph) === plain(start)), `${path} lacks ${start}`);
    }
    if (path.includes("pressmark")) assert.ok(grades > 0, `${path} finds no grades`);
  }
  const results = [];
  for (const count of options.quick ? [1, 100] : [1, 100, 1000]) {
    for (const path of paths) await field.ask(path, "timeMount", "release", effort.warm, count);
    const medians = await interleaved(paths, effort.rounds, (path) => field.ask(path, "timeMount", "release", effort.batch, count));
    for (const [path, time] of medians) results.push({ name: path.slice(7), count, time });
  }
  return results;
}

/** Point 2: from Markdown to HTML, string to string. @param {Field} field */
async function measureRender(field) {
  const results = [];
  for (const size of effort.sizes) {
    const fast = [];
    for (const name of contenders("renderers")) {
      const path = `renderers/${name}`;
      const html = await field.ask(path, "rendered", size);
      // snarkdown knows no paragraphs.
      assert.ok(html.length > 0.9 * texts[size].length && (name === "snarkdown" || html.includes("<p>")), `${name} renders ${size}`);
      const first = await field.ask(path, "timeRender", size, 0);
      if (first > TOO_SLOW) results.push({ name, size, time: first });
      else fast.push(path);
    }
    for (const path of fast) await field.ask(path, "timeRender", size, effort.warm);
    const medians = await interleaved(fast, effort.rounds, (path) => field.ask(path, "timeRender", size, effort.batch));
    for (const [path, time] of medians) results.push({ name: path.slice(10), size, time });
  }
  return results;
}

/** Point 5: how time and memory grow. @param {Field} field */
async function measureGrowth(field) {
  const results = [];
  for (const size of ["10 kB", "100 kB", "1 MB", ...(options.quick ? [] : ["10 MB"])]) {
    await field.ask("renderers/pressmark", "timeRender", size, 300);
    const time = await field.ask("renderers/pressmark", "timeRender", size, 600);
    results.push({ size, bytes: Buffer.byteLength(texts[size]), time });
  }
  for (const result of results) {
    // A page of its own for each: memory never shrinks.
    await field.close();
    const { before, peak, text } = await field.ask("renderers/pressmark", "memoryFor", result.size);
    Object.assign(result, { before, peak, ratio: peak / text });
  }
  return results;
}

async function inEngine(name, server) {
  const outside = await new Outside().start();
  const engine = new ENGINES[name](outside);
  const version = await engine.start();
  const field = new Field(engine, server, name !== "webkit");
  const results = { engine: version };
  try {
    if (sections.has("mount")) {
      results.mount = await measureMount(field);
      console.error(`${name}: mounted`);
    }
    await field.close();
    if (sections.has("render")) results.render = await measureRender(field);
    await field.close();
    if (sections.has("growth") && name === "chromium") results.growth = await measureGrowth(field);
  } finally {
    await engine.stop();
    outside.close();
  }
  return results;
}

await setUp();
const folder = fileURLToPath(new URL("../../build/bench/", import.meta.url));
mkdirSync(`${folder}texts`, { recursive: true });
const server = await new SiteServer(site).start();
server.add("/bench.html", "<!doctype html><meta charset=utf-8><title>Bench</title><body>", "text/html; charset=utf-8");
for (const [name, text] of Object.entries(texts)) server.add(`/texts/${name}`, text);

const results = {
  date: new Date().toISOString().slice(0, 10),
  machine: `${cpus().length} × ${cpus()[0]?.model}`,
  commit: execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(),
  quick: options.quick,
  engines: [],
};
try {
  if (sections.has("native")) {
    const files = {};
    for (const name of effort.sizes) writeFileSync((files[name] = `${folder}texts/${name}.md`), texts[name]);
    results.native = await measureNative(files, effort);
  }
  for (const name of options.engine) results.engines.push(await inEngine(name, server));
  if (sections.has("cold") && options.engine.includes("chromium")) {
    results.cold = await measureCold(server, { rounds: effort.cold, networks: effort.networks });
  }
} finally {
  server.close();
}
writeFileSync(`${folder}results.json`, JSON.stringify(results, null, 1));
const markdown = asMarkdown(results);
console.log(markdown);
if (options.write) {
  writeFileSync(fileURLToPath(new URL("../../docs/performance.md", import.meta.url)), markdown);
  writeFileSync(fileURLToPath(new URL("../../docs/performance.svg", import.meta.url)), asPicture(results));
}
