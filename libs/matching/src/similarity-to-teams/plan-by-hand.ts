import { compileTeams, type CompiledTeams, type CompileInput } from './compile-teams.js';
import { describeSeating, objectiveOf, type DescribedPlan } from './describe-plan.js';
import { brokenHeld } from './held-rules.js';
import { TeamLedger } from './team-ledger.js';
import type { GivenTeam } from './team-plan.js';
import type { TeamProblem } from './team-problem.js';

export type HandInput = Omit<CompileInput, 'start' | 'asGiven' | 'bench' | 'oneByOne'>;
export type HandTeams = readonly GivenTeam[];

export interface PlanByHand {
  problem: TeamProblem;
  /** Position of the team in which a person sits; one beyond the last = in none. */
  seatOf: (id: string) => number;
  /** The plan as it stands. */
  judge: () => DescribedPlan;
  /** The plan with a person in that team, while everybody else stays. */
  judgeIn: (id: string, team: number) => DescribedPlan;
}

/** A plan as it was made, and last the people in no team. */
export const withBench = (input: HandInput, teams: HandTeams, oneByOne = false): CompiledTeams => {
  const seated = new Set(teams.flatMap(({ members }) => members));
  const bench = input.people.map(({ id }) => id).filter((id) => !seated.has(id));
  return compileTeams({ ...input, start: [...teams, { members: bench }], asGiven: true, bench: true, oneByOne });
};

/** A plan that a hand makes, one person at a time: compiled once, and judged as it stands, whatever rules that breaks. */
export const planByHand = (input: HandInput, teams: HandTeams): PlanByHand => {
  const { problem, start } = withBench(input, teams, true);
  const ledger = new TeamLedger(problem, start);
  const unitOf = (id: string): number => problem.unitOf[problem.people.findIndex((one) => one.id === id)];
  const judge = (): DescribedPlan => {
    const { teams: all, broken } = describeSeating(ledger, true);
    const judged = all.slice(0, teams.length);
    return {
      teams: judged, broken: [...broken.filter(({ team }) => team < teams.length), ...brokenHeld(input.rules.rules, judged)].sort((a, b) => a.team - b.team),
      objective: objectiveOf(problem, judged.map(({ score, members }) => ({ score, size: members.length }))),
    };
  };
  return {
    problem, judge,
    seatOf: (id) => start[unitOf(id)],
    judgeIn: (id, team) => {
      const unit = unitOf(id);
      const from = start[unit];
      if (team === from) return judge();
      ledger.shift(unit, team);
      const judged = judge();
      ledger.shift(unit, from);
      return judged;
    },
  };
};
