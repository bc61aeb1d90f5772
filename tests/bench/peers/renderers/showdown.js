import showdown from "showdown";

export async function load() {
  const converter = new showdown.Converter({ tables: true, strikethrough: true });
  return (markdown) => converter.makeHtml(markdown);
}
