#!/usr/bin/env node
// Puts functions of a linked module that are alike next to each other. Brotli then says what they share with shorter
// distances: 2.7 kB of 242. The linker and the optimizer order them by the files they come from and by their callers.
//   wasm/order_functions.mjs MODULE.wasm
// wabt's text form does the renumbering: there each function has a name, and is a block of lines of its own.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const FEATURES = "--enable-exceptions"; // all others that the module uses are on by default

// How alike two functions are: their runs of instructions that are the same, of which rare ones tell more. Found by
// trying; other lengths and weights are up to 1 kB worse.
const RUN = 3; // instructions
const COMMONEST = 200; // functions that share a run; one in more of them tells nothing
const NEAR = 12; // functions before a place that count for what stands there …
const FADING = 0.9; // … each by this much less than the one behind it
const SIZE_WEIGHT = 0.8; // power of the length by which likeness is divided: else long functions would come first
const TRIES = 32; // functions to begin with, of which the best is kept: up to 0.6 kB lie between them, and only brotli tells

/** @param {string} program @param {string[]} args @param {string} [input] */
function run(program, args, input) {
  const ended = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  if (ended.status !== 0) throw new Error(`${program} failed: ${ended.error ?? ended.stderr}`);
  return ended.stdout;
}

/**
 * How alike each function is to others, by their places.
 * @param {string[][]} bodies lines of instructions
 * @returns {Map<number, number>[]}
 */
function likeness(bodies) {
  /** @type {Map<string, number[]>} */
  const holders = new Map();
  const runs = bodies.map((lines) => new Set(lines.slice(RUN - 1).map((_, at) => lines.slice(at, at + RUN).join("\n"))));
  runs.forEach((own, place) => {
    for (const run of own) {
      if (!holders.has(run)) holders.set(run, []);
      holders.get(run).push(place);
    }
  });
  return runs.map((own, place) => {
    const others = new Map();
    for (const run of own) {
      const shared = holders.get(run);
      if (shared.length > COMMONEST) continue;
      for (const other of shared) {
        if (other !== place) others.set(other, (others.get(other) ?? 0) + 1 / Math.sqrt(shared.length));
      }
    }
    return others;
  });
}

/**
 * The places in a new order: from a first function on always the one that is most like the last ones.
 * @param {string[][]} bodies
 * @param {Map<number, number>[]} alike
 * @param {number} first
 */
function ordered(bodies, alike, first) {
  const left = new Set(bodies.keys());
  const order = [];
  for (let next = first; next !== undefined; next = likest(order.slice(-NEAR)) ?? left.values().next().value) {
    left.delete(next);
    order.push(next);
  }
  return order;

  /** @param {number[]} last @returns {number | undefined} */
  function likest(last) {
    const scores = new Map();
    last.forEach((place, at) => {
      for (const [other, value] of alike[place]) {
        if (left.has(other)) scores.set(other, (scores.get(other) ?? 0) + value * FADING ** (last.length - 1 - at));
      }
    });
    let best, bestScore = 0;
    for (const [place, score] of scores) {
      const value = score / bodies[place].length ** SIZE_WEIGHT;
      if (value > bestScore) [best, bestScore] = [place, value];
    }
    return best;
  }
}

const [file] = process.argv.slice(2);
const parts = run("wasm2wat", [FEATURES, "--generate-names", file]).split(/(?=^ {2}\()/m);
const isFunction = (/** @type {string} */ part) => part.startsWith("  (func ");
const functions = parts.filter(isFunction);
const first = parts.findIndex(isFunction);
const bodies = functions.map((text) => text.split("\n").slice(1).map((line) => line.replace(/;;.*/, "").trim()));
const others = parts.slice(first).filter((part) => !isFunction(part));
const alike = likeness(bodies);

let best;
for (let attempt = 0; attempt < TRIES; attempt++) {
  const order = ordered(bodies, alike, Math.floor((attempt * bodies.length) / TRIES));
  const text = [...parts.slice(0, first), ...order.map((place) => functions[place]), ...others].join("");
  run("wat2wasm", [FEATURES, "-", "-o", file], text);
  const module = readFileSync(file);
  const size = brotliCompressSync(module, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: module.length } }).length;
  if (!best || size < best.size) best = { size, module };
}
writeFileSync(file, best.module);
