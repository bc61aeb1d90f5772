// Writes a tree of the page as text, to compare what HTML and node stream make of one release. A classic script.
(() => {
  // One line end at the edge of a block and after a <br> makes the HTML readable and means nothing.
  const wrappers = "article header section div blockquote address ul ol li figure table thead tbody tr".split(" ");
  const edges = [...wrappers, ..."h1 h2 h3 h4 h5 h6 p pre hr figcaption caption th td".split(" ")];
  const words = ({ data, previousSibling, nextSibling, parentNode }) => {
    const isEdge = (sibling) => (sibling && parentNode.localName !== "figure" ? edges.includes(sibling.localName) : wrappers.includes(parentNode.localName));
    const start = isEdge(previousSibling) || previousSibling?.localName === "br" ? data.replace(/^\n/, "") : data;
    return isEdge(nextSibling) ? start.replace(/\n$/, "") : start;
  };
  /** The tree below a node as text, the same for the same tree. */
  window.written = (root) => {
    root.normalize();
    const write = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return words(node) && JSON.stringify(words(node));
      if (node.nodeType !== Node.ELEMENT_NODE) return `!${node.nodeName}`;
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`).sort().join("");
      return `<${node.namespaceURI.split("/").pop()}:${node.localName}${attributes}>${writeAll(node)}</>`;
    };
    const writeAll = (parent) => [...parent.childNodes].map(write).join("");
    return writeAll(root);
  };
})();
