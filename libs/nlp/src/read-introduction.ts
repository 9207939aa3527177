import type { Lexicon } from './lexicon-to-concepts/build-lexicon.js';
import { checkText, type TextFault } from './text-to-tokens/check-text.js';
import type { CleanText } from './text-to-tokens/clean-text.js';
import { inKanji } from './text-to-tokens/in-kanji.js';
import { protectKnownTerms } from './text-to-tokens/protect-known-terms.js';
import type { Tokenizer } from './text-to-tokens/tokens.js';
import type { Candidate } from './tokens-to-tags/choose-tags.js';
import { findEnglish, readEnglish, type EnglishRange } from './tokens-to-tags/read-english.js';
import { nameSentences, readSentences, type ReadSentence } from './tokens-to-tags/read-text.js';

/** Thrown for a text that cannot be taken; `code` says why. */
export class TextError extends Error {
  constructor(readonly code: TextFault) {
    super(`The text cannot be taken: ${code}`);
  }
}

/** A text as the rules read it. */
export interface ReadIntroduction {
  clean: CleanText;
  /** The text without its English, every unit in its place. */
  japanese: string;
  sentences: ReadSentence[];
  /** Where its English stands. */
  ranges: EnglishRange[];
  /** What the rules name in the Japanese, and in the English. */
  candidates: Candidate[];
  english: Candidate[];
}

/** The text with the ranges emptied, every unit in its place. */
const blank = (text: string, ranges: EnglishRange[]): string =>
  ranges.reduceRight((rest, { start, end }) => rest.slice(0, start) + '\n'.repeat(end - start) + rest.slice(end), text);

/**
 * Reads a text by the rules: given text → check, clean → protect known terms → kuromoji → chunks → phrases → clauses → names.
 * @throws TextError
 */
export function readIntroduction(text: string, tokenizer: Tokenizer, lexicon: Lexicon): ReadIntroduction {
  const checked = checkText(text, (clean) => inKanji(clean, lexicon.kanaWords, tokenizer, lexicon.ownSpellings));
  if (!checked.ok) throw new TextError(checked.code);
  const clean = checked.analysis;
  const ranges = findEnglish(clean.text);
  const japanese = blank(clean.text, ranges);
  const sentences = readSentences(tokenizer.tokenize(japanese, protectKnownTerms(japanese, lexicon)), japanese);
  return { clean, japanese, sentences, ranges, candidates: nameSentences(sentences, japanese, lexicon), english: readEnglish(clean.text, ranges, lexicon) };
}
