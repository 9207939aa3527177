import type { Lexicon } from './lexicon-to-concepts/build-lexicon.js';
import { foldSpelling } from './lexicon-to-concepts/fold-spelling.js';
import type { EventWord, ExtractedProfile, Statement } from './statements.js';
import { checkText, type TextFault } from './text-to-tokens/check-text.js';
import { givenSpan, type CleanText } from './text-to-tokens/clean-text.js';
import { protectKnownTerms } from './text-to-tokens/protect-known-terms.js';
import type { Tokenizer } from './text-to-tokens/tokens.js';
import { joinCompounds, type Compound } from './tokens-to-tags/join-compounds.js';

/** Thrown for a text that cannot be taken; `code` says why. */
export class TextError extends Error {
  constructor(readonly code: TextFault) {
    super(`The text cannot be taken: ${code}`);
  }
}

/** A concept that a text mentions, and how much of the text is about it (0…1). */
export interface WeightedConcept {
  concept: string;
  label: string;
  weight: number;
}

export interface Extractor {
  /** Tags, needs and offers of one introduction. Throws `TextError`. */
  extract(text: string, options?: { words?: EventWord[] }): ExtractedProfile;
  /** What any text is about: titles of data, themes. Throws `TextError`; an empty text has no concepts. */
  conceptsOf(text: string): WeightedConcept[];
  readonly lexicon: Lexicon;
}

function toStatement(compound: Compound, clean: CleanText, lexicon: Lexicon): Statement {
  const concept = lexicon.find(compound.text);
  return {
    kind: concept?.kind ?? 'skill',
    label: concept?.id ?? compound.text,
    phrase: compound.text,
    concept: concept?.id ?? foldSpelling(compound.text),
    score: concept ? 0.7 : 0.4,
    evidence: [givenSpan(clean, compound.start, compound.end)],
    rule: concept ? 'compound>lexicon' : 'compound',
  };
}

/** Puts the stages together: text → tokens → tags → needs and offers. */
export function createExtractor(tokenizer: Tokenizer, lexicon: Lexicon): Extractor {
  const statementsOf = (text: string, words: EventWord[]): Statement[] => {
    const checked = checkText(text);
    if (!checked.ok) throw new TextError(checked.code);
    const known = lexicon.withWords(words);
    const clean = checked.analysis;
    const tokens = tokenizer.tokenize(clean.text, protectKnownTerms(clean.text, known));
    return joinCompounds(tokens, clean.text).map((compound) => toStatement(compound, clean, known));
  };
  return {
    lexicon,
    extract: (text, options = {}) => ({ tags: statementsOf(text, options.words ?? []).slice(0, 12), needs: [], offers: [] }),
    conceptsOf: (text) => (text.trim() ? statementsOf(text, []).map(({ concept, label, score }) => ({ concept, label, weight: score })) : []),
  };
}
