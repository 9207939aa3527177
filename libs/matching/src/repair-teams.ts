import { anneal } from './similarity-to-teams/anneal.js';
import { chooseTeams, givenTeams } from './similarity-to-teams/choose-teams.js';
import { compileTeams } from './similarity-to-teams/compile-teams.js';
import { describePlan, type DescribedPlan } from './similarity-to-teams/describe-plan.js';
import { findConflicts } from './similarity-to-teams/find-conflicts.js';
import { fillSeats } from './similarity-to-teams/fill-seats.js';
import { holdInOtherTeams } from './similarity-to-teams/hold-rules.js';
import { planByHand, withBench, type HandInput, type HandTeams } from './similarity-to-teams/plan-by-hand.js';
import { randomPlans, type Baseline } from './similarity-to-teams/random-plans.js';
import { seededRandom } from './similarity-to-teams/seeded-random.js';
import { TeamBoard } from './similarity-to-teams/team-board.js';
import { TeamLedger } from './similarity-to-teams/team-ledger.js';
import type { BrokenRule, Conflict, FormTeamsInput, GivenTeam, PlannedTeam, Unplaced } from './similarity-to-teams/team-plan.js';
import type { TeamProblem } from './similarity-to-teams/team-problem.js';

export interface RepairInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules' | 'pinned' | 'seed'> {
  /** The plan as it stands. Who is in it and not in `people` has left; who is in `people` and not in it has come. */
  plan: GivenTeam[];
  /** What moving one person costs, in the score of one person; only rules that would break outweigh it. @default 3 */
  price?: number;
  /** Random plans to compare with. @default 0 */
  baselineSamples?: number;
  /** Whether more teams than those of the plan may be made. @default true */
  newTeams?: boolean;
}

export interface Move { id: string; /** Positions in the plan. */ from: number; to: number }

export interface RepairedPlan {
  /** In the order of the plan, new ones last; a team that all have left stays, empty. */
  teams: PlannedTeam[];
  unplaced: Unplaced[];
  /** People who sat in the plan and sit elsewhere now. */
  moved: Move[];
  objective: number;
  /** What chance gives the same people in as many teams, where random plans are asked for. */
  chance?: Baseline;
  broken: BrokenRule[];
  /** Why rules are broken, where no plan could hold them all. */
  conflicts: Conflict[];
  /** What changing a few seats more would give, where it gives something. */
  reshuffle?: { teams: PlannedTeam[]; moved: Move[]; objective: number; gain: number };
}

const REPAIR_STEPS = 150_000;
const STEPS_A_PERSON = 1500;
const DEFAULT_PRICE = 3;
/** Prices of a small reshuffle, dearest first: the first under which anybody moves is shown. */
const RESHUFFLE_PRICES = [0.4, 0.2, 0.1];
const MOST_RESHUFFLED = 8;

/**
 * Brings a plan in line with who is here now, disturbing as few as possible: people who came are seated without moving
 * anybody where rules allow it; else, and where a team has become too small, the fewest moves that the rules need.
 */
export const repairTeams = (input: RepairInput): RepairedPlan => {
  const { seed = 1 } = input;
  const { problem, board } = repairedBoard(input);
  const described = describePlan(board, true);
  const full = unseatTooMany(described, input);
  const repaired = full.unplaced.length === 0 ? described : scoreTeams(input, full.teams);
  const teams = withoutUnused(repaired.teams, input);
  const broken = repaired.broken.filter(({ team }) => team < teams.length);
  return {
    teams, broken, objective: repaired.objective, unplaced: full.unplaced,
    conflicts: broken.length > 0 ? findConflicts({ ...input, start: input.plan }, broken) : [],
    moved: movesBetween(input.plan, repaired.teams),
    ...(input.baselineSamples && {
      chance: full.unplaced.length === 0 ? chanceIn(withoutEmpty(problem, board.best), board.best, input) : chanceIn(...besideBench(input, full.teams), input, full.teams.length),
    }),
    ...(full.unplaced.length === 0 && reshuffleOf(input, problem, board.best, described, seed)),
  };
};

interface RepairedBoard { problem: TeamProblem; board: TeamBoard }

/** The plan with the fewest moves; where they break a rule that another number of teams holds, in that number. */
const repairedBoard = (input: RepairInput): RepairedBoard => {
  const few = repairIn(input);
  if (few.board.bestViolation === 0) return few;
  const other = holdInOtherTeams({ ...input, start: input.plan })?.teams.length;
  if (other === undefined || (other > input.plan.length && input.newTeams === false)) return few;
  const repaired = repairIn(input, other);
  return repaired.board.bestViolation < few.board.bestViolation ? repaired : few;
};

/** @param count how many teams, where not as many as sizes and single rules need */
const repairIn = (input: RepairInput, count?: number): RepairedBoard => {
  const { seed = 1, price = DEFAULT_PRICE } = input;
  const { plan, spare } = standingTeams(input, count);
  const { problem: open, start } = compileTeams({ ...input, start: plan, asGiven: true });
  const problem = closeTeams(open, (team) => spare.has(team));
  // That many teams are to be filled: else an empty one stays so where nobody needs it.
  const openIn = (seating: Int32Array): TeamProblem => (count === undefined ? withoutEmpty(problem, seating) : problem);
  const still = seatOnly(openIn(start), start, seed);
  if (still.bestViolation === 0) return { problem, board: still };
  return { problem, board: moveSome({ ...openIn(still.best), home: homeOf(problem, start, price) }, still.best, seed) };
};

/** Random plans of a problem, judged like the seating of it: they break no more. */
const chanceIn = (problem: TeamProblem, seating: Int32Array, { baselineSamples: samples = 0, seed = 1 }: RepairInput, judged?: number): Baseline =>
  randomPlans(problem, seating, { violation: new TeamLedger(problem, seating).violation, samples, judged }, seededRandom(seed + 1));

/** The problem that `scoreTeams` judges by, with all who sit on the bench held there, and nobody else let in. */
const besideBench = (input: RepairInput, teams: PlannedTeam[]): [TeamProblem, Int32Array] => {
  const seated = new Set(teams.flatMap(({ members }) => members));
  const rules = input.rules.rules?.map((rule) => (rule.type === 'together' ? { ...rule, people: rule.people.filter((id) => seated.has(id)) } : rule));
  const { problem, start } = withBench({ ...input, rules: { ...input.rules, rules } }, teams);
  const bench = (team: number): boolean => team === teams.length;
  const on = problem.units.reduce((sum, unit, at) => sum + (bench(start[at]) ? unit.length : 0), 0);
  return [{
    ...problem, min: problem.min.map((min, team) => (bench(team) ? on : min)), max: problem.max.map((max, team) => (bench(team) ? on : max)),
    fixed: problem.fixed.map((team, unit) => (bench(start[unit]) ? start[unit] : team)),
  }, start];
};

/** New teams at the end in which nobody sits are none. */
const withoutUnused = (teams: PlannedTeam[], { plan }: RepairInput): PlannedTeam[] => teams.slice(0, Math.max(plan.length, teams.findLastIndex(({ members }) => members.length > 0) + 1));

/**
 * Teams of the plan with the people who are here: as many as the sizes need, the smallest dissolved first, but none in which
 * somebody is pinned. Empty ones are filled again before new ones are made; `spare`: positions of those that nobody needs.
 * @param count how many teams, where not as many as sizes and single rules need
 */
const standingTeams = ({ plan, people, rules, pinned = [], newTeams = true }: RepairInput, count?: number): { plan: GivenTeam[]; spare: Set<number> } => {
  const here = new Set(people.map(({ id }) => id));
  const teams = plan.map((team) => ({ ...team, members: team.members.filter((id) => here.has(id)) }));
  const own = new Set((rules.teams ?? []).map(({ name }) => name));
  const isOwn = ({ name }: { name?: string }): boolean => name !== undefined && own.has(name);
  const occupied = teams.filter((team) => team.members.length > 0 || isOwn(team));
  const needed = count ?? chooseTeams(people, rules, { start: occupied, pinned }).length;
  const stays = ({ members }: GivenTeam): boolean => members.some((id) => pinned.includes(id));
  const dissolved = occupied.filter((team) => !isOwn(team) && !stays(team))
    .sort((a, b) => a.members.length - b.members.length).slice(0, Math.max(0, occupied.length - needed));
  for (const team of dissolved) team.members = [];
  const empty = [...teams.keys()].filter((at) => !occupied.includes(teams[at]));
  const more = Math.max(0, needed - occupied.length);
  return {
    plan: [...teams, ...Array.from({ length: newTeams ? Math.max(0, more - empty.length) : 0 }, () => ({ members: [] }))],
    spare: new Set(empty.slice(more)),
  };
};

/** Everybody who has a seat keeps it; the others get the best free ones. */
const seatOnly = (problem: TeamProblem, start: Int32Array, seed: number): TeamBoard => {
  const random = seededRandom(seed);
  const board = new TeamBoard({ ...problem, fixed: start.map((team, unit) => (problem.fixed[unit] >= 0 ? problem.fixed[unit] : team)) }, fillSeats(problem, start, random), random);
  if (start.includes(-1)) improve(board, REPAIR_STEPS);
  return board;
};

/** Empty teams stay closed unless people are to fill them: who waits, and who sits in a team beyond its largest size. */
const withoutEmpty = (problem: TeamProblem, start: Int32Array): TeamProblem => {
  const waiting = start.reduce((count, team, unit) => count + (team < 0 ? problem.units[unit].length : 0), 0);
  const size = problem.min.map((_, team) => problem.units.reduce((sum, unit, at) => sum + (start[at] === team ? unit.length : 0), 0));
  const beyond = problem.max.reduce((sum, max, team) => sum + Math.max(0, size[team] - max), 0);
  const room = problem.max.reduce((sum, max, team) => sum + (size[team] > 0 ? Math.max(0, max - size[team]) : 0), 0);
  const closed = (team: number): boolean => size[team] === 0 && waiting + beyond <= room;
  return closeTeams(problem, closed);
};

const closeTeams = (problem: TeamProblem, closed: (team: number) => boolean): TeamProblem =>
  ({ ...problem, min: problem.min.map((min, team) => (closed(team) ? 0 : min)), max: problem.max.map((max, team) => (closed(team) ? 0 : max)) });

const moveSome = (problem: TeamProblem, start: Int32Array, seed: number): TeamBoard => {
  const random = seededRandom(seed);
  const board = new TeamBoard(problem, start, random);
  if (problem.fixed.includes(-1)) anneal(board, random, Math.min(REPAIR_STEPS, STEPS_A_PERSON * problem.people.length), () => false);
  return board;
};

const improve = (board: TeamBoard, steps: number): void => {
  while (board.steps < steps && board.sweep(0) > 0);
};

const homeOf = (problem: TeamProblem, start: Int32Array, price: number): { teams: Int32Array; price: number } =>
  ({ teams: Int32Array.from(problem.people, (_, person) => start[problem.unitOf[person]]), price });

/** People who came and for whom no team has a seat, so that a full team is not made fuller without a word. */
const unseatTooMany = ({ teams }: DescribedPlan, { plan, rules }: RepairInput): { teams: PlannedTeam[]; unplaced: Unplaced[] } => {
  const seated = new Set(plan.flatMap(({ members }) => members));
  const most = givenTeams(rules, teams).map(({ max }) => max);
  const out = new Set(teams.flatMap(({ members }, team) => members.filter((id) => !seated.has(id)).slice(0, Math.max(0, members.length - most[team]))));
  const left = teams.map((team) => ({ ...team, members: team.members.filter((id) => !out.has(id)) }));
  const roomy = left.filter(({ members }, team) => members.length < most[team]);
  const cause = roomy.length === 0 ? FULL : roomy.some(({ members }) => members.length > 0) ? UNFIT : TOO_FEW;
  return { teams: left, unplaced: [...out].map((id) => ({ id, cause })) };
};

const FULL: Unplaced['cause'] = { code: 'teams.full', text: { ja: 'どのチームも人数の上限です。', en: 'Every team has its largest size.' } };
const UNFIT: Unplaced['cause'] = { code: 'teams.unfit', text: { ja: '席のあるチームはありますが、条件に合うところがありません。', en: 'There are teams with room, but none that the rules allow.' } };
const TOO_FEW: Unplaced['cause'] = { code: 'teams.too_few', text: { ja: '空いているチームを始めるには、人数が足りません。', en: 'There are too few people for the team that is empty.' } };

const movesBetween = (before: { members: string[] }[], after: { members: string[] }[]): Move[] => {
  const now = new Map(after.flatMap(({ members }, team) => members.map((id): [string, number] => [id, team])));
  return before.flatMap(({ members }, from) => members.flatMap((id): Move[] => {
    const to = now.get(id);
    return to === undefined || to === from ? [] : [{ id, from, to }];
  }));
};

const reshuffleOf = (input: RepairInput, problem: TeamProblem, start: Int32Array, repaired: DescribedPlan, seed: number): Pick<RepairedPlan, 'reshuffle'> => {
  for (const price of RESHUFFLE_PRICES) {
    const board = new TeamBoard(withoutEmpty({ ...problem, home: homeOf(problem, start, price) }, start), start, seededRandom(seed));
    if (problem.fixed.includes(-1)) improve(board, REPAIR_STEPS);
    const described = describePlan(board, true);
    const moved = movesBetween(repaired.teams, described.teams);
    const gain = described.objective - repaired.objective;
    if (moved.length > 0 && moved.length <= MOST_RESHUFFLED && gain > 0) return { reshuffle: { teams: withoutUnused(described.teams, input), moved, objective: described.objective, gain } };
  }
  return {};
};

/**
 * Judges a plan made by hand by the same terms as the search does. People in no team count for nothing, but all are
 * measured on one scale, so that plans which seat different people can be compared.
 */
export const scoreTeams = (input: HandInput, teams: HandTeams): DescribedPlan => planByHand(input, teams).judge();
