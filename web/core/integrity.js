// Hashes that a file must have, in the form of subresource integrity.

const INTEGRITY = /^\s*(?:sha(?:256|384|512)-[A-Za-z0-9+/]+={0,2}(?:\?\S*)?\s*)+$/;

/** Browsers ignore what they cannot read in an integrity value, and would take any file. @param {string} value */
export function isIntegrity(value) {
  return INTEGRITY.test(value);
}
