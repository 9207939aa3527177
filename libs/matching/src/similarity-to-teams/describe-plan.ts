import { compareText } from '../compare-text.js';
import type { TeamBoard } from './team-board.js';
import type { TeamLedger } from './team-ledger.js';
import type { BrokenRule, PlannedTeam } from './team-plan.js';
import { unweigh, weigh, type TeamProblem } from './team-problem.js';

export interface DescribedPlan { teams: PlannedTeam[]; objective: number; broken: BrokenRule[] }

/**
 * The board's best seating in the caller's terms. Named teams keep their order, the others stand by their first id;
 * `asGiven` keeps every team, also empty ones, where it is.
 */
export const describePlan = (board: TeamBoard, asGiven = false): DescribedPlan => {
  board.returnToBest();
  return describeSeating(board.ledger, asGiven);
};

/** The present seating in the caller's terms. */
export const describeSeating = (ledger: TeamLedger, asGiven: boolean): DescribedPlan => {
  const { problem } = ledger;
  const { names, themes } = problem;
  const teams = names.map((name, team) => ({ team, ...describeTeam(ledger, team, name, themes) }));
  const kept = teams.filter(({ name, members }) => name !== undefined || members.length > 0);
  const ordered = asGiven ? teams : [...kept.filter(({ name }) => name !== undefined),
    ...kept.filter(({ name }) => name === undefined).sort((a, b) => compareText(a.members[0], b.members[0]))];
  return {
    teams: ordered.map(({ team: _team, ...described }) => described),
    objective: objectiveOf(problem, ordered.map(({ score, members }) => ({ score, size: members.length }))),
    broken: ordered.flatMap(({ team }, at) => brokenRules(ledger, team, at)),
  };
};

/** Mean score weighted by size, in which weak teams count more; 0 without people. */
export const objectiveOf = ({ softness }: TeamProblem, teams: { score: number; size: number }[]): number => {
  const people = teams.reduce((sum, { size }) => sum + size, 0);
  if (people === 0) return 0;
  return unweigh(teams.reduce((sum, { score, size }) => sum + size * weigh(score, softness), 0) / people, softness);
};

const describeTeam = (ledger: TeamLedger, team: number, name: string | undefined, themes: TeamProblem['themes']): PlannedTeam => {
  const { problem, table, worth, pairs } = ledger;
  const seats = [...table.seats.subarray(team * table.cap, team * table.cap + table.size[team])];
  const theme = problem.themeOf[team];
  const chosen = theme >= 0 && seats.length > 0 ? themes[theme].id : undefined;
  return {
    ...(name !== undefined && { name }),
    ...(chosen !== undefined && { theme: chosen }),
    members: seats.map((person) => problem.people[person].id).sort(compareText),
    score: table.size[team] === 0 ? 0 : worth.score(team, pairs[team]),
    terms: termsOf(ledger, team, pairs[team]),
  };
};

/** Value of each wish in a team whose pairs are worth `pairs`. */
export const termsOf = ({ problem, table, worth }: Pick<TeamLedger, 'problem' | 'table' | 'worth'>, team: number, pairs: number): Record<string, number> => {
  const size = table.size[team];
  const terms: Record<string, number> = {};
  if (problem.pairWeight > 0) terms.pairs = pairs * worth.perPair[size] / problem.pairWeight;
  const totals = new Map<string, { sum: number; weight: number }>();
  for (const { wish, weight, term } of problem.wishes) {
    const total = totals.get(wish) ?? { sum: 0, weight: 0 };
    totals.set(wish, { sum: total.sum + weight * term.value(table.seats, team * table.cap, size, team), weight: total.weight + weight });
  }
  for (const [wish, { sum, weight }] of totals) terms[wish] = sum / weight;
  return terms;
};

const brokenRules = ({ problem, table }: TeamLedger, team: number, at: number): BrokenRule[] => {
  const size = table.size[team];
  const bySize = Math.max(0, problem.min[team] - size, size - problem.max[team]);
  const byRule = problem.rules.map(({ rule, term }) => ({ rule, team: at, by: term.value(table.seats, team * table.cap, size, team) }));
  return [{ rule: 'size', team: at, by: bySize }, ...byRule].filter(({ by }) => by > 0);
};
