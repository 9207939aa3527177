import type { TeamPerson, TeamRules } from './team-rules.js';

export interface Sentence { ja: string; en: string }
/** A sentence for whoever takes part: also in やさしい日本語, which the organiser's pages do not have. */
export interface PhoneSentence extends Sentence { yasashii: string }

export interface PlannedTeam {
  /** Name of its slot; absent in teams that the search made. */
  name?: string;
  theme?: string;
  /** Ids, in the order of ids. */
  members: string[];
  /** 0 = nothing fits … about 1 = everything does. */
  score: number;
  /** Value of each wish by its id (`pairs` for the pair values), each 0 … about 1. */
  terms: Record<string, number>;
}

/** A team of a plan that is judged or repaired; `theme`: the id of the one it works on, which it keeps. */
export interface GivenTeam { name?: string; theme?: string; members: string[] }

/** Someone without a team, and why. */
export interface Unplaced { id: string; cause: { code: string; text: Sentence } }

/** A rule that the plan breaks, in which team, and by how many people. */
export interface BrokenRule { rule: string; team: number; by: number }

/** Rules that cannot all hold. */
export interface Conflict {
  /** Ids of rules (`size` for the sizes); without any one of them the rest can hold. */
  rules: string[];
  /** Shown by counting, not only by searching without success. */
  proven: boolean;
  /** How many people too few or too many, in total. */
  short: number;
  text: Sentence;
  /** Changes that make it possible, cheapest first. */
  loosenings: { rules: TeamRules; text: Sentence }[];
}

/** How far a wish came true, and what it asked of the others; means over people, 0 … about 1. */
export interface WishEffect {
  wish: string;
  value: number;
  /** In random plans under the same rules; 0 without any. */
  random: number;
  /** What it would be in a plan that does not ask for it. */
  without: number;
  /** What the other wishes together would have more in that plan: at least so much did this one cost. */
  cost: number;
}

export interface TeamPlan {
  teams: PlannedTeam[];
  /** In the order of the rules, the values of pairs first where no wish names them; without wishes that no team could give: needs that nobody here meets, a mixture of what all have alike. */
  wishes: WishEffect[];
  unplaced: Unplaced[];
  /** Mean score of the teams in which weak teams count more (a shifted harmonic mean, weighted by size). */
  objective: number;
  /** The same for the mean and the best of `baselineSamples` random plans under the same rules. */
  baseline: number;
  baselineBest: number;
  baselineSamples: number;
  iterations: number;
  broken: BrokenRule[];
  conflicts: Conflict[];
}

/** Where the search is; asked for every few thousand steps. */
export interface Progress {
  iterations: number;
  /** What the search raises: rises with the plan's objective, less what broken rules and uneven sizes cost. */
  objective: number;
  /** The objective of the best plan so far, as the finished plan will tell it, or less where sizes are uneven or the search keeps away from other plans; meaningless while `violation` is above 0. */
  planObjective: number;
  /** Broken rules of the best plan so far, in people; 0 = it holds all. */
  violation: number;
  /** The best plan so far, as ids. */
  teams: () => string[][];
}

/** Steps of a search that nobody else ends. */
export const DEFAULT_ITERATIONS = 400_000;

export interface FormTeamsInput {
  people: TeamPerson[];
  /** Symmetric values of pairs, by positions in `people`: a function, or rows of an n × n matrix. */
  pairs: ((a: number, b: number) => number) | Float64Array;
  rules: TeamRules;
  /**
   * How far the second person gives what the first seeks, 0 … 1, in the form of `pairs` but not symmetric: for the wish `needs`.
   * Without it a need is met by a skill or data of the same concept.
   */
  needsMet?: ((seeker: number, giver: number) => number) | Float64Array;
  /** @default 1 */
  seed?: number;
  /** Steps of the search. Same people, rules, seed and iterations → same teams. @default DEFAULT_ITERATIONS where `shouldStop` is absent, else no limit */
  iterations?: number;
  /** Asked every few thousand steps; the clock lives with the caller. */
  shouldStop?: (progress: Progress) => boolean;
  /** Told of a better plan, at the same points. */
  onBest?: (progress: Progress) => void;
  /** Whether to work out what each wish costs; that takes a short search a wish. @default true */
  costs?: boolean;
  /** Random plans to compare with. @default 1000 */
  baselineSamples?: number;
  /** The current plan: the search begins there. */
  start?: { name?: string; members: string[] }[];
  /** Ids that stay where `start` has them. */
  pinned?: string[];
  /** Teams of plans that stand: the search keeps away from them as far as that costs little. Scores are those of any other plan. */
  unlike?: string[][];
  /** Who meets in rounds that are planned to follow: the search keeps away from that as from meetings of the past. Scores are told without, since those rounds may still change. */
  ahead?: TeamRules['met'];
}
