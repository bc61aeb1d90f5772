#!/usr/bin/env node
// Runs the browser tests in Chromium, Firefox and WebKit.
//   node tests/browser/run.mjs [--engine chromium|firefox|webkit] [--only PATTERN] [--dist DIR] [--list] [--times] [--whole]
// PATTERN is a regular expression for the test's name or its file's. The exit code is 1 when anything failed; an engine
// that does not start is a failure. --times tells what each test took. --whole takes the Chromium that people have, in
// the place of its shell without windows.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { Outside } from "../support/outside.mjs";
import { TestServer } from "../support/server.mjs";
import { ENGINES } from "./harness/engines.mjs";
import { loadTests } from "./harness/test.mjs";

const TEST_TIME_LIMIT = 60_000;
/** Opening a page may start a browser of its own, for other settings of the reader. */
const START_TIME_LIMIT = 90_000;

const { values: options } = parseArgs({
  options: {
    engine: { type: "string", multiple: true, default: Object.keys(ENGINES) },
    only: { type: "string", default: "" },
    dist: { type: "string", default: fileURLToPath(new URL("../../dist", import.meta.url)) },
    list: { type: "boolean", default: false },
    times: { type: "boolean", default: false },
    whole: { type: "boolean", default: false },
  },
});
const dist = resolve(options.dist);
const folder = fileURLToPath(new URL(".", import.meta.url));

/** @returns {Promise<import("./harness/test.mjs").Test[]>} */
async function chosenTests() {
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).sort();
  const pattern = new RegExp(options.only, "i");
  const tests = await loadTests(files.map((name) => pathToFileURL(folder + name)));
  return tests.filter((test) => pattern.test(test.name) || pattern.test(test.file));
}

/** Fails a promise that takes too long; the work behind it is not waited for. */
function within(milliseconds, what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** What no page may do, unless its test says that it will. */
async function checkManners(page, outside, expects) {
  const seen = await page.seen();
  const allowed = new Set(expects);
  for (const kind of ["errors", "rejections", "violations"]) {
    if (!allowed.has(kind)) assert.deepEqual(seen[kind], [], `the page has ${kind}`);
  }
  assert.deepEqual(outside.take(), [], "another machine was asked for something");
}

async function runTest(test, engineName, engine, outside) {
  const server = await new TestServer(dist).start();
  let page;
  outside.take();
  outside.allow(test.options.asks ?? []);
  try {
    page = await within(START_TIME_LIMIT, "opening a page", engine.page(test.options.media));
    const work = (async () => {
      await test.body({ page, server, engine: engineName, dist });
      await checkManners(page, outside, test.options.expects);
    })();
    await within(TEST_TIME_LIMIT, "the test", work);
  } catch (error) {
    if (page && error instanceof Error) error.seen = await within(2000, "asking the page", page.seen()).catch(() => null);
    throw error;
  } finally {
    await page?.close().catch(() => {});
    await server.close();
  }
}

function reasonToLeaveOut({ options: { unless, media, cutsNetwork } }, engine) {
  if (unless) return unless;
  if (cutsNetwork && !engine.canCutNetwork) return "the network cannot be cut here";
  return media && !engine.canShow(media) ? `${media} cannot be set here` : "";
}

async function runEngine(name, tests) {
  const outside = await new Outside().start();
  const engine = new ENGINES[name](outside, options.whole);
  const result = { name, passed: 0, failed: 0, leftOut: new Map(), seconds: 0 };
  const started = Date.now();
  try {
    const version = await within(START_TIME_LIMIT, `${name}: the start`, engine.start());
    console.log(`${name}: ${version}`);
    for (const test of tests) {
      const reason = reasonToLeaveOut(test, engine);
      if (reason) {
        result.leftOut.set(reason, [...(result.leftOut.get(reason) ?? []), test.name]);
        continue;
      }
      const begun = Date.now();
      try {
        await runTest(test, name, engine, outside);
        result.passed += 1;
      } catch (error) {
        result.failed += 1;
        console.log(`FAILED ${name}: ${test.name} (${test.file})\n${indented(error)}`);
      }
      if (options.times) console.log(`${((Date.now() - begun) / 1000).toFixed(1)} s ${name}: ${test.name} (${test.file})`);
    }
  } catch (error) {
    result.failed += 1;
    console.log(`FAILED ${name}: the engine did not start\n${indented(error)}`);
  } finally {
    await engine.stop().catch((error) => console.log(`${name}: ${error}`));
    outside.close();
  }
  result.seconds = (Date.now() - started) / 1000;
  return result;
}

/** The message, of the stack only the lines that lead to a test, and what the page went through. */
function indented(error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = text.split("\n").filter((line) => !/^\s+at /.test(line) || line.includes("tests/browser/"));
  const shown = lines.filter((line) => !line.includes("tests/browser/run.mjs"));
  for (const [kind, found] of Object.entries(error.seen ?? {})) {
    if (found.length > 0) shown.push(`the page's ${kind}: ${JSON.stringify(found).slice(0, 600)}`);
  }
  return shown.map((line) => `    ${line}`).join("\n");
}

const tests = await chosenTests();
if (options.list) {
  for (const test of tests) console.log(`${test.file}: ${test.name}`);
  process.exit(0);
}
const unknown = options.engine.find((name) => !(name in ENGINES));
if (unknown) throw new Error(`no engine is called ${unknown}; there are ${Object.keys(ENGINES).join(", ")}`);
if (tests.length === 0) throw new Error(`no test matches ${options.only}`);

const results = await Promise.all(options.engine.map((name) => runEngine(name, tests)));
for (const { name, passed, failed, leftOut, seconds } of results) {
  console.log(`${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  for (const [reason, names] of leftOut) console.log(`  left out, ${reason}: ${names.join("; ")}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
