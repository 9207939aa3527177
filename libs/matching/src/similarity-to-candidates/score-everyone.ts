import { strongestByRole, type EventIndex, type IndexedPerson } from '../tags-to-similarity/event-index.js';
import { cosineOf } from '../tags-to-similarity/cosine-of.js';
import { bothIn, combineTerms, commonLanguageOf, sectorMixOf, shareOfNeeds, vectorsOf } from '../tags-to-similarity/score-pair.js';

/**
 * Scores one person with all others in one walk over the inverted lists of the person's concepts,
 * instead of pair by pair. Equals `pairScore` but for the last digits (sums run in another order).
 * Result by place in the index; 0 for the person and for holes. Do not write into it: it is kept.
 */
export function scoreEveryone(index: EventIndex, person: IndexedPerson): Float64Array {
  index.refresh();
  const known = index.recentScores.get(person);
  if (known) return known;
  // A list is ranked, and asked for whom it touches, right after each other; of a whole room nothing is kept.
  for (const oldest of index.recentScores.keys()) {
    if (index.recentScores.size < RECENT) break;
    index.recentScores.delete(oldest);
  }
  const scores = score(index, person);
  index.recentScores.set(person, scores);
  return scores;
}

const RECENT = 64;

function score(index: EventIndex, person: IndexedPerson): Float64Array {
  const themes = addThemes(index, person);
  const met = addNeedsMet(index, person);
  const metBack = addNeedsMetBack(index, person);
  const wording = index.wordings.likenessWithAll(person.place, index.places.length);
  const aspects = index.aspects.likenessWithAll(person.place, index.places.length);
  const closeness = index.encounters.closenessWithAll(person.place, index.places.length);
  const scores = new Float64Array(index.places.length);
  for (const other of index.places) {
    if (!other || other === person) continue;
    const { place } = other;
    const vectors = vectorsOf(person, other);
    if (themes[place] === 0 && met[place] === 0 && metBack[place] === 0 && wording[place] === 0 && aspects[place] === 0 && closeness[place] === 0 && !vectors) continue;
    scores[place] = combineTerms({
      themes: cosineOf(themes[place], index.themeLength(person), themes[place] === 0 ? 1 : index.themeLength(other)),
      needsMet: shareOfNeeds(met[place], person),
      needsMetBack: shareOfNeeds(metBack[place], other),
      sectorMix: sectorMixOf(person, other),
      commonLanguage: commonLanguageOf(person, other),
      wording: bothIn(index.wordings, person, other) ? wording[place] : undefined,
      aspects: bothIn(index.aspects, person, other) ? aspects[place] : undefined,
      encounter: bothIn(index.encounters, person, other) ? closeness[place] : undefined,
      vectors,
    }, index);
  }
  return scores;
}

function addThemes(index: EventIndex, { themes }: IndexedPerson): Float64Array {
  const { table, themePostings } = index;
  const sums = new Float64Array(index.places.length);
  for (let at = 0; at < themes.concepts.length; at += 1) {
    const near = table.near(themes.concepts[at]);
    const weight = themes.weights[at] * table.damping[themes.concepts[at]];
    for (let n = 0; n < near.concepts.length; n += 1) {
      const owners = themePostings.owners(near.concepts[n]);
      const weights = themePostings.weights(near.concepts[n]);
      const factor = weight * near.closeness[n] * table.damping[near.concepts[n]];
      for (let o = 0; o < owners.length; o += 1) sums[owners[o]] += factor * weights[o];
    }
  }
  return sums;
}

/** Keeps the best value seen for each number and remembers which numbers it touched. */
class BestValues {
  readonly values: Float64Array;
  readonly touched: number[] = [];

  constructor(size: number) {
    this.values = new Float64Array(size);
  }

  raise(owners: readonly number[], weights: readonly number[], factor: number): void {
    for (let at = 0; at < owners.length; at += 1) {
      const value = factor * weights[at];
      const known = this.values[owners[at]];
      if (known === 0) this.touched.push(owners[at]);
      if (value > known) this.values[owners[at]] = value;
    }
  }

  /** Hands out each touched number with its best value, and forgets all. */
  drain(take: (owner: number, value: number) => void): void {
    for (const owner of this.touched) {
      take(owner, this.values[owner]);
      this.values[owner] = 0;
    }
    this.touched.length = 0;
  }
}

function addNeedsMet(index: EventIndex, { needs }: IndexedPerson): Float64Array {
  const { table, offerPostings, weights } = index;
  const sums = new Float64Array(index.places.length);
  const best = new BestValues(index.places.length);
  for (let at = 0; at < needs.concepts.length; at += 1) {
    const meeting = table.meeting(needs.concepts[at]);
    for (let n = 0; n < meeting.concepts.length; n += 1) {
      const offer = meeting.concepts[n];
      best.raise(offerPostings.owners(offer), offerPostings.weights(offer), meeting.closeness[n] * table.damping[offer]);
    }
    const role = needs.roles[at];
    if (role !== undefined) best.raise(offerPostings.owners(role), offerPostings.weights(role), weights.sameRole * table.damping[role]);
    const weight = needs.weights[at] * table.specificity[needs.concepts[at]];
    best.drain((place, value) => { sums[place] += weight * value; });
  }
  return sums;
}

function addNeedsMetBack(index: EventIndex, { offers }: IndexedPerson): Float64Array {
  const { table, needPostings, weights } = index;
  const best = new BestValues(index.slotPlace.length);
  for (let at = 0; at < offers.concepts.length; at += 1) {
    const offer = offers.concepts[at];
    const factor = offers.weights[at] * table.damping[offer];
    const asked = table.metNeeds(offer);
    for (let n = 0; n < asked.concepts.length; n += 1) {
      best.raise(needPostings.owners(asked.concepts[n]), needPostings.weights(asked.concepts[n]), factor * asked.closeness[n]);
    }
  }
  for (const [role, weight] of strongestByRole(offers)) {
    best.raise(needPostings.owners(role), needPostings.weights(role), weights.sameRole * table.damping[role] * weight);
  }
  const sums = new Float64Array(index.places.length);
  best.drain((slot, value) => {
    sums[index.slotPlace[slot]] += index.slotWeight[slot] * table.specificity[index.slotConcept[slot]] * value;
  });
  return sums;
}
