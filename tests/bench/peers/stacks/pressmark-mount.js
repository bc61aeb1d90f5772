// parse() and mount(), as a script uses them.
import { loadPressmark } from "pressmark/core";

export async function load() {
  const pressmark = await loadPressmark({ wasm: new URL("/pressmark.wasm", location.href) });
  let found = 0;
  return {
    /** @param {string} text @param {Element} host */
    mount(text, host) {
      const release = pressmark.parse(text);
      release.mount(host);
      found = release.grades.length;
      return release.metadata;
    },
    grades: () => found,
  };
}
