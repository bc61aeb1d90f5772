/**
 * Runs something for each of a list, in its order, so many at a time.
 * @template Item, Result
 * @param {readonly Item[]} items
 * @param {number} atOnce
 * @param {(item: Item) => Promise<Result>} run
 * @returns {Promise<Result[]>} as they come to an end
 */
export async function inLanes(items, atOnce, run) {
  const waiting = items.values();
  /** @type {Result[]} */
  const results = [];
  // The lanes share the iterator, so each item goes to the first that is free.
  const lane = async () => {
    for (const item of waiting) results.push(await run(item));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}
