import type { Concept } from '../lexicon-to-concepts/concepts.js';
import type { Kind, Weighing } from '../statements.js';

/** A tag that may be chosen. */
export interface Candidate {
  kind: Kind | 'unable';
  label: string;
  concept: string;
  /** The label is a name of the concept, not only about it. */
  named: boolean;
  phrase: string;
  /** What the phrase may mean, where its neighbours must decide. */
  ambiguous?: Concept[];
  score: number;
  /** Said in a way that is seldom misread. */
  sure?: boolean;
  rule: string;
  /** Spans in the analysed text. */
  spans: [start: number, end: number][];
  weighing?: Weighing;
}

export const MOST_TAGS = 12;
/** Below this a tag is more often wrong than right. */
const LEAST_SCORE = 0.5;
/** A word that the lexicon knows is worth less certainty of the clause. */
const LEAST_NAMED_SCORE = 0.36;
/** Beside many sure tags an unsure one has to be surer. */
const CROWD = { from: 5, step: 0.04, most: 0.12 };
/** Somebody of whom nothing surer is known still gets this many tags to correct, down to this score: a page without any helps nobody. */
export const FALLBACK = { tags: 2, leastScore: 0.25 };

/** Ages, years and counts describe nobody. */
export const isAmount = (label: string): boolean => /^[\d〇一二三四五六七八九十百千万]+(?:才|歳|代|年|人|名|件|回)?$/.test(label);
const isJapanese = (label: string): boolean => /[぀-ヿ一-鿿]/.test(label);
export const overlaps = (a: Candidate, b: Candidate): boolean => a.spans.some(([start, end]) => b.spans.some((span) => start < span[1] && span[0] < end));

function mergeSame(candidates: Candidate[]): Candidate[] {
  const merged = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = `${candidate.kind} ${candidate.named ? candidate.concept : candidate.label}`;
    const known = merged.get(key);
    if (!known) {
      merged.set(key, candidate);
      continue;
    }
    const better = candidate.score > known.score ? candidate : known;
    merged.set(key, { ...better, spans: [...known.spans, ...candidate.spans] });
  }
  return [...merged.values()];
}

/** Of tags that share words of the text, the surer one stays, then the longer. */
function withoutOverlaps(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const tag of [...candidates].sort((a, b) => b.score - a.score || b.label.length - a.label.length)) {
    if (!kept.some((other) => overlaps(tag, other))) kept.push(tag);
  }
  return kept;
}

/** Whether another tag says what this one says: 見守り beside 高齢者の見守り, or the same under a surer kind. */
function isSaidBy(tag: Candidate, by: Candidate): boolean {
  if (tag === by) return false;
  if (tag.label === by.label) return tag.kind !== by.kind && by.score > tag.score + 0.15;
  return tag.kind === by.kind && isJapanese(tag.label) && tag.label.length >= 2 && by.label.length > tag.label.length && by.label.includes(tag.label) && by.score >= tag.score - 0.25;
}

const bestOf = (possible: Candidate[]): Candidate[] =>
  possible.filter(({ score }) => score >= FALLBACK.leastScore).sort((a, b) => b.score - a.score || a.spans[0][0] - b.spans[0][0]).slice(0, FALLBACK.tags);

/** Tells of a tag whether the text denies it anywhere. */
export function deniedBy(candidates: Candidate[]): (tag: Candidate) => boolean {
  const denied = new Set(candidates.filter(({ kind }) => kind === 'unable').flatMap(({ label, concept, named }) => (named ? [label, concept] : [label])));
  return ({ label, concept }) => denied.has(label) || denied.has(concept);
}

/** Merges, drops what is denied or said better by another tag, and keeps the best; order of the text breaks ties. */
export function chooseTags(candidates: Candidate[]): Candidate[] {
  const isDenied = deniedBy(candidates);
  const possible = mergeSame(candidates).filter((tag) => tag.kind !== 'unable' && !isAmount(tag.label) && !(tag.kind === 'skill' && isDenied(tag)));
  const crowd = Math.min(CROWD.most, Math.max(0, possible.filter(({ score }) => score >= 0.6).length - CROWD.from) * CROWD.step);
  const sure = possible.filter(({ score, named }) => score >= (named ? LEAST_NAMED_SCORE : LEAST_SCORE) + crowd);
  const apart = withoutOverlaps(sure.length ? sure : bestOf(possible));
  return apart
    .filter((tag) => !apart.some((other) => isSaidBy(tag, other)))
    .sort((a, b) => b.score - a.score || a.spans[0][0] - b.spans[0][0])
    .slice(0, MOST_TAGS);
}
