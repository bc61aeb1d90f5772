#!/usr/bin/env node
// Every example of CommonMark 0.31.2 against our own HTML.
//   node tests/spec/commonmark.mjs path/to/pressmark_spec_runner
import { createRequire } from "node:module";
import { compare } from "./examples.mjs";

const { tests: examples } = createRequire(import.meta.url)("commonmark-spec");
const [program] = process.argv.slice(2);
if (!program) throw new Error("usage: commonmark.mjs path/to/pressmark_spec_runner");
compare(program, examples, new URL("differences.yaml", import.meta.url));
