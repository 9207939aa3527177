import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Role, Statement } from '../statements.js';
import { givenSpan, type CleanText } from '../text-to-tokens/clean-text.js';
import { readSituations } from '../text-to-situations/read-situations.js';

/** A trouble is eased by people before anything else. */
const ROLE_OF_A_TROUBLE: Role = 'contacts';
const SURENESS = 0.9;
const WIDE_OFFER = 0.7;

/** Needs and offers that are said in everyday words, named by what they are about; best first. */
export function everydayStatements(clean: CleanText, lexicon: Lexicon): { needs: Statement[]; offers: Statement[] } {
  const things = lexicon.everyday.words.filter(({ says }) => says !== 'topic');
  const found = readSituations(clean.text, things).map((situation): Statement & { stance: string } => ({
    kind: situation.stance === 'need' ? 'seeking' : 'skill',
    label: lexicon.everyday.concepts.get(situation.concept)?.ja ?? situation.concept,
    phrase: clean.text.slice(...situation.span), concept: situation.concept,
    role: situation.role ?? (situation.concept.startsWith('ひと:') ? 'audience' : ROLE_OF_A_TROUBLE),
    score: Math.round(situation.weight * SURENESS * (situation.stance === 'offer' && lexicon.everyday.wide.has(situation.concept) ? WIDE_OFFER : 1) * 100) / 100, evidence: [givenSpan(clean, ...situation.span)], rule: `everyday:${situation.stance}`, stance: situation.stance,
  }));
  const of = (stance: string): Statement[] => found.filter((one) => one.stance === stance).map(({ stance: _, ...statement }) => statement);
  return { needs: of('need'), offers: of('offer') };
}
