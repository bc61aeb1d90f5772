#!/usr/bin/env node
// The examples of the GitHub Flavored Markdown specification that show its extensions, against our own HTML.
//   node tests/spec/gfm.mjs path/to/pressmark_spec_runner path/to/cmark-gfm
import { compare } from "./examples.mjs";
import { gfmExamples } from "./gfm_examples.mjs";

const [program, folder] = process.argv.slice(2);
if (!folder) throw new Error("usage: gfm.mjs path/to/pressmark_spec_runner path/to/cmark-gfm");
compare(program, gfmExamples(folder), new URL("gfm_differences.yaml", import.meta.url));
