// The core as base64; scripts/build puts it in the place of this module.
declare module "pressmark.wasm" {
  const base64: string;
  export default base64;
}

// The script of the studio's worker, bundled, as text; likewise.
declare module "pressmark-reading-worker.js" {
  const script: string;
  export default script;
}
