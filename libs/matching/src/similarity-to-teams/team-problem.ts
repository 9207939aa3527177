import type { TeamPerson } from './team-rules.js';
import type { TeamTerm } from './team-terms.js';

export interface WeightedTerm {
  /** Id of the wish it belongs to. */
  wish: string;
  /** Share of the whole; all weights and `pairWeight` add up to 1. */
  weight: number;
  term: TeamTerm;
}

/** People, rules and wishes as numbers: what the search works on. Teams and people are known by position. */
export interface TeamProblem {
  /** In an order that neither ids nor the order of input decide. */
  people: TeamPerson[];
  /** People who always move together, each person in one unit. */
  unitOf: Int32Array;
  units: number[][];
  /** Values of pairs of units, `units` × `units`, zero on the diagonal; and of the pairs inside each unit. */
  values: Float64Array;
  inner: Float64Array;
  pairWeight: number;
  /** Mean pair value that counts as 1. */
  pairScale: number;
  names: (string | undefined)[];
  min: Int32Array;
  max: Int32Array;
  /** Size that no team may pass even while searching. */
  cap: number;
  /** Team that a unit must sit in, or −1. */
  fixed: Int32Array;
  wishes: WeightedTerm[];
  rules: { rule: string; term: TeamTerm }[];
  themes: { id: string; teams: number }[];
  /** Theme of each team at the start, −1 = none; shared with the terms. */
  themeOf: Int32Array;
  themeFixed: boolean[];
  /** How soon weak teams outweigh: 0.25 moderate, Infinity = only the mean counts. */
  softness: number;
  /** Team that each person leaves only at this price, or −1. */
  home?: { teams: Int32Array; price: number };
}

/** Rises ever more slowly, so that a gain for a weak team outweighs the same gain for a strong one; 0 → 0, 1 → 1. */
export const weigh = (score: number, softness: number): number => {
  if (softness === Infinity) return score;
  return score >= 0 ? ((1 + softness) * score) / (score + softness) : ((1 + softness) / softness) * score;
};

/** The score of which `weigh` gives this. */
export const unweigh = (weighed: number, softness: number): number => {
  if (softness === Infinity) return weighed;
  return weighed >= 0 ? (softness * weighed) / (1 + softness - weighed) : (softness / (1 + softness)) * weighed;
};
