// A release as a web page that stands alone: opened from disk or put on any server, it looks right, runs nothing and asks
// nobody for anything but the release's own pictures.

import { directionOf } from "../../elements/direction.js";
import { BADGE_STYLES, RELEASE_STYLES } from "../../generated/styles.js";

/** @import {Release} from "../../core/release.js" */

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data: https: http:; base-uri 'none'; form-action 'none'";

const PAGE = `:root{color-scheme:light dark;background:light-dark(#fff,#14171a);color:light-dark(#1d2125,#e7e5df)}
body{box-sizing:border-box;max-width:46rem;margin:0 auto;padding:clamp(1.25rem,5vw,3rem) clamp(1.1rem,6vw,3.5rem) 4rem;font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif}
a{color:light-dark(#17577a,#8ecbe8);text-underline-offset:.15em}
.pm-article{--pm-heading-font:Charter,"Iowan Old Style","Palatino Linotype",Palatino,Georgia,"Noto Serif",serif}
@media print{:root{color-scheme:light}body{max-width:none;padding:0;font-size:11pt}}`;

/**
 * @param {Release} release
 * @returns {string}
 */
export function standalonePage(release) {
  const { title, summary, url, image } = release;
  const language = release.language ?? "en-GB";
  const heading = title ?? "Press release";
  const metas = [
    ["name", "description", summary],
    ["property", "og:type", "article"],
    ["property", "og:title", heading],
    ["property", "og:description", summary],
    ["property", "og:url", address(url)],
    ["property", "og:image", address(image?.src)],
    ["property", "og:image:alt", address(image?.src) && image?.alt],
    ["property", "article:published_time", release.published?.iso],
  ].filter(([, , value]) => value);
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(heading)}</title>`,
    ...metas.map(([kind, name, value]) => `<meta ${kind}="${name}" content="${escaped(String(value))}">`),
    ...(address(url) ? [`<link rel="canonical" href="${escaped(String(url))}">`] : []),
    `<style>\n${PAGE}\n${BADGE_STYLES}\n${RELEASE_STYLES}\n</style>`,
  ];
  return `<!doctype html>\n<html lang="${escaped(language)}" dir="${directionOf(language)}">\n<head>\n${head.join("\n")}\n</head>\n<body>\n<main>\n${release.toHTML()}\n</main>\n</body>\n</html>\n`;
}

/** An address that others can reach. @param {string | null | undefined} value */
function address(value) {
  return value && /^https?:/i.test(value) ? value : null;
}

/** Words in HTML, in quotes or outside. @param {string} words */
export function escaped(words) {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
