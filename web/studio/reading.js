// One reading of a text by the core: the model and the article's nodes. Used by the worker, and by the page itself where
// no worker can be had.

/** @import {Pressmark} from "../core/pressmark.js" */
/** @import {ParseOptions, ReleaseModel} from "../core/types.js" */

/**
 * @param {Pressmark} pressmark
 * @param {string} text
 * @param {ParseOptions} options
 * @returns {{model: ReleaseModel, nodes: Uint8Array}}
 */
export function readText(pressmark, text, options) {
  const release = pressmark.parse(text, { ...options, places: true });
  return { model: release.toJSON(), nodes: release.toNodes() };
}
