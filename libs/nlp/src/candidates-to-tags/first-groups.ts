import type { Stretch } from './noun-stretches.js';

/** Where a sentence has what patterns (flags d and g) hold in their first group, in UTF-16 units of it. */
export const firstGroups = (sentence: string, patterns: readonly RegExp[]): Stretch[] =>
  patterns.flatMap((pattern) => [...sentence.matchAll(pattern)].map((found): Stretch => found.indices![1]!));
