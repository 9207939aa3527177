import { pickHighest } from '../pick-highest.js';

/**
 * Pair values beside what the two could have: each is divided by the geometric mean of what either would have with their
 * `partners` best partners. Somebody of whom little is known, or whom few suit, thus weighs as much as somebody whom all suit.
 * @param pairs symmetric, n × n; changed in place
 */
export const relativePairs = (pairs: Float64Array, n: number, partners: number): Float64Array => {
  const best = Float64Array.from({ length: n }, (_, person) => meanOfBest(pairs.slice(person * n, (person + 1) * n), person, partners));
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      const both = best[a] * best[b];
      if (both > 0) pairs[a * n + b] /= Math.sqrt(both);
    }
  }
  return pairs;
};

/** Of the values above 0; in their order, so that the sum does not depend on that of the people. */
export const sumOfHighest = (values: Float64Array, count: number): number => Float64Array.from(pickHighest(values, count), (at) => values[at]).sort().reverse().reduce((sum, value) => sum + value, 0);

const meanOfBest = (row: Float64Array, self: number, partners: number): number => {
  row[self] = -Infinity;
  const count = Math.max(1, Math.min(row.length - 1, partners));
  return sumOfHighest(row, count) / count;
};
