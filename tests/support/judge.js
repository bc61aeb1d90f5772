// Judges, in a page, what Pressmark makes of hostile releases. A classic script; trees.js comes before it.
(() => {
  const ran = [];
  for (const name of ["alert", "prompt", "confirm", "print", "open"]) window[name] = (...values) => void ran.push(`${name}(${values})`);

  const SAFE_PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];
  const ADDRESSES = ["href", "src"];

  /** Whether following an address does no more than leave the page. One that is no address at all leads nowhere. */
  const isSafe = (address) => !URL.canParse(address, "https://page.example/") || SAFE_PROTOCOLS.includes(new URL(address, "https://page.example/").protocol);

  /** The attributes of an element, even of a form whose fields have taken the names of its properties. */
  const attributesOf = (element) =>
    Element.prototype.getAttributeNames.call(element).map((name) => [name, Element.prototype.getAttribute.call(element, name)]);

  /** What in a tree is outside of the lists. @param {{elements: string[], attributes: string[], classes: string[]}} vocabulary */
  function strangers(root, vocabulary) {
    const found = [];
    for (const element of root.querySelectorAll("*")) {
      if (!vocabulary.elements.includes(element.localName)) found.push(`<${element.localName}>`);
      for (const [name, value] of attributesOf(element)) {
        if (name === "class") {
          found.push(...value.split(/\s+/).filter((each) => !vocabulary.classes.includes(each)).map((each) => `class ${each}`));
        } else if (!vocabulary.attributes.includes(name)) {
          found.push(`${name} of <${element.localName}>`);
        } else if (name === "id" && !value.startsWith("pm-")) {
          found.push(`id ${value}`);
        } else if (ADDRESSES.includes(name) && !isSafe(value)) {
          found.push(`${name} ${value}`);
        }
      }
    }
    return found;
  }

  const inert = (html) => new DOMParser().parseFromString(html, "text/html").body;

  /**
   * Words of the author in an attribute, with the end of a comment or of an element whose content is raw text in them.
   * DOMPurify takes the whole attribute away, for the sake of readers that are no browser; the author's words stay.
   */
  const isQuotedEnd = ({ attribute }) =>
    ["alt", "title", "aria-label"].includes(attribute?.name) && /(--!?|\])>|<\/(style|script|title|xmp|textarea|noscript|iframe|noembed|noframes)/i.test(attribute.value);

  /** What else DOMPurify takes away, with its defaults but for an attribute that guards the reader and that it does not know. */
  function removed(html) {
    DOMPurify.sanitize(html, { ADD_ATTR: ["referrerpolicy"] });
    return DOMPurify.removed.filter((each) => !isQuotedEnd(each)).map(({ element, attribute }) => (attribute ? `DOMPurify: ${attribute.name}="${attribute.value}"` : `DOMPurify: <${element?.localName}>`));
  }

  /** What is wrong with one release. */
  function faults(pressmark, source, vocabulary) {
    const release = pressmark.parse(source, { baseURL: "https://page.example/" });
    const html = release.toHTML();
    const tree = inert(html);
    const found = [...strangers(tree, vocabulary), ...removed(html)];
    const container = document.createElement("div");
    release.mount(container);
    if (written(container) !== written(tree)) found.push("the DOM is not the HTML");
    const nested = JSON.stringify([release.toJSON(), release.toJSONLD(), release.toNinjs()]);
    if (JSON.stringify(JSON.parse(nested)) !== nested) found.push("JSON that does not come back");
    if ({}.polluted !== undefined) found.push("a prototype with a new property");
    release.toText();
    // Alive: images that would be fetched stay links.
    const live = document.createElement("div");
    live.innerHTML = pressmark.parse(source, { images: "none" }).toHTML();
    document.body.append(live);
    live.remove();
    return found;
  }

  window.judge = {
    ran,
    strangers,
    inert,
    /** @returns {Promise<string[]>} one line for each fault */
    async releases(sources, vocabulary) {
      const lines = [];
      for (const source of sources) {
        for (const fault of faults(window.pressmark, source, vocabulary)) lines.push(`${fault}: ${JSON.stringify(source).slice(0, 300)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      return [...lines, ...ran.splice(0).map((call) => `ran ${call}`)];
    },
  };
})();
