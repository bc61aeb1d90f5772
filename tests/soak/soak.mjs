#!/usr/bin/env node
// Long lives of the core in Node and of one page in Chromium, measured:
//   node tests/soak/soak.mjs [--parses 100000] [--failures 1000] [--documents 10000]
import { parseArgs } from "node:util";
import { failMany, parseMany } from "../support/soak.mjs";
import "../support/faulty_core.js";
import { load } from "../node/pressmark.js";
import { showMany } from "./page.mjs";

const { values } = parseArgs({
  options: {
    parses: { type: "string", default: "100000" },
    failures: { type: "string", default: "1000" },
    documents: { type: "string", default: "10000" },
  },
});
console.log("parses", parseMany(await load(), Number(values.parses)));
console.log("failures", failMany(await load(), Number(values.failures)));
console.log("documents in one page", await showMany(Number(values.documents)));
