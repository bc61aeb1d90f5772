// The language that the editor colours: Markdown with front matter in YAML, between dashes or in a leading code block. The
// front matter is a block of the Markdown, so that a keystroke below it has only the blocks around it read again.

import { markdownKeymap, markdownLanguage } from "@codemirror/lang-markdown";
import { yamlLanguage } from "@codemirror/lang-yaml";
import { HighlightStyle, Language, LanguageSupport, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { keymap } from "@codemirror/view";
import { parseMixed } from "@lezer/common";
import { styleTags, tags } from "@lezer/highlight";

/** @import {MarkdownConfig, MarkdownParser} from "@lezer/markdown" */
/** @import {EditorState} from "@codemirror/state" */
/** @import {Input, SyntaxNode, SyntaxNodeRef} from "@lezer/common" */

/** Without an end, all of the text is coloured so: the author sees that it is missing. @type {MarkdownConfig} */
const frontMatter = {
  defineNodes: [{ name: "FrontMatter", block: true }, { name: "FrontMatterMark" }],
  parseBlock: [
    {
      name: "FrontMatter",
      before: "HorizontalRule",
      parse(context, line) {
        if (context.lineStart !== 0 || !/^---(yaml)?\s*$/.test(line.text)) return false;
        const marks = [context.elt("FrontMatterMark", 0, line.text.length)];
        while (context.nextLine()) {
          if (!/^(---|\.\.\.)\s*$/.test(line.text)) continue;
          marks.push(context.elt("FrontMatterMark", context.lineStart, context.lineStart + line.text.length));
          context.nextLine();
          break;
        }
        context.addElement(context.elt("FrontMatter", 0, context.prevLineEnd(), marks));
        return true;
      },
    },
  ],
  props: [styleTags({ FrontMatterMark: tags.meta })],
  wrap: parseMixed((node, input) => {
    if (node.name === "FrontMatter") return parserBetween(node);
    if (node.name === "FencedCode" && isYaml(node, input)) return { parser: yamlLanguage.parser, overlay: ({ name }) => name === "CodeText" };
    return null;
  }),
};

/** YAML between the marks; null: nothing stands there yet. @param {SyntaxNodeRef} node */
function parserBetween({ node, from, to }) {
  const [begin, end] = node.getChildren("FrontMatterMark");
  const inside = { from: Math.min((begin?.to ?? from) + 1, to), to: end?.from ?? to };
  return inside.from < inside.to ? { parser: yamlLanguage.parser, overlay: [inside] } : null;
}

/** @param {SyntaxNodeRef} node @param {Input} input */
function isYaml({ node }, input) {
  const info = node.getChild("CodeInfo");
  return info !== null && /^ya?ml\b/i.test(input.read(info.from, info.to));
}

const { parser: markdownParser, data } = markdownLanguage;
const releaseParser = /** @type {MarkdownParser} */ (markdownParser).configure(frontMatter);
const release = new LanguageSupport(new Language(data, releaseParser, [], "markdown"), [Prec.high(keymap.of(markdownKeymap))]);

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
export const releaseLanguage = [release, syntaxHighlighting(ink)];

/**
 * Whether marks mean nothing here: in the head of the text and in code.
 * @param {EditorState} state
 * @param {number} at
 */
export function isLiteral(state, at) {
  // A caret at either end of it is in it as well.
  return /** @type {const} */ ([-1, 1]).some((side) => {
    for (let node = /** @type {SyntaxNode | null} */ (syntaxTree(state).resolveInner(at, side)); node; node = node.parent) {
      if (node.name === "FrontMatter" || node.name === "FencedCode") return true;
    }
    return false;
  });
}
