import type { Stretch } from './noun-stretches.js';

/** Where a sentence has what patterns (flags d and g) hold in their first group, in UTF-16 units of it. */
export const firstGroups = (sentence: string, patterns: readonly RegExp[]): Stretch[] =>
  patterns.flatMap((pattern) => [...sentence.matchAll(pattern)].map((found): Stretch => found.indices![1]!));

/** The same for a sentence in its text, read with the quotation mark that opens it and the three letters behind it: of a greeting there a line end is left. */
export function firstGroupsAround(text: string, [start, end]: Stretch, patterns: readonly RegExp[]): Stretch[] {
  const from = /[「『“]/u.test(text[start - 1] ?? '') ? start - 1 : start;
  return firstGroups(text.slice(from, end + 3), patterns).map(([first, last]) => [first + from - start, last + from - start]);
}
