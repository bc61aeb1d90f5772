// Builds what scripts/bench measures into build/bench: cmark 0.30.2 as upstream made it (native and as wasm, -O3), one
// minified bundle for every contender, and the files of wasm that they fetch.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const here = fileURLToPath(new URL("./", import.meta.url));
const peers = `${here}peers/`;
export const site = `${root}build/bench/site/`;
const cmark = `${root}build/bench/cmark/`;
export const nativeCmark = `${cmark}native_cmark`;
export const nativePressmark = `${root}build/native-release/tests/bench/pressmark_bench_native`;

/** @param {string} program @param {string[]} values */
const run = (program, values) => execFileSync(program, values, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });

/** Without our patches, which make it faster and slower in places. */
function buildCmark() {
  mkdirSync(`${cmark}source`, { recursive: true });
  if (!existsSync(`${cmark}source/CMakeLists.txt`)) {
    run("tar", ["xzf", ".deps/archives/cmark_0.30.2.orig.tar.gz", "--strip-components=1", "-C", `${cmark}source`]);
  }
  run("cmake", ["-S", `${cmark}source`, "-B", `${cmark}native`, "-DCMAKE_BUILD_TYPE=Release", "-DCMARK_TESTS=OFF", "-DCMARK_SHARED=OFF"]);
  run("cmake", ["--build", `${cmark}native`, "--target", "cmark_static"]);
  const includes = [`-I${cmark}source/src`, `-I${cmark}native/src`];
  run("cc", ["-O3", "-DNDEBUG", ...includes, `${here}native_cmark.c`, `${here}native_loop.c`, `${cmark}native/src/libcmark.a`, "-o", nativeCmark]);
  const sources = readdirSync(`${cmark}source/src`).filter((name) => name.endsWith(".c") && name !== "main.c");
  const settings = ["-sSTANDALONE_WASM", "-sALLOW_MEMORY_GROWTH", "-sEXPORTED_FUNCTIONS=_render,_last_size,_malloc,_free", "--no-entry"];
  const files = [...sources.map((name) => `${cmark}source/src/${name}`), `${peers}cmark_glue.c`];
  run("emcc", ["-O3", "-DNDEBUG", "-DCMARK_STATIC_DEFINE", ...includes, ...files, ...settings, "-o", `${site}cmark.wasm`]);
}

/** Contenders by folder: "stacks" have mount(), "renderers" are functions from text to text. */
export const contenders = (/** @type {string} */ folder) =>
  readdirSync(`${peers}${folder}`).map((name) => name.replace(/\.js$/, ""));

async function bundle() {
  await build({
    entryPoints: ["stacks", "renderers"].flatMap((folder) => contenders(folder).map((name) => `${peers}${folder}/${name}.js`)),
    outbase: peers,
    outdir: site,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    alias: { "pressmark/core": `${root}dist/core.js`, pressmark: `${root}dist/pressmark.js` },
    external: ["node:*", "fs", "path", "*.wasm?url"],
    logLevel: "error",
  });
  const packages = `${peers}node_modules/`;
  copyFileSync(`${packages}md4w/js/md4w-small.wasm`, `${site}md4w-small.wasm`);
  copyFileSync(`${packages}md4w/js/md4w-fast.wasm`, `${site}md4w-fast.wasm`);
  copyFileSync(`${packages}md4x/build/md4x.wasm`, `${site}md4x.wasm`);
  copyFileSync(`${packages}markdown-wasm/dist/markdown.wasm`, `${site}markdown.wasm`);
  copyFileSync(`${root}dist/pressmark.wasm`, `${site}pressmark.wasm`);
  copyFileSync(`${root}dist/pressmark.js`, `${site}pressmark.js`);
  copyFileSync(`${here}in_page.js`, `${site}in_page.js`);
}

export async function setUp() {
  mkdirSync(site, { recursive: true });
  if (!existsSync(`${site}cmark.wasm`)) buildCmark();
  await bundle();
}
