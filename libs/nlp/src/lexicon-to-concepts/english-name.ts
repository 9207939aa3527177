import type { Lexicon } from './build-lexicon.js';
import { foldSpelling } from './fold-spelling.js';

const JAPANESE = /[ぁ-ヿ一-鿿]/;

/**
 * How a tag is called in English: its concept's English name, where the label names that concept and nothing narrower.
 * Undefined for a label without a Japanese letter (IT, machine learning), which stands for itself, for a writer's own words
 * that only share the concept, and where the lexicon has no English name.
 * @example englishName({ label: 'セールス', concept: '営業' }, lexicon) // 'sales'
 */
export function englishName({ label, concept: id }: { label: string; concept: string }, lexicon: Lexicon): string | undefined {
  if (!JAPANESE.test(label)) return undefined;
  const everyday = lexicon.everyday.concepts.get(id);
  if (everyday) return everyday.ja === label ? everyday.en : undefined;
  const isNamed = lexicon.find(label)?.id === id || lexicon.meaning(foldSpelling(label))?.concepts.some((one) => one.id === id);
  return isNamed ? lexicon.concept(id)?.en : undefined;
}
