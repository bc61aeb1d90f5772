import MarkdownIt from "markdown-it";

export async function load() {
  const engine = new MarkdownIt({ html: true });
  return (markdown) => engine.render(markdown);
}
