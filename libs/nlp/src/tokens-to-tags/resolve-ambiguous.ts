import type { Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import type { Concept } from '../lexicon-to-concepts/concepts.js';
import type { Candidate } from './choose-tags.js';

/** From here on the grammar alone is cue enough for a spelling with one meaning. */
const STRONG_CUE = 0.75;

const field = ({ category }: Concept): string => category.split(' / ')[0];
const linked = (a: Concept, b: Concept): boolean => [...a.related, ...a.broader].includes(b.id) || [...b.related, ...b.broader].includes(a.id);

/** How much the other concepts of the text speak for a meaning. */
function support(meaning: Concept, others: Concept[]): number {
  return others.reduce((sum, other) => sum + (other === meaning || linked(meaning, other) ? 3 : other.category === meaning.category ? 2 : field(other) === field(meaning) ? 1 : 0), 0);
}

/** Decides what ambiguous spellings (ML, PM, Go) mean by the concepts beside them; without support they stay as written. */
export function resolveAmbiguous(candidates: Candidate[], lexicon: Lexicon): Candidate[] {
  const others = candidates.filter(({ ambiguous }) => !ambiguous).map(({ concept }) => lexicon.concept(concept)).filter((concept) => concept !== undefined);
  return candidates.map((candidate) => {
    if (!candidate.ambiguous) return candidate;
    const ranked = candidate.ambiguous.map((meaning) => ({ meaning, weight: support(meaning, others) })).sort((a, b) => b.weight - a.weight);
    const [best, second] = ranked;
    const decided = best.weight > (second?.weight ?? 0) || (ranked.length === 1 && candidate.score >= STRONG_CUE);
    if (!decided) return candidate;
    // 回路 is short enough for 電子回路設計; ML says less than 機械学習.
    const label = best.meaning.id.includes(candidate.label) ? candidate.label : best.meaning.id;
    return { ...candidate, label, concept: best.meaning.id, named: true, rule: `${candidate.rule}>neighbours` };
  });
}
