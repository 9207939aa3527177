import type { ReasonView, Sentence } from './views.js';

/** What a team works on: one of the event's themes (`id`), or one proposed from what its members share (`id` null). */
export interface ThemeView { id: string | null; title: string }

export interface DraftTeam {
  id: string;
  number: number;
  name: string;
  locked: boolean;
  theme: ThemeView | null;
  members: { participantId: string; pinned: boolean }[];
  score: number | null;
  reasons: ReasonView[];
}

/** `declined` the person said no · `freed` the organiser took them out · `waiting` no seat fits or is free · `other` */
export type UnplacedCode = 'declined' | 'freed' | 'waiting' | 'other';
export interface Unplaced { participantId: string; code: UnplacedCode; cause: Sentence }

/** How far a wish came true, as a mean over people (0 … about 1), and what it asked of the others. */
export interface WishView {
  wish: string;
  label: Sentence;
  value: number;
  /** mean over random plans under the same rules */
  random: number | null;
  /** its value in a plan that does not ask for it */
  without: number | null;
  /** what the other wishes together would have more, if nobody had asked for this one */
  cost: number | null;
  /** what the last hand-made change did to it */
  delta: number | null;
}

/** Rules that cannot all hold, how far they are from it, and what would make them possible. */
export interface ConflictView {
  text: Sentence;
  rules: string[];
  /** people too few or too many */
  short: number;
  /** shown by counting, not only by searching without success */
  proven: boolean;
  /** cheapest first; `change` goes into `formTeams` as it is */
  loosenings: { text: Sentence; change: { teamSize: { min: number; max: number }; rules: unknown } }[];
}

/** A rule that the plan breaks, in which team, by how many people. */
export interface BrokenView { rule: string; label: Sentence; teamId: string; by: number }

export type ProposalStatus = 'forming' | 'draft' | 'aside' | 'planned' | 'published' | 'discarded' | 'failed';

/** A proposal in a line, to be compared with others: the draft, those put aside, and those planned for later rounds. */
export interface ProposalSummary {
  id: string;
  number: number;
  label: string;
  status: ProposalStatus;
  version: number;
  round: number;
  rounds: number;
  size: { min: number; max: number };
  teams: number;
  unplaced: number;
  objective: number | null;
  baseline: number | null;
  /** score of its weakest team */
  weakest: number | null;
  wishes: WishView[];
  /** people by whom rules are broken */
  broken: number;
  /** pairs that were in one team in an earlier round */
  repeats: number | null;
  /** share of the present draft's pairs that are together here too, 0 … 1; null where there is no draft */
  inCommon: number | null;
}

export interface ProposalView extends Omit<ProposalSummary, 'teams' | 'unplaced' | 'broken' | 'weakest' | 'inCommon'> {
  seed: number;
  teams: DraftTeam[];
  unplaced: Unplaced[];
  /** best of the random plans */
  baselineBest: number | null;
  /** what the last hand-made change did to the objective */
  lastDelta: number | null;
  conflicts: ConflictView[];
  broken: BrokenView[];
  /** organisers who have a step of their own to take back, or to do again */
  canUndo: string[];
  canRedo: string[];
}

/** A team that people have formed themselves, before the organiser forms the rest around it. */
export interface FoundedTeamView {
  id: string;
  name: string;
  /** most people it wants to be */
  seats: number;
  members: { participantId: string; nickname: string }[];
  /** what it still looks for, in its members' words */
  wants: string[];
  version: number;
}

/** Moves that would bring published teams in line with who is here, or make them better; nothing moves before it is applied. */
export interface RepairView {
  id: string;
  status: 'computing' | 'ready' | 'failed';
  /** what moving one person costs, in the score of one person */
  price: number;
  /** seats for people without one, and moves that rules need */
  moves: RepairMove[];
  unplaced: number;
  /** what a small reshuffle on top of them would give */
  reshuffle: { moves: RepairMove[]; gain: number } | null;
  objective: number | null;
}
export interface RepairMove { participantId: string; fromTeamId: string | null; toTeamId: string }

/** One published round, for comparing rounds. */
export interface RoundReport {
  proposalId: string;
  number: number;
  round: number;
  label: string;
  publishedAt: string;
  people: number;
  teams: number;
  sizes: { min: number; max: number };
  objective: number | null;
  baseline: number | null;
  baselineBest: number | null;
  wishes: WishView[];
  /** pairs in one team, how many of them for the first time, and how many of them said 会いたい to each other */
  pairs: number;
  newPairs: number;
  mutualPairs: number;
  /** seats given, freed and declined after publication */
  placedLater: number;
  freed: number;
  accepted: number;
}

export interface EventReport {
  rounds: RoundReport[];
  /** over all rounds: people who met in a team, of all pairs of people who were in any */
  met: { pairs: number; of: number };
  /** mutual 会いたい in all, and how many of these were in one team */
  hellos: { mutual: number; inOneTeam: number };
}
