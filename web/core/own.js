/**
 * What an object says itself: what a page or an attacker has put on the prototype of all objects is no wish of the caller.
 * @template T
 * @param {T} options
 * @returns {T}
 */
export function ownOf(options) {
  return Object.assign(Object.create(null), options);
}
