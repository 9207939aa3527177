import type { CleanText } from './clean-text.js';

/** A stretch of a clean text, and what stands there instead. */
export interface Replacement { start: number; end: number; by: string }

/** Replaces stretches of a clean text, given in their order; every new unit points to its whole stretch. */
export function replaceStretches(clean: CleanText, replacements: Replacement[]): CleanText {
  if (replacements.length === 0) return clean;
  const result: CleanText = { text: '', starts: [], ends: [] };
  let from = 0;
  const copy = (to: number) => {
    result.text += clean.text.slice(from, to);
    for (; from < to; from++) {
      result.starts.push(clean.starts[from]);
      result.ends.push(clean.ends[from]);
    }
  };
  for (const { start, end, by } of replacements) {
    copy(start);
    result.text += by;
    for (let at = 0; at < by.length; at++) {
      result.starts.push(clean.starts[start]);
      result.ends.push(clean.ends[end - 1]);
    }
    from = end;
  }
  copy(clean.text.length);
  return result;
}

/** Replaces whatever a pattern finds. */
export const replaceUnits = (clean: CleanText, pattern: RegExp, by: string): CleanText =>
  replaceStretches(clean, [...clean.text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length, by })));
