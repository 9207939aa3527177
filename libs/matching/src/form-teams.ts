import { anneal } from './similarity-to-teams/anneal.js';
import { senselessRules, TeamRulesError } from './similarity-to-teams/check-team-rules.js';
import { costOfWishes } from './similarity-to-teams/cost-of-wishes.js';
import { compileTeams, type CompiledTeams } from './similarity-to-teams/compile-teams.js';
import { describeSeating } from './similarity-to-teams/describe-plan.js';
import { fillSeats } from './similarity-to-teams/fill-seats.js';
import { findConflicts } from './similarity-to-teams/find-conflicts.js';
import { holdInOtherTeams, patience, type HeldTeams } from './similarity-to-teams/hold-rules.js';
import { randomPlans } from './similarity-to-teams/random-plans.js';
import { seededRandom } from './similarity-to-teams/seeded-random.js';
import { TeamBoard } from './similarity-to-teams/team-board.js';
import { TeamLedger } from './similarity-to-teams/team-ledger.js';
import { DEFAULT_ITERATIONS, type FormTeamsInput, type Progress, type TeamPlan } from './similarity-to-teams/team-plan.js';
import { unweigh, type TeamProblem } from './similarity-to-teams/team-problem.js';

/**
 * Puts everyone into teams: people + pair values + rules + seed → plan.
 *
 *   compileTeams  people, rules, wishes → numbers      fillSeats    a first seating
 *   anneal        better seatings until told to stop    describePlan scores and terms of each team
 *   randomPlans   what chance gives                     findConflicts which rules cannot all hold
 *
 * Same people, rules, seed and iterations → same teams, in whatever order the people come; more iterations are never
 * worse. Where rules cannot all hold, the plan breaks as little as possible and `conflicts` says why.
 * @throws TeamRulesError where the rules make no sense; people they name who are not in `people` are passed over
 */
export const formTeams = (input: FormTeamsInput): TeamPlan => {
  const { people, rules, seed = 1 } = input;
  const problems = senselessRules(rules, people);
  if (problems.length > 0) throw new TeamRulesError(problems);
  if (people.length === 0) return emptyPlan();
  const { problem, start, board, steps } = search(input);
  board.returnToBest();
  const seating = board.best.slice();
  const described = describeSeating(new TeamLedger(problem, seating.slice()), false);
  const violation = board.bestViolation;
  const baseline = randomPlans(problem, start, { violation, samples: input.baselineSamples ?? 1000 }, seededRandom(seed + 1));
  const effects = input.costs === false ? [] : costOfWishes(problem, seating, described, seededRandom(seed + 2));
  return {
    ...described,
    wishes: effects.map((effect) => ({ ...effect, random: baseline.terms[effect.wish] ?? 0 })),
    unplaced: [],
    baseline: baseline.mean, baselineBest: baseline.best, baselineSamples: baseline.samples,
    iterations: steps,
    conflicts: violation > 0 ? findConflicts(input, described.broken) : [],
  };
};

interface Search extends CompiledTeams {
  board: TeamBoard;
  /** Looked at in all, also under a number of teams that was given up. */
  steps: number;
}

/**
 * Searches under the number of teams that sizes, single rules and the target choose. Where that still breaks a rule after as many steps
 * as show that it cannot be held so, the nearest other number that holds all rules is searched in its place, if there is one.
 */
const search = (input: FormTeamsInput): Search => {
  let other: HeldTeams | undefined;
  let looked = false;
  const look = (board: TeamBoard): boolean => {
    if (!looked && board.bestViolation > 0) {
      looked = true;
      other = holdInOtherTeams(input);
    }
    return other !== undefined;
  };
  const first = searchUnder(input, (board) => board.steps >= patience(input.people.length) && look(board));
  if (!look(first.board)) return first;
  const { steps, stopped } = first;
  const then = searchUnder({ ...input, ...other, ...(stopped && { iterations: steps }) }, () => false, steps);
  return { ...then, steps: steps + then.steps };
};

/**
 * Searches under one number of teams.
 * @param before steps that were taken already
 */
const searchUnder = (input: FormTeamsInput & Partial<HeldTeams>, giveUp: (board: TeamBoard) => boolean, before = 0): Search & { stopped: boolean } => {
  const compiled = compileTeams({ ...input, unlike: [], meetings: (input.ahead ?? []).length > 0 });
  const { problem, start } = compiled;
  const random = seededRandom(input.seed ?? 1);
  const board = new TeamBoard(searchedProblem(problem, input), fillSeats(problem, start, random), random);
  const limit = (input.iterations ?? (input.shouldStop ? Infinity : DEFAULT_ITERATIONS)) - before;
  const report = reportProgress(board, input, before);
  let stopped = false;
  if (problem.min.length > 1 && problem.fixed.includes(-1)) anneal(board, random, limit, () => (stopped = report()) || giveUp(board));
  report();
  return { ...compiled, board, steps: board.steps, stopped };
};

/** The problem as it is searched: with other values of pairs where plans stand that it should be unlike, or that follow. Themes are shared, so that those found are those told. */
const searchedProblem = (problem: TeamProblem, input: FormTeamsInput & Partial<HeldTeams>): TeamProblem => {
  const { unlike = [], ahead = [], rules } = input;
  if (unlike.length + ahead.length === 0) return problem;
  const { values, inner } = compileTeams({ ...input, rules: { ...rules, met: [...rules.met ?? [], ...ahead] } }).problem;
  return { ...problem, values, inner };
};

/** Tells the caller of better plans, and asks whether to stop. */
const reportProgress = (board: TeamBoard, { shouldStop, onBest }: FormTeamsInput, before: number): (() => boolean) => {
  let told = -Infinity;
  return () => {
    const progress: Progress = {
      iterations: before + board.steps,
      objective: board.bestValue / board.problem.people.length,
      planObjective: unweigh(board.bestValue / board.problem.people.length, board.problem.softness),
      violation: board.bestViolation,
      teams: () => board.problem.min.reduce((teams: string[][], _, team) => [...teams, membersOf(board, team)], []),
    };
    if (onBest && board.bestValue > told) onBest(progress);
    told = board.bestValue;
    return shouldStop?.(progress) ?? false;
  };
};

const membersOf = ({ problem, best }: TeamBoard, team: number): string[] =>
  problem.units.flatMap((unit, at) => (best[at] === team ? unit.map((person) => problem.people[person].id) : []));

const emptyPlan = (): TeamPlan =>
  ({ teams: [], wishes: [], unplaced: [], objective: 0, baseline: 0, baselineBest: 0, baselineSamples: 0, iterations: 0, broken: [], conflicts: [] });
