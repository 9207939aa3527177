/** What is shown of a score: two who suit each other better than most people could is 1 as well, so that any two can be compared. */
export const shownScore = (value: number): number => Math.min(1, value);

/** How much a difference is, whichever way it goes. */
export const sizeInPoints = (size: number): string => (Math.abs(size) * 100).toFixed(1);

/**
 * How good a plan or a team is, in points of at most 100 with one decimal. A team whose members should rather not meet (again)
 * is below 0, as far as it is: where many have met, random teams are worth much less than none.
 */
export function points(value: number): string {
  return `${isBelowZero(value) ? '−' : ''}${sizeInPoints(shownScore(value))}`;
}

/** Is this shown as less than 0? */
export const isBelowZero = (value: number): boolean => value < 0 && Number(sizeInPoints(value)) > 0;

const roundedScore = (value: number): number => Math.round(shownScore(value) * 1e3) / 1e3;

/** How far it is from one score to another in what is shown of both, so that the numbers on the screen add up. */
export const shownChange = (before: number, after: number): number => Math.round((roundedScore(after) - roundedScore(before)) * 1e3) / 1e3;

/** Is a difference one on the screen, too? */
export const isShown = (value: number): boolean => Math.abs(value) > 0.0005;

/** A change of it, always with its sign. */
export const signedPoints = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${sizeInPoints(value)}`;

/** A change of a wish, of which 0 to 100 per cent is shown: it is no part of the points. */
export const signedShare = (value: number): string => `${signedPoints(Math.min(1, Math.max(-1, value)))}%`;

/** How far a plan is above random ones, in what is shown of both; undefined where either is not known. No ratio: the mean of random plans lies near 0, or below it, where people have met before. */
export const aboveRandom = ({ objective, baseline }: { objective: number | null; baseline: number | null }): number | undefined =>
  (objective === null || baseline === null ? undefined : shownChange(baseline, objective));

/** How far a wish came true, in whole per cent of 0 to 100. */
export const percentOf = (value: number): number => Math.round(Math.max(0, shownScore(value)) * 100);
