// Starts the worker that reads releases: a script beside the studio's own, or one that is inside it.

import { trusted } from "./trusted.js";

/** Text of the worker's script, in the build that is one file. @type {string | null} */
let inside = null;

/** Before the studio starts. @param {string} script */
export function useWorkerInside(script) {
  inside = script;
}

/** @returns {Worker} */
export function startReadingWorker() {
  if (inside === null) return new Worker(trusted(new URL("./reading-worker.js", import.meta.url).href), { name: "reading" });
  const address = URL.createObjectURL(new Blob([inside], { type: "text/javascript" }));
  return new Worker(trusted(address), { name: "reading" });
}
