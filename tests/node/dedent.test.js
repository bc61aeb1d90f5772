// Markdown that is indented like the page around it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { dedent } from "../../web/elements/dedent.js";

const cases = {
  "indentation that all lines share is taken off": ["\n    # A\n\n    b\n      c\n  ", "# A\n\nb\n  c"],
  "a text at the margin stays": ["# A\n\n    code", "# A\n\n    code"],
  "tabs are taken off like spaces": ["\n\t\t# A\n\t\tb\n", "# A\nb"],
  "tabs and spaces are not mixed up": ["\n\t  a\n\t\tb\n", "  a\n\tb"],
  "lines of white space alone do not count": ["\n    a\n \n    b\n", "a\n\nb"],
  "other line ends are understood": ["\r\n  a\r\n  b\r", "a\nb"],
  "front matter is found at the beginning": ["\n    ---\n    title: A\n    ---\n    b\n", "---\ntitle: A\n---\nb"],
  "nothing stays nothing": ["\n   \n\t\n", ""],
  "one line is enough": ["  a", "a"],
};
for (const [name, [given, wanted]] of Object.entries(cases)) test(name, () => assert.equal(dedent(given), wanted));
