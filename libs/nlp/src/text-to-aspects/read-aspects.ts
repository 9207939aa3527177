import { cleanText } from '../text-to-tokens/clean-text.js';
import type { PersonTexts } from '../person-texts.js';
import type { AspectDictionary, AspectsOfWord } from './parse-aspects.js';

/** How much of a person's texts is about an aspect; the weights are comparable within a person only. */
export interface WeightedAspect {
  aspect: string;
  weight: number;
}

const WEIGHTS = { introduction: 1, affiliation: 0.6, jackets: 0.7 };
/** A word's second aspect counts 1 / 1.4 of its first, and so on. */
const DECAY = 0.4;
/** Many words on one aspect count for more than one, not for that many. */
const EXPONENT = 0.8;

/** What texts are about, by the everyday words in them, sorted by aspect. Each word counts once. */
export function readAspects({ introduction, affiliation, jackets = [] }: PersonTexts, dictionary: AspectDictionary): WeightedAspect[] {
  const words = new Map<AspectsOfWord, number>();
  const put = (text: string | undefined, weight: number): void => {
    for (const { meaning } of dictionary.words.find(cleanText(text ?? '').text)) words.set(meaning, Math.max(weight, words.get(meaning) ?? 0));
  };
  put(introduction, WEIGHTS.introduction);
  put(affiliation, WEIGHTS.affiliation);
  for (const text of jackets) put(text, WEIGHTS.jackets);
  const sums = new Map<number, number>();
  for (const [about, weight] of words) about.forEach((aspect, rank) => sums.set(aspect, (sums.get(aspect) ?? 0) + weight / (1 + DECAY * rank)));
  return [...sums].sort(([a], [b]) => a - b).map(([aspect, sum]) => ({ aspect: dictionary.ids[aspect], weight: Math.round(sum ** EXPONENT * 1000) / 1000 }));
}
