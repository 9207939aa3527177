import { weighTags, type TagJudgement } from './candidates-to-tags/weigh-tags.js';
import type { Lexicon } from './lexicon-to-concepts/build-lexicon.js';
import { readIntroduction, type ReadIntroduction } from './read-introduction.js';
import type { EventWord, ExtractedProfile, Statement } from './statements.js';
import { givenSpan, type CleanText } from './text-to-tokens/clean-text.js';
import type { Tokenizer } from './text-to-tokens/tokens.js';
import { chooseTags, type Candidate } from './tokens-to-tags/choose-tags.js';
import { everydayStatements } from './tokens-to-needs/everyday-statements.js';
import { readNeeds, readOffers } from './tokens-to-needs/read-needs.js';
import { weighStatements, type StatementWeights } from './tokens-to-needs/weigh-statements.js';

/** A concept that a text mentions, and how much of the text is about it (0…1). */
export interface WeightedConcept {
  concept: string;
  label: string;
  weight: number;
}

export interface Extractor {
  /** Tags, needs and offers of one introduction. Rejects with `TextError`. */
  extract(text: string, options?: { words?: EventWord[] }): Promise<ExtractedProfile>;
  /** What any text is about: titles of data, themes. Throws `TextError`; an empty text has no concepts. */
  conceptsOf(text: string): WeightedConcept[];
  readonly lexicon: Lexicon;
}

/** Scales what the rules alone are sure of to what was right in word and kind on held-back texts. */
const CERTAINTY = { sure: 0.92, other: 0.83 };
const scaled = (candidate: Candidate): Candidate => ({ ...candidate, score: candidate.score * (candidate.sure ? CERTAINTY.sure : CERTAINTY.other) });

function toStatement({ kind, label, phrase, concept, score, rule, spans, weighing }: Candidate, clean: CleanText, given: string): Statement {
  // A whole clause is quoted as it was written, not as it was respelled for the dictionary.
  const quoted = rule.startsWith('clause') ? given.slice(...givenSpan(clean, ...spans[0])).normalize('NFKC').replace(/\s+/g, ' ') : label;
  return { kind: kind as Statement['kind'], label: quoted, phrase, concept, score: Math.round(score * 100) / 100, evidence: spans.map(([start, end]) => givenSpan(clean, start, end)), rule, ...(weighing && { weighing }) };
}

/** What readings are weighed with: tags, and needs and offers of everyday words. */
export interface Judgement extends TagJudgement {
  statements: StatementWeights;
}

/** The rules read and propose, the judgement weighs and chooses; without one the rules choose too. */
export function createExtractor(tokenizer: Tokenizer, lexicon: Lexicon, judgement?: Judgement): Extractor {
  const tagsOf = async (read: ReadIntroduction, known: Lexicon): Promise<Candidate[]> =>
    (judgement ? weighTags(read, known, judgement) : chooseTags([...read.candidates, ...read.english]).map(scaled));
  return {
    lexicon,
    async extract(text, { words = [] } = {}) {
      const known = lexicon.withWords(words);
      const read = readIntroduction(text, tokenizer, known);
      const tags = (await tagsOf(read, known)).map((candidate) => toStatement(candidate, read.clean, text));
      const conceptOf = (id: string) => known.concept(id);
      const sure = { needs: readNeeds(tags, conceptOf), offers: readOffers(tags, text, conceptOf) };
      const { needs, offers } = everydayStatements(read.clean, known);
      const seen = { text, tags, all: sure.needs.length + sure.offers.length + needs.length + offers.length };
      const weighed = (read: Statement[]): Statement[] => (judgement ? weighStatements(read, seen, judgement.statements) : read);
      return { tags, needs: [...sure.needs, ...weighed(needs)], offers: [...sure.offers, ...weighed(offers)] };
    },
    conceptsOf(text) {
      if (!text.trim()) return [];
      const { candidates, english } = readIntroduction(text, tokenizer, lexicon);
      return chooseTags([...candidates, ...english]).map(({ concept, label, score }) => ({ concept, label, weight: score }));
    },
  };
}
