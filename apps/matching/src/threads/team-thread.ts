import type { MessagePort } from 'node:worker_threads';
import type { ReasonView, Sentence, ThemeView } from '@tsunagu/contracts';
import {
  brokenWords, buildEventIndex, countHolders, effectsOfMoves, explainTeam, fillOpenSeat, formRounds, formTeams, meanTerms, namePeople, pairTables, rankCandidates, repairTeams, scoreTeams, seatNewcomer, TeamRulesError, wishWords,
  type BrokenRule, type ConceptGraph, type Conflict, type EffectOfMove, type GivenTeam, type MatchPerson, type Move, type NewcomerInput, type PlannedTeam, type Progress, type TeamPerson, type TeamRules, type TeamRulesProblem, type WeightedConcept, type WishEffect,
} from '@tsunagu/matching';
import { workerData } from 'piscina';
import { toBareReason, type BareReason } from '../rows-to-people/to-reason-view.js';

/** What every task about teams has in common. */
export interface TeamSubject { people: TeamPerson[]; theme: WeightedConcept[]; rules: TeamRules; seed: number }

export interface TimedTask extends TeamSubject {
  /** how long to search at most */
  limitMs?: number;
  /** hears how the search goes, every 250 ms */
  progress?: MessagePort;
}

export interface TeamTask extends TimedTask {
  /** how far to search where no time is given */
  iterations?: number;
  /** the present plan, and who must stay where it has them */
  start?: { name?: string; members: string[] }[];
  pinned?: string[];
  /** teams of plans that stand, from which this one should differ */
  unlike?: string[][];
  /** who meets in rounds that are planned to follow, which the search avoids */
  ahead?: TeamRules['met'];
}
/** `objective`: of the best plan so far; null while it breaks a rule. */
export interface TeamProgress { elapsedMs: number; objective: number | null }

export interface FormedTeam { name?: string; members: string[]; score: number; theme: ThemeView | null; reasons: ToldTeamReason[] }
/** `people`: the members whom it is about */
export type ToldTeamReason = ReasonView & { people: string[] }
export interface BrokenOutcome { rule: string; label: Sentence; /** position of the team */ team: number; by: number }
/** A plan with its reasons; what it was not asked to work out is empty. */
export interface TeamOutcome {
  teams: FormedTeam[];
  unplaced: { id: string; cause: Sentence }[];
  objective: number;
  baseline: number;
  baselineBest: number;
  /** `value`: null where nobody asks for it or nobody here could give it */
  wishes: (Omit<WishEffect, 'value' | 'random' | 'without' | 'cost'> & { label: Sentence; value: number | null; random: number | null; without: number | null; cost: number | null })[];
  conflicts: Conflict[];
  broken: BrokenOutcome[];
}
/** Rules that cannot be understood come back as their faults: an error would lose them on its way out of the thread. */
export type TeamAnswer<T = TeamOutcome> = { outcome: T } | { refused: TeamRulesProblem[] };

const TELL_EVERY_MS = 250;
const graph = workerData as ConceptGraph;

const toMatchPerson = ({ attributes: _, choices: __, statements = [], jackets = [], ...person }: TeamPerson): MatchPerson => ({ ...person, statements, jackets });

/** Ends the search by the clock and tells how it goes; the solver itself knows neither clock nor port. */
function watch({ limitMs, progress }: TimedTask): { shouldStop?: (state: Progress) => boolean } {
  if (limitMs === undefined) return {};
  const began = performance.now();
  let told = -Infinity;
  return {
    shouldStop: ({ planObjective, violation }) => {
      const elapsedMs = performance.now() - began;
      if (progress && elapsedMs - told >= TELL_EVERY_MS) {
        progress.postMessage({ elapsedMs, objective: violation === 0 ? planObjective : null } satisfies TeamProgress);
        told = elapsedMs;
      }
      return elapsedMs >= limitMs;
    },
  };
}

function answer<T>(work: () => T): TeamAnswer<T> {
  try {
    return { outcome: work() };
  } catch (error) {
    if (error instanceof TeamRulesError) return { refused: error.problems };
    throw error;
  }
}

/** Says of some of these people why they belong together. */
function explainerOf(people: readonly TeamPerson[]): (members: readonly string[]) => ToldTeamReason[] {
  const holders = countHolders([...people]);
  const byId = new Map(people.map((person) => [person.id, person]));
  return (members) => explainTeam({ members: members.map((id) => byId.get(id)!), graph, holders, people: people.length })
    .map(({ type, text, labels, members: about }) => ({ type, text, labels, people: about }));
}

/** Pair values and words for one task. */
function prepare({ people, theme, rules }: TeamSubject) {
  const idOf = (wish: NonNullable<TeamSubject['rules']['wishes']>[number], at: number): string => (wish.type === 'pairs' ? 'pairs' : wish.id ?? `wish-${at + 1}`);
  const index = buildEventIndex(graph, people.map(toMatchPerson), { theme });
  const explain = explainerOf(people);
  const titles = new Map((rules.themes ?? []).map(({ id, title }) => [id, title]));
  const nameOf = namePeople(people);
  return {
    tables: pairTables(index, people),
    team: ({ name, members, score, theme: chosen }: PlannedTeam): FormedTeam => {
      const reasons = members.length === 0 ? [] : explain(members);
      const shared = reasons.find(({ type }) => type === 'theme')?.labels[0];
      return {
        name, members, score, reasons,
        theme: chosen !== undefined ? { id: chosen, title: titles.get(chosen) ?? chosen } : shared === undefined ? null : { id: null, title: shared },
      };
    },
    broken: (all: BrokenRule[], teams: readonly PlannedTeam[]): BrokenOutcome[] => all.map(({ rule, team, by }) => {
      const found = (rules.rules ?? []).find((one, at) => (one.id ?? `rule-${at + 1}`) === rule);
      // the id of what was told in confidence says what it is, as its words would
      return { rule: found?.confidential ? 'other' : rule, label: found ? brokenWords(found, teams[team].members, rules.rules!, nameOf) : SIZES, team, by };
    }),
    /** Wishes that no plan says anything about, as no team could give them. */
    unmet: (told: readonly { wish: string }[]): string[] => (rules.wishes ?? []).flatMap((one, at) =>
      (MAY_BE_UNMET.has(one.type) && one.weight !== 0 && told.every(({ wish }) => wish !== idOf(one, at)) ? [idOf(one, at)] : [])),
    label: (wish: string): Sentence => {
      const found = (rules.wishes ?? []).find((one, at) => idOf(one, at) === wish);
      return found ? wishWords(found, nameOf) : wishWords({ type: wish === 'wants' ? 'wants' : 'pairs' }, nameOf);
    },
  };
}
const MAY_BE_UNMET: ReadonlySet<string> = new Set(['needs', 'data', 'mix', 'sectors']);
const UNKNOWN = { value: null, random: null, without: null, cost: null };
const SIZES: Sentence = { ja: 'チームの人数', en: 'the sizes of teams' };

type Prepared = ReturnType<typeof prepare>;
/** @param random what random plans give of each wish, where they were asked for */
const valuesOf = (teams: PlannedTeam[], ready: Prepared, random: Record<string, number> = {}): TeamOutcome['wishes'] =>
  withUnmet(Object.entries(meanTerms(teams)).map(([wish, value]) => ({ wish, value, random: random[wish] ?? null, without: null, cost: null })), ready);

const withUnmet = (told: Omit<TeamOutcome['wishes'][number], 'label'>[], { label, unmet }: Prepared): TeamOutcome['wishes'] =>
  [...told, ...unmet(told).map((wish) => ({ wish, ...UNKNOWN }))].map((one) => ({ ...one, label: label(one.wish) }));

/** Forms teams and says why each belongs together. */
export default function runTeams(task: TeamTask): TeamAnswer {
  return answer(() => {
    const ready = prepare(task);
    const { people, rules, seed, iterations, start, pinned, unlike, ahead } = task;
    const plan = formTeams({ people, ...ready.tables, rules, seed, iterations, start, pinned, unlike, ahead, ...watch(task) });
    return {
      teams: plan.teams.map(ready.team),
      unplaced: plan.unplaced.map(({ id, cause }) => ({ id, cause: cause.text })),
      objective: plan.objective, baseline: plan.baseline, baselineBest: plan.baselineBest,
      wishes: withUnmet(plan.wishes, ready),
      conflicts: plan.conflicts, broken: ready.broken(plan.broken, plan.teams),
    };
  });
}

/** Judges a plan exactly as it stands, in the order of its teams. */
export function judgePlan(task: TeamSubject & { plan: GivenTeam[] }): TeamAnswer {
  return answer(() => {
    const ready = prepare(task);
    const plan = scoreTeams({ people: task.people, ...ready.tables, rules: task.rules }, task.plan);
    return {
      teams: plan.teams.map(ready.team), unplaced: [], objective: plan.objective, baseline: 0, baselineBest: 0,
      wishes: valuesOf(plan.teams, ready), conflicts: [], broken: ready.broken(plan.broken, plan.teams),
    };
  });
}

/** Why the members of each of these teams belong together, beside all of the people. */
export const explainPlan = ({ people, teams }: { people: TeamPerson[]; teams: string[][] }): ToldTeamReason[][] => teams.map(explainerOf(people));

/** What moving a person to each team of a plan would do, and last what taking them out would. */
export function previewMoves(task: TeamSubject & { plan: GivenTeam[]; id: string }): TeamAnswer<EffectOfMove[]> {
  return answer(() => effectsOfMoves({ people: task.people, ...prepare(task).tables, rules: task.rules }, task.plan, task.id));
}

/** Rounds planned together; the first is shown beside random plans that were judged as it was. */
export function planRounds(task: TimedTask & { rounds: number }): TeamAnswer<TeamOutcome[]> {
  return answer(() => {
    const ready = prepare(task);
    const { people, rules, seed, rounds } = task;
    return formRounds({ people, ...ready.tables, rules, seed, rounds, ...watch(task) }).map((plan): TeamOutcome => ({
      teams: plan.teams.map(ready.team), unplaced: [], objective: plan.objective, baseline: plan.chance?.mean ?? 0, baselineBest: plan.chance?.best ?? 0,
      wishes: valuesOf(plan.teams, ready, plan.chance?.terms),
      conflicts: plan.conflicts, broken: ready.broken(plan.broken, plan.teams),
    }));
  });
}

export interface RepairOutcome extends TeamOutcome {
  moved: Move[];
  reshuffle?: { teams: FormedTeam[]; moved: Move[]; objective: number; gain: number };
}

/** Brings a plan in line with who is here, moving as few people as possible; `baselineSamples`: random plans to show it beside, none unless asked for; `newTeams`: whether it may make some. */
export function repairPlan(task: TeamSubject & { plan: GivenTeam[]; price?: number; pinned?: string[]; baselineSamples?: number; newTeams?: boolean }): TeamAnswer<RepairOutcome> {
  return answer(() => {
    const ready = prepare(task);
    const { people, rules, seed, plan, price, pinned, baselineSamples, newTeams } = task;
    const repaired = repairTeams({ people, ...ready.tables, rules, seed, plan, price, pinned, baselineSamples, newTeams });
    return {
      teams: repaired.teams.map(ready.team), unplaced: repaired.unplaced.map(({ id, cause }) => ({ id, cause: cause.text })),
      objective: repaired.objective, baseline: repaired.chance?.mean ?? 0, baselineBest: repaired.chance?.best ?? 0,
      wishes: valuesOf(repaired.teams, ready, repaired.chance?.terms), conflicts: repaired.conflicts, broken: ready.broken(repaired.broken, repaired.teams),
      moved: repaired.moved,
      ...(repaired.reshuffle && { reshuffle: { ...repaired.reshuffle, teams: repaired.reshuffle.teams.map(ready.team) } }),
    };
  });
}

/** Who of those who wait fits an open seat best; null where the rules allow nobody. */
export function chooseForSeat(task: TeamSubject & { plan: GivenTeam[]; at: number; waiting: string[] }): TeamAnswer<string | null> {
  return answer(() => {
    const { people, rules, plan, at, waiting } = task;
    return fillOpenSeat({ people, ...prepare(task).tables, rules, teams: plan, at, waiting }) ?? null;
  });
}

export interface RankTask {
  people: MatchPerson[];
  theme: WeightedConcept[];
  top: number;
  /** who is not led to whom */
  apart: ReadonlyMap<string, ReadonlySet<string>>;
}
export interface RankOutcome { id: string; candidates: { id: string; score: number; reasons: BareReason[] }[] }

/** Everybody's candidates, for a request that brings all its people at once. */
export function rankEverybody({ people, theme, top, apart }: RankTask): RankOutcome[] {
  const index = buildEventIndex(graph, people, { theme });
  return people.map(({ id }) => ({
    id, candidates: rankCandidates(index, id, { top, exclude: apart.get(id) }).map((candidate) => ({ ...candidate, reasons: candidate.reasons.map(toBareReason) })),
  }));
}

/** The team, by position, in which somebody who comes late breaks least and fits best; null where the rules and the room allow none. */
export function chooseTeamFor(task: TeamSubject & { teams: NewcomerInput['teams']; id: string }): TeamAnswer<number | null> {
  return answer(() => {
    const { people, rules, teams, id } = task;
    return seatNewcomer({ people, ...prepare(task).tables, rules, teams, id }) ?? null;
  });
}
