/**
 * How good a plan or a team is, in points of 0 to 100 with one decimal, so that any two can be compared. Two who suit each other
 * better than most people could is 100 as well, and a team whose members should rather not meet (again) is 0: how far beyond is
 * for the search alone.
 */
export const points = (value: number): string => (Math.min(1, Math.max(0, value)) * 100).toFixed(1);

/** A change of it, always with its sign. */
export const signedPoints = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${points(Math.abs(value))}`;

/** How much better than the baseline, in whole per cent; undefined where there is nothing to compare with. */
export const percentBetter = (value: number, baseline: number): number | undefined => (baseline > 0 ? Math.round((Math.max(0, value) / baseline - 1) * 100) : undefined);
