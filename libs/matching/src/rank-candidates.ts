import { highestNeutralScore, neutralList } from './similarity-to-candidates/neutral-list.js';
import { pickHighest } from './pick-highest.js';
import type { RankedPerson } from './similarity-to-candidates/ranked-person.js';
import { scoreEveryone } from './similarity-to-candidates/score-everyone.js';
import type { EventIndex, IndexedPerson } from './tags-to-similarity/event-index.js';
import { pairScore } from './tags-to-similarity/score-pair.js';
import { explainPair, type Reason } from './teams-to-reasons/explain-pair.js';

/** A person worth meeting, with the score of the pair (0…1) and at most three reasons, strongest first. */
export interface Candidate {
  id: string;
  score: number;
  reasons: Reason[];
}

export interface RankOptions {
  /** @default 10 */
  top?: number;
  /** People to leave out: met, blocked, declined, in the same team. */
  exclude?: Iterable<string>;
}

/** The walk over the lists rounds differently from the pair score: look a little deeper, then sort by the exact one whoever may be in the list. */
const deeper = 8;
const rounding = 1e-9;

/**
 * Whom `id` should meet, best first; ties by id. The list is as long as asked while the event has people:
 * where nothing said touches, people follow in neutral order, marked by a reason of type `new` or `open`.
 * @throws RangeError when `id` is not in the index
 */
export function rankPeople(index: EventIndex, id: string, options: RankOptions = {}): RankedPerson[] {
  const person = index.require(id);
  const { top = 10 } = options;
  const excluded = new Set(options.exclude ?? []);
  const scores = scoreEveryone(index, person).slice();
  for (const other of excluded) {
    const place = index.get(other)?.place;
    if (place !== undefined) scores[place] = 0;
  }
  const highest = pickHighest(scores, top + deeper);
  const least = highest.map((place) => scores[place]).sort((a, b) => b - a)[top - 1] ?? 0;
  const grounded = highest.filter((place) => scores[place] >= least - rounding)
    .map((place) => (index.places[place] as IndexedPerson).person.id)
    .map((other) => ({ id: other, score: Math.max(pairScore(index, id, other), highestNeutralScore) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, top);
  if (grounded.length === top) return grounded;
  const taken = new Set([...excluded, ...grounded.map((candidate) => candidate.id)]);
  return [...grounded, ...neutralList(index, person, taken, top - grounded.length)];
}

/**
 * Whom `id` should meet and why.
 *
 *     const index = buildEventIndex(graph, people, event);
 *     rankCandidates(index, 'p01', { top: 3 });  // [{ id: 'p07', score: 0.41, reasons: [{ type: 'need_met', … }] }, …]
 */
export function rankCandidates(index: EventIndex, id: string, options: RankOptions = {}): Candidate[] {
  return rankPeople(index, id, options).map((candidate) => ({ ...candidate, reasons: explainPair(index, id, candidate.id) }));
}
