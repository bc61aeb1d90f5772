// Markdown written inside a page is indented like the page; without this, an indented release would be a code block.

/**
 * Takes the indentation that all lines share off each of them, and blank lines off both ends. Lines of white space alone
 * do not count; tabs and spaces are not mixed up: only a common prefix is taken.
 * @param {string} text
 * @returns {string}
 */
export function dedent(text) {
  const lines = text.split(/\r\n|\r|\n/);
  const written = lines.filter((line) => line.trim() !== "");
  const shared = written.map((line) => /^[ \t]*/.exec(line)?.[0] ?? "").reduce(commonStart, written[0] ?? "");
  return lines
    .map((line) => (line.startsWith(shared) ? line.slice(shared.length) : ""))
    .join("\n")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}

/**
 * @param {string} one
 * @param {string} other
 */
function commonStart(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return one.slice(0, length);
}
