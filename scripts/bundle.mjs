#!/usr/bin/env node
// Makes dist/ from the built core and the sources in web/. Called by scripts/build, after the core is built.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const wasm = "build/wasm-release/wasm/pressmark.wasm";
const dist = "dist";
// A build that fails leaves the last good dist/ as it was.
const fresh = "build/dist";

/** What the wasm's exceptions need anyway, so no older syntax is worth its bytes. */
const target = ["chrome95", "firefox100", "safari15.2", "node20"];
const banner = { js: `//! Pressmark ${version}, MIT` };
/** The module "pressmark.wasm" is the core as base64. */
const wasmInside = {
  name: "pressmark.wasm",
  setup(build) {
    build.onResolve({ filter: /^pressmark\.wasm$/ }, ({ path }) => ({ path, namespace: "pressmark" }));
    build.onLoad({ filter: /.*/, namespace: "pressmark" }, () => ({ contents: readFileSync(wasm), loader: "base64" }));
  },
};
const common = {
  bundle: true,
  minify: true,
  target,
  banner,
  charset: "utf8",
  legalComments: "none",
  external: ["node:*"],
  plugins: [wasmInside],
  logLevel: "warning",
};

function generate(what, ...values) {
  execFileSync("node", [`scripts/generate/${what}.mjs`, ...values], { stdio: "inherit" });
}

function generateTables() {
  for (const table of ["vocabulary", "scales", "limits", "styles", "words"]) generate(table, "js", `web/generated/${table}.js`);
}

async function bundle() {
  const modules = {
    "core.js": "web/core/index.js",
    "pressmark.js": "web/elements/index.js",
    "badge.js": "web/elements/badge.js",
  };
  for (const [output, entry] of Object.entries(modules)) {
    await build({ ...common, format: "esm", entryPoints: [entry], outfile: `${fresh}/${output}` });
  }
  // A classic script has no address of its own; the wasm inside makes one needless.
  await build({
    ...common,
    format: "iife",
    entryPoints: ["web/inline.js"],
    outfile: `${fresh}/pressmark.inline.js`,
    define: { "import.meta.url": "document.baseURI" },
  });
}

/** Declarations of what a package's user imports, from the JSDoc of the sources. */
function declareTypes() {
  const options = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", "web", "--outDir", `${fresh}/types`];
  execFileSync("node_modules/.bin/tsc", ["-p", "web/tsconfig.json", ...options], { stdio: "inherit" });
  // Additions to the types of a page are declared by hand, and tsc does not copy them.
  cpSync("web/elements/globals.d.ts", `${fresh}/types/elements/globals.d.ts`);
  const index = `${fresh}/types/elements/index.d.ts`;
  writeFileSync(index, `/// <reference path="./globals.d.ts" />\n${readFileSync(index, "utf8")}`);
  for (const inside of ["examples", "inline.d.ts"]) rmSync(`${fresh}/types/${inside}`, { recursive: true, force: true });
}

rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
generateTables();
await bundle();
declareTypes();
cpSync(wasm, `${fresh}/pressmark.wasm`);
generate("styles", "css", `${fresh}/pressmark.css`);
generate("notices", `${fresh}/NOTICES.txt`);
generate("custom-elements", `${fresh}/custom-elements.json`);
if (existsSync("web/examples")) cpSync("web/examples", `${fresh}/demo`, { recursive: true });
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
