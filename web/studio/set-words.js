// Words that are there already stay: new ones would be drawn again and, where changes are told of, told again.

/** @param {Element} element @param {string} words */
export function setWords(element, words) {
  if (element.textContent !== words) element.textContent = words;
}
