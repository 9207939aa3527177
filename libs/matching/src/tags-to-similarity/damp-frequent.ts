/** Shares of the participants above which a concept says less about each, with what is left of its weight. */
const buckets: readonly (readonly [share: number, weight: number])[] = [[1 / 2, 0.4], [1 / 4, 0.6], [1 / 8, 0.8]];
/** In a small room a word that a few people use is not frequent. */
const rareCount = 2;

/**
 * Weight in 0…1 of a concept that `holders` of `people` mention: 1 while at most an eighth do, down to 0.4 for a concept of more than half.
 * The steps are coarse, so that one arrival moves almost no score; a rare concept gets no bonus, because rare is often noise.
 */
export function dampFrequent(holders: number, people: number): number {
  if (holders <= rareCount) return 1;
  const share = holders / people;
  return buckets.find(([least]) => share > least)?.[1] ?? 1;
}
