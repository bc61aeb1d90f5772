// What a user would put together: front matter to an object, Markdown to HTML, HTML through a sanitizer into the page.
import DOMPurify from "dompurify";

const FRONT_MATTER = /^(?:```yaml\n([^]*?)\n```|---\n([^]*?)\n---)\n/;

export const purify = (/** @type {string} */ html) => DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });

/** No sanitizer: for a renderer that leaves out what is dangerous. @param {string} html */
export function trusted(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}

/**
 * @param {{readYaml: (yaml: string) => any, render: (markdown: string) => string, sanitize: (html: string) => DocumentFragment}} parts
 * @returns {{mount: (text: string, host: Element) => any}}
 */
export function stack({ readYaml, render, sanitize }) {
  return {
    mount(text, host) {
      const block = FRONT_MATTER.exec(text);
      const metadata = block ? readYaml(block[1] ?? block[2]) : {};
      const body = sanitize(render(block ? text.slice(block[0].length) : text));
      const headline = document.createElement("h1");
      headline.textContent = metadata.og?.title ?? metadata.title ?? "";
      host.replaceChildren(headline, body);
      return metadata;
    },
  };
}
