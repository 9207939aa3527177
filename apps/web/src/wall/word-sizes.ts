/** Sizes in pixels from counts: the square root, so that a word twice as frequent has twice the area. */
export function wordSizes(counts: readonly number[], area: { width: number; height: number }): number[] {
  const most = Math.max(1, ...counts);
  const largest = Math.min(area.width / 7, area.height / 5, 120);
  const smallest = Math.min(26, largest);
  return counts.map((count) => Math.round(smallest + (largest - smallest) * Math.sqrt(count / most)));
}
