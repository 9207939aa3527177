import { compileTeams, type CompileInput } from './compile-teams.js';
import { describeSeating } from './describe-plan.js';
import { TeamLedger } from './team-ledger.js';
import type { BrokenRule, PlannedTeam } from './team-plan.js';
import type { TeamProblem } from './team-problem.js';

/** The plan with one person somewhere; `parted`: in how many cases they sit in another team than somebody they must be together with. */
export interface JudgedMove { teams: PlannedTeam[]; broken: BrokenRule[]; parted: number }

export interface PlanByHand {
  problem: TeamProblem;
  /** Position of the team in which a person sits; one beyond the last = in none. */
  seatOf: (id: string) => number;
  /** The plan with a person in that team, while everybody else stays. */
  judgeIn: (id: string, team: number) => JudgedMove;
}

/** A plan from which a hand moves one person at a time: compiled once, measured as `scoreTeams` measures. */
export const planByHand = (input: Omit<CompileInput, 'start' | 'asGiven' | 'bench'>, teams: { name?: string; members: string[] }[]): PlanByHand => {
  const seated = new Set(teams.flatMap(({ members }) => members));
  const bench = { members: input.people.map(({ id }) => id).filter((id) => !seated.has(id)) };
  // People who must be together are moved one by one too: a hand may part them, and is told what that breaks.
  const together = (input.rules.rules ?? []).flatMap((rule) => (rule.type === 'together' ? [rule.people] : []));
  const rules = { ...input.rules, rules: (input.rules.rules ?? []).map((rule, at) => ({ ...rule, id: rule.id ?? `rule-${at + 1}` })).filter(({ type }) => type !== 'together') };
  const { problem, start } = compileTeams({ ...input, rules, start: [...teams, bench], asGiven: true, bench: true });
  const ledger = new TeamLedger(problem, start);
  const unitOf = (id: string): number => problem.unitOf[problem.people.findIndex((one) => one.id === id)];
  const judge = (id: string): JudgedMove => {
    const { teams: all, broken } = describeSeating(ledger, true);
    const judged = all.slice(0, teams.length);
    const own = judged.find(({ members }) => members.includes(id));
    const mates = new Set(together.flatMap((people) => (people.includes(id) ? people : [])));
    const parted = own ? [...mates].filter((mate) => mate !== id && !own.members.includes(mate) && judged.some(({ members }) => members.includes(mate))).length : 0;
    return { teams: judged, broken: broken.filter(({ team }) => team < teams.length), parted };
  };
  return {
    problem,
    seatOf: (id) => start[unitOf(id)],
    judgeIn: (id, team) => {
      const unit = unitOf(id);
      const from = start[unit];
      if (team === from) return judge(id);
      ledger.shift(unit, team);
      const judged = judge(id);
      ledger.shift(unit, from);
      return judged;
    },
  };
};
