import { cosineOf } from './cosine-of.js';
import type { EventIndex, IndexedPerson } from './event-index.js';
import type { LikenessTable } from './likeness-table.js';
import { comparePersonVectors } from './text-vectors.js';

/** The terms of a pair's score, each in 0…1. */
export interface PairTerms {
  /** Soft cosine of the two people's themes (Sidorov et al. 2014). */
  themes: number;
  /** Share of the first one's needs that the second one's offers meet, and back. */
  needsMet: number;
  needsMetBack: number;
  sectorMix: number;
  commonLanguage: number;
  /** Likeness of the words the two wrote; undefined where one's text is not known. */
  wording?: number;
  /** Likeness of what the two write about; undefined where nothing is known of one's. */
  aspects?: number;
  /** How far what one lacks is what the other gives, by scenes of people who were glad to meet; undefined where too few words are known of one. */
  encounter?: number;
  vectors?: number;
  score: number;
}

type Terms = Omit<PairTerms, 'score'>;

/** The whole from its terms, in 0…1: rises with each. Needs met both ways count more than the same amount one way. */
export function combineTerms(terms: Terms, index: EventIndex): number {
  const { weights } = index;
  const mean = (terms.needsMet + terms.needsMetBack) / 2;
  const bothWays = Math.sqrt(terms.needsMet * terms.needsMetBack);
  const complement = (1 - weights.mutual) * mean + weights.mutual * bothWays;
  const meeting = (weights.themes * terms.themes + weights.complement * complement) / (weights.themes + weights.complement);
  const worded = blend(meeting, terms.wording, weights.wording);
  const near = blend(worded, terms.aspects, weights.aspects);
  const met = blend(near, terms.encounter, weights.encounter);
  const blended = blend(met, terms.vectors, weights.vectors);
  const mixed = blended * (1 - weights.sectorMix + weights.sectorMix * terms.sectorMix);
  return mixed * (terms.commonLanguage > 0 ? 1 : weights.noCommonLanguage);
}

const blend = (score: number, other: number | undefined, share: number): number =>
  (other === undefined ? score : (1 - share) * score + share * other);

/** Best that one offer of `helper` does for the need number `need` of `person`, in 0…1, and by which offer. */
export function bestOffer(index: EventIndex, person: IndexedPerson, need: number, helper: IndexedPerson): { met: number; offer: number } {
  const { table, weights } = index;
  const meeting = table.meeting(person.needs.concepts[need]).of;
  const role = person.needs.roles[need];
  let met = 0;
  let offer = -1;
  for (let at = 0; at < helper.offers.concepts.length; at += 1) {
    const concept = helper.offers.concepts[at];
    const byConcept = (meeting.get(concept) ?? 0) * table.damping[concept];
    const byRole = role !== undefined && role === helper.offers.roles[at] ? weights.sameRole * table.damping[role] : 0;
    const value = Math.max(byConcept, byRole) * helper.offers.weights[at];
    if (value > met) {
      met = value;
      offer = at;
    }
  }
  return { met, offer };
}

/** The share of the needs that are met, where many needs met count for more than one; in 0…1. */
export const shareOfNeeds = (met: number, { needs }: IndexedPerson): number => (met === 0 ? 0 : Math.min(1, met / needs.scale));

function needsMet(index: EventIndex, person: IndexedPerson, helper: IndexedPerson): number {
  const { needs } = person;
  let sum = 0;
  for (let at = 0; at < needs.concepts.length; at += 1) {
    sum += needs.weights[at] * index.table.specificity[needs.concepts[at]] * bestOffer(index, person, at, helper).met;
  }
  return shareOfNeeds(sum, person);
}

function themeCosine(index: EventIndex, a: IndexedPerson, b: IndexedPerson): number {
  const { table } = index;
  let sum = 0;
  for (let i = 0; i < a.themes.concepts.length; i += 1) {
    const near = table.near(a.themes.concepts[i]).of;
    const weight = a.themes.weights[i] * table.damping[a.themes.concepts[i]];
    for (let j = 0; j < b.themes.concepts.length; j += 1) {
      const closeness = near.get(b.themes.concepts[j]);
      if (closeness !== undefined) sum += weight * closeness * b.themes.weights[j] * table.damping[b.themes.concepts[j]];
    }
  }
  return cosineOf(sum, index.themeLength(a), index.themeLength(b));
}

/** 1 where both sectors are known and differ. */
export function sectorMixOf(a: IndexedPerson, b: IndexedPerson): number {
  return a.person.sector && b.person.sector && a.person.sector !== b.person.sector ? 1 : 0;
}

/** 0 where both people's languages are known and none is common. */
export function commonLanguageOf(a: IndexedPerson, b: IndexedPerson): number {
  const [mine, theirs] = [a.person.languages, b.person.languages];
  if (!mine?.length || !theirs?.length) return 1;
  return mine.some((language) => theirs.includes(language)) ? 1 : 0;
}

export const vectorsOf = (a: IndexedPerson, b: IndexedPerson): number | undefined =>
  (a.person.vectors && b.person.vectors ? comparePersonVectors(a.person.vectors, b.person.vectors) : undefined);

/** Whether both people are in a table. */
export const bothIn = (table: { has(place: number): boolean }, a: IndexedPerson, b: IndexedPerson): boolean => table.has(a.place) && table.has(b.place);

const likenessIn = (table: LikenessTable, a: IndexedPerson, b: IndexedPerson): number | undefined => (bothIn(table, a, b) ? table.likeness(a.place, b.place) : undefined);

/**
 * The terms of the score of `a` and `b`, seen from `a`. Worked out in one order of the two,
 * so that both sides, and every process, get the same number to the last digit.
 * @throws RangeError when one of them is not in the index
 */
export function pairTerms(index: EventIndex, a: string, b: string): PairTerms {
  index.refresh();
  const [first, second] = a < b ? [a, b] : [b, a];
  const left = index.require(first);
  const right = index.require(second);
  const terms: Terms = {
    themes: themeCosine(index, left, right),
    needsMet: needsMet(index, left, right),
    needsMetBack: needsMet(index, right, left),
    sectorMix: sectorMixOf(left, right),
    commonLanguage: commonLanguageOf(left, right),
    wording: likenessIn(index.wordings, left, right),
    aspects: likenessIn(index.aspects, left, right),
    encounter: index.encounters.closeness(left.place, right.place),
    vectors: vectorsOf(left, right),
  };
  const score = combineTerms(terms, index);
  return first === a ? { ...terms, score } : { ...terms, needsMet: terms.needsMetBack, needsMetBack: terms.needsMet, score };
}

/** How much `a` and `b` should meet, in 0…1. Symmetric; 0 where nothing they said touches. */
export function pairScore(index: EventIndex, a: string, b: string): number {
  return pairTerms(index, a, b).score;
}
