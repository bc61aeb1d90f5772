// The forms in which a release leaves the studio as words.

import { directionOf } from "../../elements/direction.js";
import { escaped, standalonePage } from "./page.js";

/** @import {Release} from "../../core/release.js" */

/**
 * @typedef {object} Output
 * @property {string} id
 * @property {string} name
 * @property {string} words what it is for
 * @property {string} ending of the file's name
 * @property {string} type media type
 * @property {(release: Release, text: string, file: string) => string} make file: the name of the release's file, without ending
 */

/** @type {readonly Output[]} */
export const OUTPUTS = Object.freeze([
  {
    id: "markdown",
    name: "Markdown",
    words: "The text as you wrote it: to keep, to pass on, for a website that uses Pressmark.",
    ending: "md",
    type: "text/markdown",
    make: (_release, text) => text,
  },
  {
    id: "page",
    name: "Web page",
    words: "One file that opens in any browser, without a network. Pictures are looked for where the release says.",
    ending: "html",
    type: "text/html",
    make: (release) => standalonePage(release),
  },
  {
    id: "fragment",
    name: "HTML for your website",
    words: "The article alone, to paste into a page. Its looks come from the website and from pressmark.css.",
    ending: "html",
    type: "text/html",
    make: (release) => withDirection(release.toHTML()),
  },
  {
    id: "embed",
    name: "Embed code",
    words: "For a page that shows the Markdown file and keeps its grades and embargo up to date.",
    ending: "html",
    type: "text/html",
    make: embedCode,
  },
  {
    id: "text",
    name: "Plain text",
    words: "For an e-mail to newsrooms.",
    ending: "txt",
    type: "text/plain",
    make: (release) => release.toText(),
  },
  {
    id: "json-ld",
    name: "Data for search engines",
    words: "A NewsArticle of schema.org, as JSON-LD.",
    ending: "jsonld",
    type: "application/ld+json",
    make: (release) => `${inScript(JSON.stringify(release.toJSONLD(), null, 2))}\n`,
  },
  {
    id: "ninjs",
    name: "Data for newsrooms",
    words: "ninjs, the format of the news agencies.",
    ending: "json",
    type: "application/json",
    make: (release) => `${JSON.stringify(release.toNinjs(), null, 2)}\n`,
  },
]);

/** The page that it is pasted into may run the other way. @param {string} html of an article */
function withDirection(html) {
  return html.replace(/^<article\b[^>]*? lang="([^"]*)"/, (tag, language) => `${tag} dir="${directionOf(language)}"`);
}

/** JSON that people paste into a script element: what could end that is written as an escape. @param {string} json */
function inScript(json) {
  return json.replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * What stands in the page until the release is read. The words of a release that is held back do not.
 * @param {Release} release
 * @param {string} _text
 * @param {string} file
 */
function embedCode({ title, summary, state }, _text, file) {
  const isHeld = state === "embargoed";
  const note = summary && !isHeld ? `\n  <p>${escaped(summary)}</p>` : "";
  return `<!-- Put the files of Pressmark into /pressmark/ and ${file}.md into /news/ -->
<script type="module" src="/pressmark/pressmark.js"></script>
<press-release src="/news/${file}.md">
  <p><a href="/news/${file}.md">${escaped((!isHeld && title) || "Press release")}</a></p>${note}
</press-release>
`;
}
