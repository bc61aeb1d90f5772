// Words as Markdown that means the same words: only what would be read as a mark is escaped, so that the author does not
// meet backslashes everywhere.

/** Words inside a paragraph; line ends and runs of spaces are one space, as a browser shows them. @param {string} text */
export function plainText(text) {
  return text
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/[\u200B\u2060\uFEFF]/g, "")
    .replace(/\u00A0/g, " ")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "\\\\")
    .replace(/`|\*(?=\S)|(?<=\S)\*/g, "\\$&")
    // Inside a word an underscore is no mark; without one that ends its words, a tilde is none.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/(?<=[^\s~])~(?![~\p{L}\p{N}])/gu, "\\~")
    .replace(/~~/g, "\\~\\~")
    .replace(/\[(?=\^|[^\]]*\][([:])/g, "\\[")
    .replace(/<(?=[A-Za-z/!?])/g, "\\<")
    .replace(/&(?=#?\w+;)/g, "\\&");
}

/**
 * A paragraph: what would begin another block at the start of a line is escaped. Dots, dashes and numbers that were typed for
 * a list become one.
 * @param {string} words
 */
export function paragraphText(words) {
  return words
    .replace(/^(?:\s|\\\n)+|(?:\s|\\\n)+$/g, "")
    .replace(/ {2,}/g, " ")
    .replace(/[ \t]*\\\n[ \t]*/g, "\\\n")
    .replace(/^[·•▪‣](?=\s)/gm, "-")
    .replace(/\\\n(?=(?:-|\d{1,2}[.)])\s)/g, "\n")
    .replace(/^(#{1,6}(?=\s|$)|>|\+(?=\s|$)|-(?=$)|-{2,}(?=\s*$)|=+(?=\s*$)|~~~)/gm, "\\$1")
    .replace(/^(\d{3,9})([.)])(?=\s|$)/gm, "$1\\$2");
}
