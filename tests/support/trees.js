// Writes a tree of the page as text, to compare what HTML and node stream make of one release. A classic script.
(() => {
  // One line end at the edge of a block and after a <br> makes the HTML readable and means nothing.
  const wrappers = "article header section div blockquote address ul ol li figure table thead tbody tr".split(" ");
  const edges = [...wrappers, ..."h1 h2 h3 h4 h5 h6 p pre hr figcaption caption th td".split(" ")];
  /** A property as the browser has it, even of a form whose fields have taken its name. */
  const genuine = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (node) => get.call(node);
  };
  const [typeOf, nameOf, childrenOf] = ["nodeType", "nodeName", "childNodes"].map((name) => genuine(Node.prototype, name));
  const [attributesOf, localNameOf, namespaceOf] = ["attributes", "localName", "namespaceURI"].map((name) => genuine(Element.prototype, name));
  const words = ({ data, previousSibling, nextSibling, parentNode }) => {
    const isEdge = (sibling) => (sibling && parentNode.localName !== "figure" ? edges.includes(sibling.localName) : wrappers.includes(parentNode.localName));
    const start = isEdge(previousSibling) || previousSibling?.localName === "br" ? data.replace(/^\n/, "") : data;
    return isEdge(nextSibling) ? start.replace(/\n$/, "") : start;
  };
  /** The tree below a node as text, the same for the same tree. */
  window.written = (root) => {
    Node.prototype.normalize.call(root);
    const write = (node) => {
      if (typeOf(node) === Node.TEXT_NODE) return words(node) && JSON.stringify(words(node));
      if (typeOf(node) !== Node.ELEMENT_NODE) return `!${nameOf(node)}`;
      const attributes = [...attributesOf(node)].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort().join("");
      return `<${namespaceOf(node).split("/").pop()}:${localNameOf(node)}${attributes}>${writeAll(node)}</>`;
    };
    const writeAll = (parent) => [...childrenOf(parent)].map(write).join("");
    return writeAll(root);
  };
})();
