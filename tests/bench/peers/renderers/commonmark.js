import { HtmlRenderer, Parser } from "commonmark";

export async function load() {
  const parser = new Parser();
  const writer = new HtmlRenderer();
  return (markdown) => writer.render(parser.parse(markdown));
}
