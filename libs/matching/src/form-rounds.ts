import { anneal } from './similarity-to-teams/anneal.js';
import { senselessRules, TeamRulesError } from './similarity-to-teams/check-team-rules.js';
import { compileTeams, type CompiledTeams } from './similarity-to-teams/compile-teams.js';
import { describePlan, describeSeating, type DescribedPlan } from './similarity-to-teams/describe-plan.js';
import { fillSeats } from './similarity-to-teams/fill-seats.js';
import { findConflicts } from './similarity-to-teams/find-conflicts.js';
import { holdInOtherTeams, holdRules, type HeldTeams } from './similarity-to-teams/hold-rules.js';
import { randomPlans, type Baseline } from './similarity-to-teams/random-plans.js';
import { seededRandom, type Random } from './similarity-to-teams/seeded-random.js';
import { TeamBoard } from './similarity-to-teams/team-board.js';
import { TeamLedger } from './similarity-to-teams/team-ledger.js';
import type { Conflict, FormTeamsInput, Progress } from './similarity-to-teams/team-plan.js';
import type { TeamProblem } from './similarity-to-teams/team-problem.js';

export interface FormRoundsInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules' | 'seed' | 'shouldStop'> {
  rounds: number;
  /** Steps in all. @default 300000 a round */
  iterations?: number;
  /** Random plans to compare the first round with. @default 1000 */
  baselineSamples?: number;
}

export interface PlannedRound extends DescribedPlan {
  /** Pairs of this round who shared a team in an earlier one. */
  repeats: number;
  /** What chance gives in place of the first round, which is shown at once; a later one is judged when it is its turn, with who is there by then. */
  chance?: Baseline;
  /** Why rules are broken, where no plan could hold them all. */
  conflicts: Conflict[];
}

const STEPS_A_ROUND = 300_000;
/** Each round is searched anew this often while the others stand. */
const PASSES = 24;

/** A round as it was searched, judged against all others, and from where the next search of it begins. */
interface SearchedRound { plan: DescribedPlan; seating: Int32Array; themes: Int32Array }

/**
 * Several rounds with as few people as possible meeting twice, rules and wishes in force in each: every round is
 * searched against the meetings of all others, again and again, so that early rounds make room for late ones.
 * Odd numbers and uneven teams are fine. A third meeting costs twice what a second one does. Whoever says stop gets the
 * best rounds so far, once each has been searched one time: those of nobody's search would repeat many pairs.
 * Each is told as if it were formed after those before it and none followed: these may still change, and random plans beside the
 * first are judged in the same way.
 */
export const formRounds = (input: FormRoundsInput): PlannedRound[] => {
  const problems = senselessRules(input.rules, input.people);
  if (problems.length > 0) throw new TeamRulesError(problems);
  if (input.people.length === 0 || input.rounds < 1) return [];
  const { compiled, best } = search(input);
  const broken = best.find(({ plan }) => plan.broken.length > 0)?.plan.broken;
  // The rules are the same in every round, and so is why they cannot hold.
  const conflicts = broken ? findConflicts(input, broken) : [];
  return best.map((round, at) => {
    const before = best.slice(0, at);
    const told = tellRound(compiled, before, round);
    return {
      ...told.plan, repeats: countRepeats(before.map(({ plan }) => plan), told.plan), conflicts: told.plan.broken.length > 0 ? conflicts : [],
      ...(at === 0 && { chance: randomPlans(told.problem, compiled.start, { violation: brokenIn(told.plan), samples: input.baselineSamples ?? 1000 }, seededRandom((input.seed ?? 1) + 1)) }),
    };
  });
};

/** Searches under the first number of teams, or, where that cannot hold the rules, under the nearest other one that can. */
const search = (input: FormRoundsInput): { compiled: CompiledTeams; best: SearchedRound[] } => {
  const compile = (other?: HeldTeams): CompiledTeams => compileTeams({ ...input, ...other, meetings: input.rounds > 1 });
  let other: HeldTeams | undefined;
  const look = ({ plan }: SearchedRound): boolean => {
    if (plan.broken.length > 0 && holdRules(input) === undefined) other = holdInOtherTeams(input);
    return other !== undefined;
  };
  const first = compile();
  const best = searchRounds(input, first, look);
  if (!other) return { compiled: first, best };
  const compiled = compile(other);
  return { compiled, best: searchRounds(input, compiled) };
};

/** A round judged against those before it. */
const tellRound = ({ problem, afterMeetings }: CompiledTeams, before: SearchedRound[], { seating, themes }: SearchedRound): { problem: TeamProblem; plan: DescribedPlan } => {
  problem.themeOf.set(themes);
  const after = { ...problem, ...afterMeetings(meetingsIn(before)) };
  return { problem: after, plan: describeSeating(new TeamLedger(after, seating), false) };
};

const meetingsIn = (rounds: SearchedRound[]): { people: string[] }[] => rounds.flatMap(({ plan }) => plan.teams.map(({ members }) => ({ people: members })));

/** @param giveUp asked once, after the first round has been searched one time: true → no rounds */
const searchRounds = (input: FormRoundsInput, compiled: CompiledTeams, giveUp: (first: SearchedRound) => boolean = () => false): SearchedRound[] => {
  const random = seededRandom(input.seed ?? 1);
  const steps = Math.ceil((input.iterations ?? STEPS_A_ROUND * input.rounds) / (input.rounds * PASSES));
  const improvable = hasPairs(input);
  const before = timesMet(input.rules.met);
  const search = roundSearch(compiled, steps, random);
  let rounds: SearchedRound[] = [];
  let best: SearchedRound[] = [];
  let fewest = Infinity;
  let first = 0;
  let iterations = 0;
  const stop = (taken: number): boolean => (input.shouldStop?.(progressOf(best, first, iterations + taken)) ?? false) && best.length > 0;
  let anew = new Set(Array.from({ length: input.rounds }, (_, round) => round));
  for (let pass = 0; pass < PASSES && !stop(0); pass++) {
    for (let round = 0; round < input.rounds && !stop(0); round++) {
      const others = rounds.filter((_, at) => at !== round && !(at > round && anew.has(at)));
      rounds[round] = search(others, anew.has(round) ? undefined : rounds[round], stop);
      if (iterations === 0 && giveUp(rounds[0])) return [];
      iterations += steps;
    }
    const cost = costOf(rounds.map(({ plan }) => plan), before);
    const better = cost < fewest;
    if (better) {
      fewest = cost;
      best = rounds.slice();
      first = tellRound(compiled, [], best[0]).plan.objective;
    }
    if (fewest < 0.1 && !improvable) break;
    // Stuck: from the best rounds some are taken out and found anew around the others.
    anew = better ? new Set() : chooseRounds(input.rounds, random);
    rounds = (better ? rounds : best).slice();
  }
  return best;
};

/** Searches one round against what the others have for meetings; what they do not change is compiled once for all. */
const roundSearch = ({ problem, start, afterMeetings }: CompiledTeams, steps: number, random: Random) => {
  const themes = problem.themeOf.slice();
  return (others: SearchedRound[], now: SearchedRound | undefined, stop: (taken: number) => boolean): SearchedRound => {
    problem.themeOf.set(now?.themes ?? themes);
    const against = { ...problem, ...afterMeetings(meetingsIn(others)) };
    const board = new TeamBoard(against, fillSeats(against, now?.seating ?? start, random), random);
    if (problem.min.length > 1 && problem.fixed.includes(-1)) anneal(board, random, steps, () => stop(board.steps));
    return { plan: describePlan(board), seating: board.best.slice(), themes: board.ledger.bestThemes.slice() };
  };
};

/** What is told while rounds are searched: how the first of the best ones so far would be shown. */
const progressOf = (best: SearchedRound[], objective: number, iterations: number): Progress => {
  const violation = best.length === 0 ? Infinity : best.reduce((sum, { plan }) => sum + brokenIn(plan), 0);
  return { iterations, objective, planObjective: objective, violation, teams: () => best[0]?.plan.teams.map(({ members }) => members) ?? [] };
};

const brokenIn = ({ broken }: DescribedPlan): number => broken.reduce((sum, { by }) => sum + by, 0);

const hasPairs = ({ pairs, people }: FormRoundsInput): boolean =>
  people.some((_, a) => people.some((__, b) => a !== b && (typeof pairs === 'function' ? pairs(a, b) : pairs[a * people.length + b]) !== 0));

const pairsOf = ({ teams }: { teams: { members: string[] }[] }): string[] => teams.flatMap(({ members }) =>
  members.flatMap((one, at) => members.slice(at + 1).map((other) => (one < other ? `${one}\n${other}` : `${other}\n${one}`))));

/** About half of the rounds, at least one. */
const chooseRounds = (rounds: number, random: Random): Set<number> => {
  const chosen = new Set<number>([random.below(rounds)]);
  for (let round = 0; round < rounds; round++) if (random.unit() < 0.35) chosen.add(round);
  return chosen;
};

/** Meetings beyond the first, each further one of a pair counting once more, then broken rules, then what the plans are worth. */
const costOf = (rounds: DescribedPlan[], before: ReadonlyMap<string, number>): number => {
  const times = new Map<string, number>();
  let meetings = 0;
  for (const pair of rounds.flatMap(pairsOf)) {
    const met = times.get(pair) ?? before.get(pair) ?? 0;
    meetings += met;
    times.set(pair, met + 1);
  }
  const broken = rounds.reduce((sum, plan) => sum + brokenIn(plan), 0);
  const worth = rounds.reduce((sum, { objective }) => sum + objective, 0) / rounds.length;
  return meetings === 0 && broken === 0 ? Math.max(0, 1 - worth) / 1e3 : meetings + 1e3 * broken;
};

/** How often each pair met before the first round. */
const timesMet = (met: FormTeamsInput['rules']['met'] = []): Map<string, number> => {
  const times = new Map<string, number>();
  for (const { people, times: often = 1 } of met) for (const pair of pairsOf({ teams: [{ members: people }] })) times.set(pair, (times.get(pair) ?? 0) + often);
  return times;
};

const countRepeats = (before: DescribedPlan[], plan: DescribedPlan): number => {
  const met = new Set(before.flatMap(pairsOf));
  return pairsOf(plan).filter((pair) => met.has(pair)).length;
};
