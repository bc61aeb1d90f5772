#!/usr/bin/env node
// The package as its users get it: packed, installed into an empty folder, imported, run, and read by TypeScript.
//   node tests/package/run.mjs      after scripts/build
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "pressmark-package-"));
const run = (program, ...values) => execFileSync(program, values, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** What a bundler for browsers makes of a script. */
const bundle = (contents) =>
  buildSync({ stdin: { contents, resolveDir: folder }, outdir: folder, bundle: true, format: "esm", external: ["node:*"], write: false, metafile: true, logLevel: "error" });

let passed = 0;
let failed = 0;
function test(name, body) {
  try {
    body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n${error.stdout ?? ""}${error.stderr ?? ""}${error.stack}`);
  }
}

/** The types follow the modules of web/, the guides are the folder of them; everything else is listed by name. */
const isTypes = (path) => /^dist\/types\/(core|elements|files|generated)\/[a-z-]+\.d\.ts$/.test(path);
const isGuide = (path) => /^docs\/[a-z/-]+\.(md|svg)$/.test(path);
const listed = readFileSync(join(here, "files.txt"), "utf8").split("\n").filter(Boolean);

const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
const files = packed.files.map(({ path }) => path);

test("the package holds the listed files, the types and the guides, and nothing else", () => {
  assert.deepEqual(files.filter((path) => !isTypes(path) && !isGuide(path)).sort(), listed.sort());
});
test("what the README and the guides link to is in the package", () => {
  for (const page of files.filter((path) => path.endsWith(".md"))) {
    const links = [...readFileSync(join(root, page), "utf8").replace(/^```.*?^```/gms, "").matchAll(/\]\(([\w./-]+\.(?:md|svg))\)/g)];
    for (const [, link] of links) assert.ok(files.includes(join(dirname(page), link)), `${page}: ${link}`);
  }
});
test("every target of the exports is in the package", () => {
  const { exports, customElements } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const targets = [customElements, ...Object.values(exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)))];
  for (const target of targets) assert.ok(files.includes(target.replace("./", "")), `${target} is missing`);
});
test("the manifest names modules of the package, and types that TypeScript reads", () => {
  const { modules } = JSON.parse(readFileSync(join(root, "dist/custom-elements.json"), "utf8"));
  for (const { path } of modules) assert.ok(files.includes(path), path);
  const types = modules.flatMap(({ declarations }) => declarations.flatMap(({ attributes }) => attributes.map(({ type }) => type.text)));
  for (const type of types) assert.doesNotThrow(() => transformSync(`type T = ${type};`, { loader: "ts" }), type);
});
test("it installs into an empty folder without a network", () => {
  writeFileSync(join(folder, "package.json"), '{"private": true, "type": "module"}');
  run("npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(folder, packed.filename));
});
test("it brings no other package", () => {
  assert.deepEqual(Object.keys(JSON.parse(run("npm", "ls", "--all", "--json")).dependencies), ["pressmark"]);
  assert.equal(JSON.parse(run("npm", "ls", "--all", "--json")).dependencies.pressmark.dependencies, undefined);
});
for (const user of ["parses.mjs", "resolves.mjs"]) {
  test(`${user} runs`, () => {
    cpSync(join(here, user), join(folder, user));
    run("node", user);
  });
}
for (const entry of ["pressmark", "pressmark/core", "pressmark/badge"]) {
  test(`a bundler for browsers finds no module of Node's in ${entry}`, () => {
    const { metafile } = bundle(`export * from ${JSON.stringify(entry)}`);
    assert.deepEqual(Object.values(metafile.outputs).flatMap(({ imports }) => imports), []);
  });
}
test("a bundler keeps what is imported for its effect: elements and style sheet", () => {
  const { outputFiles } = bundle('import "pressmark"; import "pressmark/badge"; import "pressmark/inline"; import "pressmark/pressmark.css"');
  assert.deepEqual(outputFiles.map(({ path }) => path.split(".").at(-1)).sort(), ["css", "js"]);
  assert.match(outputFiles.map(({ text }) => text).join(""), /"press-release"[^]*@layer pressmark/);
  // webpack drops a style sheet that is not listed; esbuild keeps it.
  assert.ok(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).sideEffects.includes("./dist/pressmark.css"));
});
test("in a program that is bundled as CommonJS, the core comes from the bytes that it is given", () => {
  const program = `import { readFileSync } from "node:fs"; import { loadPressmark } from "pressmark/core";
    const wasm = readFileSync("node_modules/pressmark/dist/pressmark.wasm");
    void loadPressmark({ wasm }).then((pressmark) => console.log(pressmark.parse("# Calm harbour").title));`;
  const stdin = { contents: program, resolveDir: folder };
  buildSync({ stdin, outfile: join(folder, "program.cjs"), bundle: true, format: "cjs", platform: "node", logLevel: "error" });
  assert.equal(run("node", "program.cjs"), "Calm harbour\n");
});
test("a bundler drops what is not used", () => {
  assert.equal(bundle('import { Release } from "pressmark/core"').outputFiles[0].text, "");
});
for (const resolution of ["bundler", "nodenext"]) {
  for (const [file, lib] of Object.entries({ "types.ts": "es2023,dom", "badge_types.ts": "es2023,dom", "server_types.ts": "es2023" })) {
    test(`TypeScript finds the types (${file}, ${resolution})`, () => {
      cpSync(join(here, file), join(folder, file));
      const module = resolution === "bundler" ? "esnext" : "nodenext";
      run(
        join(root, "node_modules/.bin/tsc"), "--noEmit", "--strict", "--target", "es2022", "--lib", lib,
        "--module", module, "--moduleResolution", resolution, "--types", "", file,
      );
    });
  }
}

const guide = readFileSync(join(root, "docs/embed.md"), "utf8");
/** The example of the guide in which these words stand. */
const example = (kind, words) => [...guide.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\``, "gms"))].find(([, code]) => code.includes(words))[1];

test("the declarations for JSX in docs/embed.md know the elements", () => {
  cpSync(join(here, "react"), join(folder, "node_modules/react"), { recursive: true });
  cpSync(join(here, "jsx_types.tsx"), join(folder, "jsx_types.tsx"));
  writeFileSync(join(folder, "pressmark-react.d.ts"), example("ts", "pressmark-react.d.ts"));
  run(
    join(root, "node_modules/.bin/tsc"), "--noEmit", "--strict", "--target", "es2022", "--lib", "es2023,dom", "--jsx", "react-jsx",
    "--module", "esnext", "--moduleResolution", "bundler", "--types", "", "jsx_types.tsx", "pressmark-react.d.ts",
  );
});
test("the server of docs/embed.md writes an article, and nothing of one that is held back", () => {
  const open = "# Open \\</script> again\n\n![A hall](hall.jpg)\n";
  const later = "---\nembargo: 00:01 2 July 2124\n---\n\n# Later\n";
  const user = `${example("js", "articlePage")}
    const pages = ${JSON.stringify([open, later])}.map((text) => articlePage(text, "https://example.org/news/"));
    console.log(JSON.stringify(pages));`;
  writeFileSync(join(folder, "server.mjs"), user);
  const [{ title, html, searchData }, held] = JSON.parse(run("node", "server.mjs"));
  assert.equal(title, "Open </script> again");
  assert.match(html, /^<article class="pm-article"[^]*src="https:\/\/example.org\/news\/hall.jpg"/);
  assert.equal(searchData.match(/<\/script>/g).length, 1);
  assert.equal(held, null);
});

rmSync(folder, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
