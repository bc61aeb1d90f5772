#!/usr/bin/env node
// Makes dist/ from the built core and the sources in web/. Called by scripts/build, after the core is built.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
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
/** The studio is a tool for today's browsers. */
const studioTarget = ["chrome123", "firefox120", "safari17.5"];
const banner = { js: `//! Pressmark ${version}, MIT` };
/** The module "pressmark.wasm" is the core as base64. */
const wasmInside = {
  name: "pressmark.wasm",
  setup(build) {
    build.onResolve({ filter: /^pressmark\.wasm$/ }, ({ path }) => ({ path, namespace: "pressmark" }));
    build.onLoad({ filter: /.*/, namespace: "pressmark" }, () => ({ contents: readFileSync(wasm), loader: "base64" }));
  },
};
/** A module that is the text of a built file. */
const textInside = (name, file) => ({
  name,
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: "text" }));
    build.onLoad({ filter: /.*/, namespace: "text" }, () => ({ contents: readFileSync(file, "utf8"), loader: "text" }));
  },
});
const common = {
  bundle: true,
  minify: true,
  target,
  banner,
  charset: "utf8",
  legalComments: "none",
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

/** What a page of the studio may do. It sends nothing anywhere: its own files are all that it may fetch. */
const studioPolicy = (script, style, connect, worker) =>
  `default-src 'none'; script-src ${script} 'wasm-unsafe-eval'; style-src ${style}; connect-src ${connect}; worker-src ${worker}; ` +
  "manifest-src 'self'; img-src 'self' data: blob: https: http:; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types pressmark-studio";
const policyElement = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const sha256 = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

/** A page from disk is no app that could be installed. */
const MANIFEST_LINK = '<link rel="manifest" href="studio.webmanifest">';
/**
 * What the folder has in files of their own. core.js, which both of them import, has no modulepreload: with it WebKit now
 * and then runs early.js no sooner than studio.js.
 */
const SCRIPT_LINKS = `<script type="module" src="early.js" async></script>
    <script type="module" src="studio.js"></script>`;

/** Puts parts into a page; each place must be there once. */
function fill(page, places) {
  for (const [place, part] of places) {
    if (page.split(place).length !== 2) throw new Error(`web/studio/index.html must have ${place} once`);
    page = page.replace(place, () => part);
  }
  return page;
}

/** The studio as a folder, with the core and every other file that it needs, and as one page that opens from disk. */
async function bundleStudio() {
  const entryPoints = { early: "web/studio/early.js", studio: "web/offline/main.js" };
  const folder = `${fresh}/studio`;
  // What both need is one file, so that the core is compiled once.
  await build({ ...common, target: studioTarget, format: "esm", splitting: true, chunkNames: "core", entryPoints, outdir: folder });
  const worker = { ...common, target: studioTarget, format: "iife", entryPoints: ["web/studio/reading-worker.js"], define: { "import.meta.url": "location.href" } };
  await build({ ...worker, outfile: `${folder}/reading-worker.js` });
  await build({ ...common, target: studioTarget, entryPoints: ["web/studio/studio.css"], outdir: folder, banner: {} });
  cpSync(wasm, `${folder}/pressmark.wasm`);
  cpSync("web/studio/icon.svg", `${folder}/icon.svg`);
  cpSync("web/offline/studio.webmanifest", `${folder}/studio.webmanifest`);
  generate("icons", folder);
  const page = readFileSync("web/studio/index.html", "utf8");
  const policy = policyElement(studioPolicy("'self'", "'self'", "'self'", "'self'"));
  writeFileSync(`${folder}/index.html`, fill(page, [["<!-- policy -->", policy]]));

  const { outputFiles } = await build({
    ...common,
    target: studioTarget,
    format: "iife",
    entryPoints: ["web/studio/single-file.js"],
    define: { "import.meta.url": "document.baseURI" },
    plugins: [wasmInside, textInside("pressmark-reading-worker.js", `${folder}/reading-worker.js`)],
    write: false,
  });
  const script = outputFiles[0].text.replaceAll("</script", "<\\/script");
  const style = readFileSync(`${folder}/studio.css`, "utf8");
  const icon = `data:image/svg+xml;base64,${readFileSync("web/studio/icon.svg").toString("base64")}`;
  writeFileSync(
    `${fresh}/studio.html`,
    fill(page, [
      ["<!-- policy -->", policyElement(studioPolicy(sha256(script), sha256(style), "'none'", "blob:"))],
      ['<link rel="stylesheet" href="studio.css">', `<style>${style}</style>`],
      [SCRIPT_LINKS, ""],
      ["\n  </body>", `\n    <script>${script}</script>\n  </body>`],
      [MANIFEST_LINK, ""],
    ]).replaceAll('"icon.svg"', `"${icon}"`),
  );
}

/** The service worker: it knows every file of the studio by its hash, and its own version by all of them. */
async function bundleServiceWorker() {
  const folder = `${fresh}/studio`;
  const files = readdirSync(folder).sort().map((path) => {
    const hash = createHash("sha384").update(readFileSync(`${folder}/${path}`)).digest("base64");
    return { path, integrity: `sha384-${hash}` };
  });
  const id = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  // Servers write into pages, and a page that was written into is better than none.
  const list = files.map(({ path, integrity }) => ({ path, integrity: path.endsWith(".html") ? null : integrity }));
  await build({
    ...common,
    target: studioTarget,
    format: "iife",
    entryPoints: ["web/offline/service-worker.js"],
    outfile: `${folder}/service-worker.js`,
    define: { __PRESSMARK_VERSION__: JSON.stringify(id), __PRESSMARK_FILES__: JSON.stringify(list) },
  });
}

/** Declarations of what a package's user imports, from the JSDoc of the sources. */
function declareTypes() {
  const options = ["--noEmit", "false", "--declaration", "--emitDeclarationOnly", "--rootDir", "web", "--outDir", `${fresh}/types`];
  execFileSync("node_modules/.bin/tsc", ["-p", "web/tsconfig.json", ...options], { stdio: "inherit" });
  // Additions to the types of a page are declared by hand, and tsc does not copy them.
  for (const byHand of ["core/globals", "elements/globals", "elements/badge-globals"]) cpSync(`web/${byHand}.d.ts`, `${fresh}/types/${byHand}.d.ts`);
  cpSync("web/files", `${fresh}/types/files`, { recursive: true });
  cpSync("web/inline-globals.d.ts", `${fresh}/types/inline.d.ts`);
  const references = { "core/index": ["globals"], "elements/badge": ["badge-globals"], "elements/index": ["globals", "badge-globals"] };
  for (const [module, globals] of Object.entries(references)) {
    const path = `${fresh}/types/${module}.d.ts`;
    const lines = globals.map((name) => `/// <reference path="./${name}.d.ts" />\n`).join("");
    writeFileSync(path, lines + readFileSync(path, "utf8"));
  }
  for (const inside of ["examples", "studio", "offline", "inline-core.d.ts"]) rmSync(`${fresh}/types/${inside}`, { recursive: true, force: true });
}

rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });
generateTables();
await bundle();
await bundleStudio();
await bundleServiceWorker();
declareTypes();
cpSync(wasm, `${fresh}/pressmark.wasm`);
generate("styles", "css", `${fresh}/pressmark.css`);
generate("notices", `${fresh}/NOTICES.txt`);
generate("custom-elements", `${fresh}/custom-elements.json`);
if (existsSync("web/examples")) cpSync("web/examples", `${fresh}/demo`, { recursive: true });
rmSync(dist, { recursive: true, force: true });
renameSync(fresh, dist);
