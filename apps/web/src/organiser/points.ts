/**
 * How good a plan or a team is, in points of 0 to 100 with one decimal, so that any two can be compared. Two who suit each other
 * better than most people could is 100 as well, and a team whose members should rather not meet (again) is 0: how far beyond is
 * for the search alone.
 */
export const points = (value: number): string => (shown(value) * 100).toFixed(1);
const shown = (value: number): number => Math.min(1, Math.max(0, value));

/** A change of it, always with its sign. */
export const signedPoints = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${points(Math.abs(value))}`;

/** How far a plan is above random ones, in what is shown of both. No ratio: the mean of random plans lies near 0, or below it, where people have met before. */
export const abovePoints = (value: number, baseline: number): number => Math.round((shown(value) - shown(baseline)) * 1e3) / 1e3;

/** How far a wish came true, in whole per cent of 0 to 100. */
export const percentOf = (value: number): number => Math.round(shown(value) * 100);
