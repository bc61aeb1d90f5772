// Interleaved rounds: every contender once a round, in an order that turns, so that whatever else the machine does falls
// upon all alike. What counts are medians, and ratios within one run.

/** @param {number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * @template Contender
 * @param {readonly Contender[]} contenders
 * @param {number} count of rounds
 * @param {(contender: Contender) => Promise<number>} sample
 * @returns {Promise<Map<Contender, number>>} the median of each
 */
export async function interleaved(contenders, count, sample) {
  /** @type {Map<Contender, number[]>} */
  const samples = new Map(contenders.map((contender) => [contender, []]));
  for (let round = 0; round < count; round++) {
    for (let index = 0; index < contenders.length; index++) {
      const contender = contenders[(index + round) % contenders.length];
      samples.get(contender)?.push(await sample(contender));
    }
  }
  return new Map(contenders.map((contender) => [contender, median(samples.get(contender) ?? [])]));
}
