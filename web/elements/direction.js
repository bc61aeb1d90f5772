// Which way the words of a release run.

/** Languages whose usual script runs from right to left. */
const RIGHT_TO_LEFT = /^(ar|ckb|dv|fa|he|ps|sd|ug|ur|yi)(-|$)/i;

/** @param {string} language */
export function directionOf(language) {
  return RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
}

/**
 * An article may run the other way than the page, and its full stops would then stand on the wrong side. It says its way
 * in any case: to ask for the page's, the browser would have to find the styles of all that was shown before, which takes
 * longer than to read and show a release.
 * @param {Element | null} article
 */
export function turn(article) {
  const language = article?.getAttribute("lang");
  if (language) article?.setAttribute("dir", directionOf(language));
}
