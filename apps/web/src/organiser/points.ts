/** A mean pair value (0…1) in points of 100, with one decimal. */
export const points = (value: number): string => (value * 100).toFixed(1);

/** A change of it, always with its sign. */
export const signedPoints = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : '±'}${points(Math.abs(value))}`;

/** How much better than the baseline, in whole per cent; undefined where there is nothing to compare with. */
export const percentBetter = (value: number, baseline: number): number | undefined => (baseline > 0 ? Math.round((value / baseline - 1) * 100) : undefined);
