// The language that the editor colours: Markdown with front matter in YAML, between dashes or in a leading code block.

import { markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { yamlFrontmatter, yamlLanguage } from "@codemirror/lang-yaml";
import { HighlightStyle, Language, LanguageSupport, syntaxHighlighting } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { parseCode } from "@lezer/markdown";

const { parser: markdownParser, data } = markdownLanguage;
const withYaml = /** @type {import("@lezer/markdown").MarkdownParser} */ (markdownParser).configure([
  parseCode({ codeParser: (info) => (/^ya?ml\b/i.test(info) ? yamlLanguage.parser : null) }),
]);
const release = new LanguageSupport(new Language(data, withYaml, [], "markdown"), [Prec.high(keymap.of(markdownKeymap))]);

const ink = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "700", color: "var(--st-ink)" },
  { tag: tags.heading1, fontSize: "1.35em", lineHeight: "1.3" },
  { tag: tags.heading2, fontSize: "1.15em", lineHeight: "1.4" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strikethrough, textDecoration: "line-through" },
  { tag: [tags.link, tags.url], color: "var(--st-link)", textDecoration: "none" },
  { tag: tags.quote, color: "var(--st-soft)" },
  { tag: [tags.monospace, tags.labelName], fontFamily: "var(--st-mono)", fontSize: "0.92em" },
  // The marks stay in sight and step back.
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.meta], color: "var(--st-faint)" },
  { tag: tags.comment, color: "var(--st-faint)", fontStyle: "italic" },
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: "var(--st-key)" },
  { tag: [tags.string, tags.special(tags.string), tags.content], color: "inherit" },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: "var(--st-faint)" },
  { tag: tags.invalid, color: "var(--st-error)" },
]);

/** Colours and keys of a release's text. */
export const releaseLanguage = [yamlFrontmatter({ content: release }), syntaxHighlighting(ink)];
