import { anneal } from './similarity-to-teams/anneal.js';
import { senselessRules, TeamRulesError } from './similarity-to-teams/check-team-rules.js';
import { compileTeams } from './similarity-to-teams/compile-teams.js';
import { describePlan, type DescribedPlan } from './similarity-to-teams/describe-plan.js';
import { fillSeats } from './similarity-to-teams/fill-seats.js';
import { findConflicts } from './similarity-to-teams/find-conflicts.js';
import { seededRandom, type Random } from './similarity-to-teams/seeded-random.js';
import { TeamBoard } from './similarity-to-teams/team-board.js';
import type { Conflict, FormTeamsInput } from './similarity-to-teams/team-plan.js';

export interface FormRoundsInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules' | 'seed' | 'shouldStop'> {
  rounds: number;
  /** Steps in all. @default 300000 a round */
  iterations?: number;
}

export interface PlannedRound extends DescribedPlan {
  /** Pairs of this round who shared a team in an earlier one. */
  repeats: number;
  /** Why rules are broken, where no plan could hold them all. */
  conflicts: Conflict[];
}

const STEPS_A_ROUND = 300_000;
/** Each round is searched anew this often while the others stand. */
const PASSES = 24;

/**
 * Several rounds with as few people as possible meeting twice, rules and wishes in force in each: every round is
 * searched against the meetings of all others, again and again, so that early rounds make room for late ones.
 * Odd numbers and uneven teams are fine. A third meeting costs twice what a second one does.
 */
export const formRounds = (input: FormRoundsInput): PlannedRound[] => {
  const problems = senselessRules(input.rules, input.people);
  if (problems.length > 0) throw new TeamRulesError(problems);
  if (input.people.length === 0 || input.rounds < 1) return [];
  const random = seededRandom(input.seed ?? 1);
  const steps = Math.ceil((input.iterations ?? STEPS_A_ROUND * input.rounds) / (input.rounds * PASSES));
  let rounds: DescribedPlan[] = [];
  let best: DescribedPlan[] = [];
  const before = timesMet(input.rules.met);
  let fewest = Infinity;
  let anew = new Set(Array.from({ length: input.rounds }, (_, round) => round));
  for (let pass = 0; pass < PASSES; pass++) {
    for (let round = 0; round < input.rounds; round++) {
      rounds[round] = searchRound(input, rounds.filter((_, at) => at !== round && !(at > round && anew.has(at))), anew.has(round) ? undefined : rounds[round], steps, random);
    }
    const cost = costOf(rounds, before);
    const better = cost < fewest;
    if (better) {
      fewest = cost;
      best = rounds.slice();
    }
    if (fewest < 0.1 && !hasPairs(input)) break;
    // Stuck: from the best rounds some are taken out and found anew around the others.
    anew = better ? new Set() : chooseRounds(input.rounds, random);
    rounds = (better ? rounds : best).slice();
  }
  const broken = best.find((plan) => plan.broken.length > 0)?.broken;
  // The rules are the same in every round, and so is why they cannot hold.
  const conflicts = broken ? findConflicts(input, broken) : [];
  return best.map((plan, round) => ({ ...plan, repeats: countRepeats(best.slice(0, round), plan), conflicts: plan.broken.length > 0 ? conflicts : [] }));
};

const searchRound = (input: FormRoundsInput, others: DescribedPlan[], now: DescribedPlan | undefined, steps: number, random: Random): DescribedPlan => {
  const met = others.flatMap(({ teams }) => teams.map(({ members }) => ({ people: members })));
  const { problem, start } = compileTeams({
    ...input, rules: { ...input.rules, met: [...(input.rules.met ?? []), ...met] }, start: now?.teams.map(({ members, name }) => ({ members, name })),
  });
  const board = new TeamBoard(problem, fillSeats(problem, start, random), random);
  if (problem.min.length > 1 && problem.fixed.includes(-1)) {
    anneal(board, random, steps, () => input.shouldStop?.({ iterations: board.steps, objective: 0, planObjective: 0, violation: board.bestViolation, teams: () => [] }) ?? false);
  }
  return describePlan(board);
};

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
  const broken = rounds.reduce((sum, plan) => sum + plan.broken.reduce((all, { by }) => all + by, 0), 0);
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
