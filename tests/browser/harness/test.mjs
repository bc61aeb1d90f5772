// How a browser test is written:  test("name as a sentence", async ({ page, server }) => { … });
// Each runs in every engine, in a fresh page, with a server of its own.

/**
 * @typedef {object} Options
 * @property {"dark" | "forced-colors" | "print"} [media] the reader's setting; a test is left out in an engine that cannot be set so
 * @property {boolean} [cutsNetwork] the test takes the network from the page; left out in an engine that cannot be told to
 * @property {("errors" | "rejections" | "violations")[]} [expects] what the page may do here and nowhere else:
 *   throw, leave a rejection unhandled, break its content security policy
 * @property {string[]} [asks] other hosts that the page may ask for, with a port where it is not 80; hosts of this test alone, since a browser
 *   may come to ask for them when the next test is running
 * @property {string} [unless] reason to leave the test out (something it needs is not there); empty to run it
 *
 * @typedef {object} Context
 * @property {import("./page.mjs").Page} page
 * @property {import("../../support/server.mjs").TestServer} server
 * @property {string} engine chromium, firefox or webkit
 * @property {string} dist folder of the built files
 *
 * @typedef {{name: string, options: Options, body: (context: Context) => Promise<void>, file: string}} Test
 */

/** @type {Test[]} */
const tests = [];
let currentFile = "";

/** @type {(name: string, ...rest: [Options, Test["body"]] | [Test["body"]]) => void} */
export function test(name, ...rest) {
  const body = rest.pop();
  tests.push({ name, options: rest[0] ?? {}, body, file: currentFile });
}

/** Loads test files, each of which registers its tests. @param {URL[]} files @returns {Promise<Test[]>} */
export async function loadTests(files) {
  for (const file of files) {
    currentFile = file.pathname.split("/").pop();
    await import(file.href);
  }
  const twice = repeated(tests.map(({ name }) => name));
  if (twice) throw new Error(`two tests have the name "${twice}"`);
  const shared = repeated(tests.flatMap(({ options }) => options.asks ?? []));
  if (shared) throw new Error(`two tests ask for the host "${shared}"`);
  return tests;
}

const repeated = (words) => words.find((word, index) => words.indexOf(word) !== index);
