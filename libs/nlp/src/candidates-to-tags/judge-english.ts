import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { ReadIntroduction } from '../read-introduction.js';
import type { Weighing } from '../statements.js';
import type { ContextJudge } from './judge-in-context.js';
import { possibleEnglish, type PossibleEnglish } from './possible-english.js';

/** Every possible tag of a text's English, judged sentence by sentence: the network that hears Japanese hears English too. */
export async function judgeEnglish({ clean, ranges, english }: ReadIntroduction, lexicon: Lexicon, judge: ContextJudge): Promise<[PossibleEnglish, Weighing][]> {
  const judged: [PossibleEnglish, Weighing][] = [];
  for (const range of ranges) {
    const sentence = clean.text.slice(range.start, range.end);
    const possible = possibleEnglish(clean.text, range, english, lexicon);
    const heard = await judge({ text: sentence, heading: range.heading, spans: possible.map(({ span: [from, to] }): [number, number] => [from - range.start, to - range.start]), priors: possible.map(({ prior }) => prior) });
    judged.push(...possible.map((one, at): [PossibleEnglish, Weighing] => [one, { sentence, alone: one.prior, inSentence: heard[at] }]));
  }
  return judged;
}
