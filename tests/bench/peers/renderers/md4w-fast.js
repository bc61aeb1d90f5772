import { init, mdToHtml } from "md4w";

export async function load() {
  await init(fetch("/md4w-fast.wasm"));
  return (markdown) => mdToHtml(markdown);
}
