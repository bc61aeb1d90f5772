// One running core for all elements of the page.

import { loadPressmark } from "../core/pressmark.js";

/** @import {Pressmark} from "../core/pressmark.js" */

/** @type {Promise<Pressmark> | null} */
let shared = null;

/** A load that failed is forgotten, so that the next element or a retry starts again. @returns {Promise<Pressmark>} */
export function sharedPressmark() {
  if (!shared) {
    const loading = loadPressmark();
    shared = loading;
    loading.catch(() => {
      if (shared === loading) shared = null;
    });
  }
  return shared;
}
