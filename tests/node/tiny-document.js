// As much of a document as the node-stream reader uses. toString writes it as HTML, for comparing.

class TinyText {
  constructor(data) {
    this.data = data;
  }

  toString() {
    return this.data.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  }
}

class TinyFragment {
  children = [];

  appendChild(node) {
    this.children.push(node);
  }

  replaceChildren(...nodes) {
    this.children = nodes;
  }

  toString() {
    return this.children.join("");
  }
}

class TinyElement extends TinyFragment {
  attributes = new Map();

  constructor(document, name, namespace) {
    super();
    this.ownerDocument = document;
    this.name = name;
    this.namespace = namespace;
  }

  set textContent(data) {
    this.children = [new TinyText(data)];
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  toString() {
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${value.replaceAll('"', "&quot;")}"`);
    return `<${this.name}${attributes.join("")}>${super.toString()}</${this.name}>`;
  }
}

export class TinyDocument {
  createDocumentFragment() {
    return new TinyFragment();
  }

  createTextNode(data) {
    return new TinyText(data);
  }

  createElement(name) {
    return new TinyElement(this, name, null);
  }

  createElementNS(namespace, name) {
    return new TinyElement(this, name, namespace);
  }
}
