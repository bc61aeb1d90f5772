import { init, renderToHtml } from "md4x/wasm";

export async function load() {
  await init({ wasm: fetch("/md4x.wasm") });
  return (markdown) => renderToHtml(markdown);
}
