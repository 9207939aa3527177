/** Part of the area that the words' boxes may fill, so that all of them find a place. */
const FILLED = 0.42;
const LARGEST = 120;
const SMALLEST = 18;
/** Width of a letter of each script, in ems. */
const WIDE = 1;
const NARROW = 0.6;

const widthOf = (label: string): number => Array.from(label).reduce((sum, letter) => sum + (letter < '\u1100' ? NARROW : WIDE), 0);

/**
 * Sizes in pixels for words and how many people have each: by the square root, so that a word twice as frequent has twice
 * the area, and all together small enough for the area (width × height, pixels). Never below 18, the smallest to be read from afar.
 */
export function wordSizes(words: readonly { label: string; count: number }[], { width, height }: { width: number; height: number }): number[] {
  const most = Math.max(1, ...words.map(({ count }) => count));
  const shares = words.map(({ count }) => Math.sqrt(count / most));
  const boxes = words.reduce((sum, { label }, place) => sum + (widthOf(label) + 0.6) * 1.3 * shares[place]! ** 2, 0);
  const longest = Math.max(1, ...words.map(({ label }, place) => widthOf(label) * shares[place]!));
  const largest = Math.min(LARGEST, Math.sqrt((FILLED * width * height) / Math.max(1, boxes)), (width * 0.9) / longest);
  return shares.map((share) => Math.max(SMALLEST, Math.round(largest * share)));
}
