// What comes into the studio: files, and text with formatting from Word, Google Docs and web pages.
import assert from "node:assert/strict";
import { PIXEL } from "../support/server.mjs";
import { click, editorShows, editorText, focusEditor, openStudio, paste, previewShows, type } from "./harness/studio.mjs";
import { test } from "./harness/test.mjs";

/** Opens the studio with an empty text. */
async function openBlank(page, server) {
  await openStudio(page, server);
  await click(page, "Drafts: ");
  await click(page, "Blank release");
  await page.waitFor(() => document.querySelector("#editor").shadowRoot.querySelector(".cm-placeholder") !== null);
}

/** Pastes what a program has put on the clipboard. */
async function pasteHTML(page, html, plain = "") {
  await focusEditor(page);
  await page.evaluate((formatted, words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", formatted);
    if (words) clipboardData.setData("text/plain", words);
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    content.dispatchEvent(Object.defineProperty(new Event("paste", { bubbles: true, cancelable: true, composed: true }), "clipboardData", { value: clipboardData }));
  }, html, plain);
}
const notice = (page) => page.waitFor(() => document.querySelector(".notice p")?.textContent);

async function becomes(page, server, html, markdown) {
  await openBlank(page, server);
  await pasteHTML(page, html);
  assert.equal(await editorText(page), markdown);
}

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head>
<meta name=Generator content="Microsoft Word 15"><style><!-- @list l0 {mso-list-id:1} p.MsoNormal {margin:0cm} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1>Library opens on Sundays<o:p></o:p></h1>
<p class=MsoNormal>From May, the <b style='mso-bidi-font-weight:normal'>town library</b> opens
on <i>Sundays</i>.<ins cite="mailto:Someone" datetime="2027-03-01T10:00"> It is warm.</ins><del cite="mailto:Someone">
It is cold.</del><span class=MsoCommentReference><a style='mso-comment-reference:X_1' href="#_msocom_1" id="_anchor_1">[S1]</a></span>
<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Story time</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>at eleven</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Coffee</p>
<p class=MsoNormal>How to come:</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; </span></span><![endif]>By bus</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span><![endif]>On foot</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Day</p></td><td style='text-align:right'><p class=MsoNormal>Hours</p></td></tr>
<tr><td><p class=MsoNormal>Sunday</p></td><td><p class=MsoNormal>10|4</p></td></tr></table>
<div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1>
<p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> Except at Easter.</p></div></div>
<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Is this right?</p></div></div>
<!--EndFragment--></body></html>`;

test("in: a document from Word keeps headings, lists, tables and notes, and loses comments and deletions with a word", async ({ page, server }) => {
  await becomes(page, server, WORD, `# Library opens on Sundays

From May, the **town library** opens on *Sundays*. It is warm. [^1]

- Story time
  - at eleven
- Coffee

How to come:

1. By bus
2. On foot

| Day | Hours |
| --- | ---: |
| Sunday | 10\\|4 |

[^1]: Except at Easter.
`);
  const words = await notice(page);
  assert.match(words, /one comment/);
  assert.match(words, /one deleted passage/);
  await previewShows(page, "Story time");
});

const WORD_ONLINE = `<div class="OutlineElement Ltr SCXW1"><p class="Paragraph SCXW1" role="heading" aria-level="2"><span class="TextRun SCXW1"><span class="NormalTextRun SCXW1">How to come</span></span><span class="EOP SCXW1">&nbsp;</span></p></div>
<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1 SCXW1" role="list"><li data-leveltext="-" data-aria-level="1" class="OutlineElement Ltr SCXW1"><p class="Paragraph"><span class="TextRun">By bus</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul role="list"><li data-aria-level="2" class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun">Line 4</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="ListContainerWrapper SCXW1"><ul role="list"><li data-aria-level="1" class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun" style="font-weight:bold">On foot</span><span class="TextRun TrackChangeTextDeletion">, or not</span><span class="EOP">&nbsp;</span></p></li></ul></div>
<div class="OutlineElement Ltr"><p class="Paragraph"><span class="TextRun">It’s “free”.</span><span class="EOP">&nbsp;</span></p></div>`;

test("in: Word in the browser writes each item as a list of its own", async ({ page, server }) => {
  await becomes(page, server, WORD_ONLINE, "## How to come\n\n- By bus\n  - Line 4\n- **On foot**\n\nIt’s “free”.\n");
  assert.match(await notice(page), /one deleted passage/);
});

const WORD_SHAPES = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<p class=MsoTitle>Water at the mill</p>
<p class=MsoNormal>On the 1<sup>st</sup> of May, 10&nbsp;000&nbsp;m<sup>3</sup> of water and H<sub>2</sub>O.<sup>
</sup>Nobody’s “fault”&nbsp;– so far.<a style='mso-endnote-id:edn1' href="#_edn1" name="_ednref1"><span class=MsoEndnoteReference><span style='mso-special-character:footnote'>[i]</span></span></a>
<a style='mso-footnote-id:ftn7' href="#_ftn7" name="_ftnref7"><span class=MsoFootnoteReference>[7]</span></a></p>
<p class=MsoQuote>It rose <s>slowly</s> at night.</p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>c)<span>&nbsp; </span></span>Third</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>d)<span>&nbsp; </span></span>Fourth</p>
<table class=MsoNormalTable><tr><td colspan=2><p class=MsoNormal>Both</p></td></tr><tr><td rowspan=2><p class=MsoNormal>Down</p></td><td><p class=MsoNormal>One</p><p class=MsoNormal>Two</p></td></tr><tr><td><p class=MsoNormal>Three</p></td></tr></table>
<div style='mso-element:endnote-list'><hr><div style='mso-element:endnote' id=edn1><p class=MsoEndnoteText><a href="#_ednref1" name="_edn1">[i]</a> At the gauge.</p><p class=MsoEndnoteText>By hand.</p></div></div>
</body></html>`;

test("in: Word's titles, raised words, quotations, lettered lists, merged cells and endnotes", async ({ page, server }) => {
  await becomes(page, server, WORD_SHAPES, `# Water at the mill

On the 1st of May, 10 000 m<sup>3</sup> of water and H<sub>2</sub>O. Nobody’s “fault” – so far.[^end-1] [7]

> It rose ~~slowly~~ at night.

1. Third
2. Fourth

| Both |  |
| --- | --- |
| Down | One Two |
|  | Three |

[^end-1]: At the gauge.

    By hand.
`);
  await previewShows(page, "H2O");
});

test("in: footnotes, check lists and raised words of Google Docs", async ({ page, server }) => {
  await becomes(page, server, `<meta charset="utf-8"><b style="font-weight:normal" id="docs-internal-guid-2"><p dir="ltr"><span style="font-weight:400">Rain</span><span style="font-size:0.6em;vertical-align:super"><a href="#ftnt1" id="ftnt_ref1">[1]</a></span><span> on 5 m</span><span style="font-size:0.6em;vertical-align:super;">2</span><span style="text-decoration:line-through">, twice</span>.</p>
<ul style="list-style-type:none"><li dir="ltr" role="checkbox" aria-checked="true"><img src="data:image/png;base64,AA" alt="checked"><p><span>Measured</span></p></li><li role="checkbox" aria-checked="false"><img src="data:image/png;base64,AA" alt="unchecked"><p><span>Published</span></p></li></ul>
<div><table><tbody><tr><td><p>Day</p></td><td><p>Rain</p></td></tr><tr><td><p>Monday</p></td><td><p style="text-align:right">3</p></td></tr></tbody></table></div>
<hr><div><p dir="ltr"><a href="#ftnt_ref1" id="ftnt1">[1]</a><span>&nbsp;At the mill.</span></p></div></b>`, `Rain[^1] on 5 m<sup>2</sup>~~, twice~~.

- [x] Measured
- [ ] Published

| Day | Rain |
| --- | --- |
| Monday | 3 |

---

[^1]: At the mill.
`);
});

test("in: text from Google Docs keeps its marks and inner lists", async ({ page, server }) => {
  await becomes(page, server, `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-weight:400">Heading</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:700;">Bold</span><span style="font-weight:400"> and </span><span style="font-style:italic">leaning</span><span>, </span><a href="https://www.google.com/url?q=https://library.example/a_b&amp;sa=D" style="text-decoration:none;"><span style="text-decoration:underline">a link</span></a>.</p>
<ul><li dir="ltr" aria-level="1"><p dir="ltr"><span>One</span></p></li><ul><li dir="ltr" aria-level="2"><p><span>Inner</span></p></li></ul><li><p><span>Two</span></p></li></ul></b><br class="Apple-interchange-newline">`, `## Heading

**Bold** and *leaning*, [a link](https://library.example/a_b).

- One
  - Inner
- Two
`);
});

test("in: a web page becomes words, without its scripts, styles and hidden parts; nothing runs", { asks: ["pictures.example:443"] }, async ({ page, server }) => {
  await becomes(page, server, `<style>p { color: red }</style><script>window.ran = true</script><div><p style="color:red" onclick="window.ran = true">A <strong>page</strong> with a<sub>2</sub> <a href="javascript:window.ran=true">bad link</a>
<img src="/tracker.png" onerror="window.ran = true"><img src="https://pictures.example/door.png" alt="A [red] door"></p><blockquote><p>Quoted</p><p>twice</p></blockquote>
<pre><code>a * b</code></pre><p hidden>secret</p><svg><script>window.ran = true</script></svg><iframe srcdoc="<script>parent.ran = true</script>"></iframe></div>`, `A **page** with a<sub>2</sub> bad link ![A [red] door](https://pictures.example/door.png)

> Quoted
>
> twice

\`\`\`
a * b
\`\`\`
`);
  assert.equal(await page.evaluate(() => window.ran ?? null), null);
  assert.equal(server.hits("/tracker.png"), 0);
});

test("in: words that look like marks stay the words they are", async ({ page, server }) => {
  await becomes(page, server, "<p># not a heading</p><p>5 * 3 and *stars* and snake_case and _this_</p><p>&lt;b&gt; &amp;amp; [a](b) `code` C:\\Users</p><p>&gt; not a quotation</p><p>2019. A year</p>", `\\# not a heading

5 * 3 and \\*stars\\* and snake_case and \\_this\\_

\\<b> \\&amp; \\[a](b) \\\`code\\\` C:\\Users

\\> not a quotation

2019\\. A year
`);
  for (const words of ["# not a heading", "5 * 3 and *stars* and snake_case and _this_", "<b> &amp; [a](b) `code` C:\\Users", "> not a quotation", "2019. A year"]) {
    await previewShows(page, words);
  }
});

test("in: marks are marks where words were cut into pieces, and beside punctuation", async ({ page, server }) => {
  await becomes(page, server, `<p><b>Head</b><b>line</b> <b>two</b> <i>x</i> <span style="font-weight:700">Tues</span><span style="font-weight:700">day</span></p>
<p>word<b>.</b> <b>Contact:</b>Ann <b>Contact:</b> Ann said<i>“Yes”</i>to <b><i>all</i></b><b>.</b></p>
<p>H<b><sub>2</sub></b>O a<b>b</b>c <i>a<b>b</b>c</i> about ~5 to ~6 and ~5~ and ~~6~~</p>`, `**Headline two** *x* **Tuesday**

word. **Contact**:Ann **Contact:** Ann said“*Yes*”to ***all*.**

H<sub>2</sub>O a**b**c *a**b**c* about ~5 to ~6 and ~5\\~ and \\~\\~6\\~\\~
`);
  for (const words of ["Headline two x Tuesday", "word. Contact:Ann Contact: Ann said“Yes”to all.", "H2O abc abc about ~5 to ~6 and ~5~ and ~~6~~"]) await previewShows(page, words);
});

test("in: what was typed as a list becomes one", async ({ page, server }) => {
  await becomes(page, server, "<p>• One</p><p>• Two</p><p>Then:<br>- three<br>- four</p><div>* Five</div><div>* Six</div>", "- One\n\n- Two\n\nThen:\n- three\n- four\n\n* Five\n\n* Six\n");
});

test("in: a star that leads to a note stays a star", async ({ page, server }) => {
  await becomes(page, server, "<p>1,204 visits *</p><p>* to the end of the year</p>", "1,204 visits *\n\n\\* to the end of the year\n");
  await previewShows(page, "* to the end of the year");
});

test("in: code from an editor and plain text stay as they are", async ({ page, server }) => {
  await openBlank(page, server);
  await pasteHTML(page, '<meta charset="utf-8"><div style="color:#000"><div><span>---</span></div><div><span>title: A</span></div></div>', "---\ntitle: A\n---\n\n# *B*\n");
  assert.equal(await editorText(page), "---\ntitle: A\n---\n\n# *B*\n");
});

test("in: what is pasted into a line of the head brings no marks", async ({ page, server }) => {
  await openBlank(page, server);
  await type(page, "---\ntitle: ");
  await pasteHTML(page, "<p><b>Library opens</b></p>", "Library opens\n");
  await type(page, "---\n\n");
  await pasteHTML(page, "<p>Some <b>bold</b> words</p>", "Some bold words");
  assert.equal(await editorText(page), "---\ntitle: Library opens\n---\n\nSome **bold** words");
  await page.press("Control+a");
  await pasteHTML(page, "<p>Other <b>bold</b> words</p>", "Other bold words");
  assert.equal(await editorText(page), "Other **bold** words", "in place of all");
});

test("in: an address that a browser copies with its title goes into a link as the address", async ({ page, server }) => {
  await openBlank(page, server);
  await type(page, "See ");
  await click(page, "Link");
  await pasteHTML(page, '<a href="https://library.example/plan">The plan - Saltby library</a>', "https://library.example/plan");
  assert.equal(await editorText(page), "See [words of the link](https://library.example/plan)");
});

test("in: what a document hides, and pictures that it alone has, stay out", async ({ page, server }) => {
  const door = server.route("/door.png", { type: "image/png", body: PIXEL });
  await becomes(page, server, `<div style="display:none;max-height:0">Words for the list of mails</div><p class=MsoNormal>The library<span style='font-weight:bold;display:none;mso-hide:all'> of the old plan</span> opens.<span style="backface-visibility:hidden"> Come.</span></p>
<p><img src="https://lh7-rt.googleusercontent.com/docsz/AB_c?key=d"> <img src="${door}" alt="Door"></p>`, `The library opens. Come.

![Door](${door})
`);
  assert.match(await notice(page), /one picture that only the document has/);
});

test("in: characters that a mail program draws as pictures are characters again", async ({ page, server }) => {
  await becomes(page, server, '<p>Open <img alt="🎉" src="data:image/png;base64,AA=="> today <img alt="👩\u200D🔬" src="https://mail.example/e.png"></p>', "Open 🎉 today 👩\u200D🔬");
});

test("in: a paste with formatting is one step back, or plain text on demand", async ({ page, server }) => {
  await openBlank(page, server);
  await pasteHTML(page, "<p>Some <b>bold</b> words</p>", "Some bold words");
  assert.equal(await editorText(page), "Some **bold** words");
  await click(page, "Undo");
  assert.equal(await editorText(page), "");
  await pasteHTML(page, "<p>Some <b>bold</b> words</p>", "Some bold words");
  await click(page, "Paste as plain text instead");
  assert.equal(await editorText(page), "Some bold words");
});

test("in: blocks are pasted onto lines of their own", async ({ page, server }) => {
  await openBlank(page, server);
  await paste(page, "Before");
  await pasteHTML(page, "<ul><li>One</li><li>Two</li></ul>", "One\nTwo");
  assert.equal(await editorText(page), "Before\n\n- One\n- Two\n");
});

/** Drops a file on the page. */
const drop = (page, name, bytes) =>
  page.evaluate((fileName, values) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(values)], fileName));
    const event = new Event("drop", { bubbles: true, cancelable: true, composed: true });
    document.querySelector("#preview").dispatchEvent(Object.defineProperty(event, "dataTransfer", { value: data }));
    return event.defaultPrevented;
  }, name, [...bytes]);

test("in: a file that is dropped becomes a draft of its own", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Mine\n");
  await previewShows(page, "Mine");
  assert.ok(await drop(page, "release.txt", Buffer.from("```yaml\ntitle: Café opens | Saltby News\nog.title: Café opens\n```\n\nWords.\n")));
  await previewShows(page, "Café opens");
  await click(page, "Drafts: ");
  await page.waitFor(() => document.querySelectorAll(".dialog-body > .draft-list > .draft").length === 2);
});

test("in: files of old encodings are read", async ({ page, server }) => {
  await openStudio(page, server);
  await drop(page, "old.txt", [0x43, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x6f, 0x6e, 0x65, 0x94]);
  await previewShows(page, "Café “one”");
  await drop(page, "unicode.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("Café two", "utf16le")]));
  await previewShows(page, "Café two");
});

test("in: a file of Word itself is refused with what to do", async ({ page, server }) => {
  await openStudio(page, server);
  await drop(page, "release.docx", [0x50, 0x4b, 3, 4]);
  assert.match(await notice(page), /copy, and paste it/);
  assert.match(await editorText(page), /Marlshire/);
  await drop(page, "mail.eml", Buffer.from("Subject: A\n\nAn encoded dash =E2=80=93."));
  assert.match(await notice(page), /copy, and paste it/);
  assert.match(await editorText(page), /Marlshire/);
});

test("in: a picture that is pasted is refused with what to do", async ({ page, server }) => {
  await openBlank(page, server);
  await page.evaluate(() => {
    const clipboardData = { files: [new File([new Uint8Array([0x89, 0x50])], "image.png", { type: "image/png" })], getData: () => "" };
    const content = document.querySelector("#editor").shadowRoot.querySelector(".cm-content");
    content.dispatchEvent(Object.defineProperty(new Event("paste", { bubbles: true, cancelable: true, composed: true }), "clipboardData", { value: clipboardData }));
  });
  assert.match(await notice(page), /address under Details/);
});

test("in: what was told of one file is not said of the next, a folder is refused, and of several files one is opened with a word", async ({ page, server }) => {
  await openStudio(page, server);
  await drop(page, "release.docx", [0x50, 0x4b, 3, 4]);
  await notice(page);
  await drop(page, "release.md", Buffer.from("# Door opens\n"));
  await previewShows(page, "Door opens");
  assert.equal(await page.evaluate(() => document.querySelector(".notice")), null);
  const drops = (names) =>
    page.evaluate((each) => {
      const files = each.map((name) => {
        const file = new File([`# ${name}`], name);
        // As the browser answers for a folder.
        if (name === "folder") file.arrayBuffer = () => Promise.reject(new DOMException("Not found.", "NotFoundError"));
        return file;
      });
      const event = new Event("drop", { bubbles: true, cancelable: true, composed: true });
      document.querySelector("#preview").dispatchEvent(Object.defineProperty(event, "dataTransfer", { value: { files, items: [] } }));
    }, names);
  await drops(["folder"]);
  assert.match(await notice(page), /a folder/);
  await drops(["one.md", "two.md"]);
  await previewShows(page, "one.md");
  assert.match(await notice(page), /Only “one\.md” was opened/);
});

test("in: a saved web page becomes Markdown", async ({ page, server }) => {
  await openStudio(page, server);
  await drop(page, "page.html", Buffer.from("<!doctype html><title>x</title><h1>Door opens</h1><p>Words</p>"));
  await previewShows(page, "Door opens");
  assert.equal(await editorText(page), "# Door opens\n\nWords\n");
});

test("in: the examples are shown and make no draft before they are changed", async ({ page, server }) => {
  await openStudio(page, server);
  await click(page, "Drafts: ");
  await page.evaluate(() => {
    const select = document.querySelector(".draft-beginnings select");
    select.value = "1";
    select.dispatchEvent(new Event("change"));
  });
  await previewShows(page, "Alder House");
  await click(page, "Drafts: ");
  assert.match(await page.waitFor(() => document.querySelector("#drafts-window .dialog-note").textContent), /no drafts yet/);
});

test("in: a file is saved back into itself, or elsewhere where the author refuses", async ({ page, server }) => {
  await openStudio(page, server);
  await page.evaluate(() => {
    const made = (name, words) => ({
      kind: "file",
      name,
      words,
      time: 1,
      permission: "granted",
      getFile: async function () {
        return new File([this.words], name, { lastModified: this.time });
      },
      requestPermission: async function () {
        return this.permission;
      },
      createWritable: async function () {
        return { write: async (blob) => (this.words = await blob.text()), close: async () => (this.time += 1) };
      },
    });
    window.opened = made("release.md", "# From a file\n");
    window.other = made("other.md", "");
    window.showOpenFilePicker = async () => [window.opened];
    window.showSaveFilePicker = async () => window.other;
  });
  await click(page, "Drafts: ");
  await click(page, "Open a file");
  await editorShows(page, "# From a file\n");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await focusEditor(page);
  await page.press("Control+End");
  await type(page, "More");
  await page.press("Control+s");
  assert.match(await notice(page), /Saved into release\.md/);
  assert.equal(await page.evaluate(() => window.opened.words), "# From a file\nMore");
  await page.evaluate(() => {
    window.opened.permission = "denied";
    document.querySelector(".notices").replaceChildren();
  });
  await page.press("Control+s");
  assert.match(await notice(page), /Saved as other\.md/);
  await type(page, "!");
  await page.evaluate(() => document.querySelector(".notices").replaceChildren());
  await page.press("Control+s");
  assert.match(await notice(page), /Saved into other\.md/);
  assert.deepEqual(await page.evaluate(() => [window.opened.words, window.other.words]), ["# From a file\nMore", "# From a file\nMore!"]);
  // A colleague writes into it meanwhile.
  await page.evaluate(() => {
    Object.assign(window.other, { words: "A colleague's words", time: 99 });
    document.querySelector(".notices").replaceChildren();
  });
  await focusEditor(page);
  await page.press("Control+s");
  assert.match(await notice(page), /other\.md was changed by somebody else/);
  assert.equal(await page.evaluate(() => window.other.words), "A colleague's words");
  await click(page, "Write over it");
  await page.waitFor(() => document.querySelector(".notice p")?.textContent === "Saved into other.md.");
  assert.equal(await page.evaluate(() => window.other.words), "# From a file\nMore!");
});

test("in: a draft knows its file by the next visit", async ({ page, server, engine }) => {
  await openStudio(page, server);
  /** A file that can be kept, in the page's own place for files. */
  const prepare = () =>
    page.evaluate(async () => {
      if (!navigator.storage?.getDirectory) return false;
      const folder = await navigator.storage.getDirectory();
      FileSystemFileHandle.prototype.requestPermission = async () => "granted";
      window.showOpenFilePicker = async () => [await folder.getFileHandle("release.md", { create: true })];
      window.fileText = async () => (await (await folder.getFileHandle("release.md")).getFile()).text();
      return true;
    });
  if (!(await prepare())) return assert.equal(engine, "webkit", "WebKitGTK alone has no such place, nor files that pages write into");
  await click(page, "Drafts: ");
  await click(page, "Open a file");
  await editorShows(page, "");
  await type(page, "Words");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await page.press("Control+s");
  assert.match(await notice(page), /Saved into release\.md/);
  await type(page, "!");
  await page.waitFor(() => document.querySelector(".draft-state").dataset.state === "kept");
  await page.goto("about:blank");
  await page.goto(server.url("/dist/studio/index.html"));
  await editorShows(page, "Words!");
  await prepare();
  await focusEditor(page);
  await page.press("Control+s");
  assert.match(await notice(page), /Saved into release\.md/);
  assert.equal(await page.evaluate(() => window.fileText()), "Words!");
});

test("in: where the browser has no such files, saving by the keyboard is a download", async ({ page, server }) => {
  await openStudio(page, server);
  await paste(page, "# Saltby\n");
  await previewShows(page, "Saltby");
  await page.evaluate(() => {
    window.showSaveFilePicker = undefined;
    HTMLAnchorElement.prototype.click = function () {
      window.saved = this.download;
    };
  });
  await focusEditor(page);
  await page.press("Control+s");
  assert.equal(await page.waitFor(() => window.saved), "saltby.md");
  assert.match(await notice(page), /Saved as a file/);
});
