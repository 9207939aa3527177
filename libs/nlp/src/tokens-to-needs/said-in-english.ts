import { englishAsides } from '../candidates-to-tags/english-asides.js';
import { questionMarkAt } from '../candidates-to-tags/spoken-to-the-room.js';
import type { Situation } from '../text-to-situations/situations.js';
import { deniedEnglish, findEnglish } from '../tokens-to-tags/read-english.js';

/**
 * Tells of what everyday words say in the English of a text how its sentence means it: what is denied, over, or would only be
 * done if, is not offered; what others are offered is not needed. Undefined for what stands outside of English.
 */
export function asSaidInEnglish(text: string): (situation: Situation) => Situation[] | undefined {
  const sentences = findEnglish(text).map((range) => {
    const { start, end } = range;
    return { start, end, denied: deniedEnglish(text, range), ...englishAsides(text.slice(start, end) + questionMarkAt(text, end)) };
  });
  return (situation) => {
    const { stance, span: [from, to] } = situation;
    const sentence = sentences.find(({ start, end }) => start <= from && from < end);
    if (!sentence) return undefined;
    const { start, denied, nothing, enjoyed, unreal, notSought, offered } = sentence;
    const isIn = (ranges: [number, number][]): boolean => ranges.some(([first, last]) => from - start < last && first < to - start);
    if (isIn(nothing)) return [];
    if (isIn(offered)) return [{ ...situation, stance: 'offer' }];
    if (stance === 'need') return isIn(notSought) ? [] : [situation];
    return isIn([...enjoyed, ...unreal]) || denied.some(([first, last]) => from < last && first < to) ? [] : [situation];
  };
}
