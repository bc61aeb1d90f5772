// Reading a document on pages whose elements take the names of its own: <form name="createElement"> hides the method.

/**
 * A property of a document as its class has it; a method comes bound.
 * @template {keyof Document} Name
 * @param {Document} document
 * @param {Name} name
 * @returns {Document[Name]}
 */
export function genuine(document, name) {
  const value = Reflect.get(Object.getPrototypeOf(document), name, document);
  return typeof value === "function" ? value.bind(document) : value;
}
