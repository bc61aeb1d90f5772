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

  append(...nodes) {
    this.children.push(...nodes);
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
  classList = { add: (name) => this.attributes.set("class", `${this.attributes.get("class") ?? ""} ${name}`.trim()) };

  constructor(document, name, namespace) {
    super();
    this.ownerDocument = document;
    this.name = name;
    this.namespace = namespace;
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
