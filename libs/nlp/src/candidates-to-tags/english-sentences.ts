import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { ReadIntroduction } from '../read-introduction.js';
import type { JudgedSentence } from './judge-in-context.js';
import { possibleEnglish, type PossibleEnglish } from './possible-english.js';

/** What may be a tag in an English sentence, and as what it is judged. */
export interface EnglishSentence {
  /** Where it begins in the text. */
  start: number;
  tags: PossibleEnglish[];
  asked: JudgedSentence;
}

/** What may be a tag in the English of a text, sentence by sentence, as it is judged: the network that hears Japanese hears English too. */
export function englishSentences({ clean, ranges, english }: ReadIntroduction, lexicon: Lexicon): EnglishSentence[] {
  return ranges.map((range) => {
    const tags = possibleEnglish(clean.text, range, english, lexicon);
    const spans = tags.map(({ span: [from, to] }): [number, number] => [from - range.start, to - range.start]);
    return { start: range.start, tags, asked: { text: clean.text.slice(range.start, range.end), heading: range.heading, spans, priors: tags.map(({ prior }) => prior) } };
  });
}
