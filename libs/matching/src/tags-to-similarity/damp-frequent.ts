/** Shares of the people above which what they have in common says less about each, with what is left of its weight, the largest share first. */
export type DampingBuckets = readonly (readonly [share: number, weight: number])[];

const conceptBuckets: DampingBuckets = [[1 / 2, 0.4], [1 / 4, 0.6], [1 / 8, 0.8]];
/** In a small room a word that a few people use is not frequent. */
const rareCount = 2;

/**
 * Weight in 0…1 of a concept that `holders` of `people` mention: 1 while at most an eighth do, down to 0.4 for a concept of more than half.
 * Features that are no concepts bring `buckets` of their own. The steps are coarse, so that one arrival moves almost no score; a rare concept gets no bonus, because rare is often noise.
 */
export function dampFrequent(holders: number, people: number, buckets: DampingBuckets = conceptBuckets): number {
  if (holders <= rareCount) return 1;
  const share = holders / people;
  return buckets.find(([least]) => share > least)?.[1] ?? 1;
}
