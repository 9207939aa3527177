import { compileTeams, type CompileInput } from './similarity-to-teams/compile-teams.js';
import { describeSeating, objectiveOf } from './similarity-to-teams/describe-plan.js';
import { meanTerms } from './similarity-to-teams/mean-terms.js';
import { TeamLedger } from './similarity-to-teams/team-ledger.js';

export interface EffectOfMove {
  objective: number;
  /** Change of each wish, as the mean over people. */
  terms: Record<string, number>;
  /** Change of the people too few or too many, by all rules. */
  broken: number;
}

/**
 * What moving a person to each team of a plan would do: differences from the plan as it stands, in the order of the teams,
 * and last what taking them out of all teams would do. Measured as `scoreTeams` measures.
 */
export const effectsOfMoves = (input: Omit<CompileInput, 'start' | 'asGiven' | 'bench'>, teams: { name?: string; members: string[] }[], id: string): EffectOfMove[] => {
  const seated = new Set(teams.flatMap(({ members }) => members));
  const bench = { members: input.people.map((person) => person.id).filter((one) => !seated.has(one)) };
  const together = (input.rules.rules ?? []).filter(({ type }) => type === 'together');
  // People who must be together are moved one by one too: a hand may part them, and is told what that breaks.
  const rules = { ...input.rules, rules: (input.rules.rules ?? []).map((rule, at) => ({ ...rule, id: rule.id ?? `rule-${at + 1}` })).filter(({ type }) => type !== 'together') };
  const { problem, start } = compileTeams({ ...input, rules, start: [...teams, bench], asGiven: true, bench: true });
  const ledger = new TeamLedger(problem, start);
  const unit = problem.unitOf[problem.people.findIndex((one) => one.id === id)];
  const from = start[unit];
  const mates = new Set(together.flatMap((rule) => ('people' in rule && rule.people.includes(id) ? rule.people : [])));
  const judge = (): EffectOfMove => {
    const { teams: all, broken } = describeSeating(ledger, true);
    const judged = all.slice(0, teams.length);
    const own = judged.find(({ members }) => members.includes(id));
    const parted = own ? [...mates].filter((mate) => mate !== id && !own.members.includes(mate) && judged.some(({ members }) => members.includes(mate))).length : 0;
    return {
      objective: objectiveOf(problem, judged.map(({ score, members }) => ({ score, size: members.length }))), terms: meanTerms(judged),
      broken: broken.reduce((sum, { team, by }) => sum + (team < teams.length ? by : 0), parted),
    };
  };
  const before = judge();
  return [...teams, bench].map((_, to) => {
    if (to !== from) ledger.shift(unit, to);
    const after = judge();
    if (to !== from) ledger.shift(unit, from);
    return {
      objective: after.objective - before.objective, broken: after.broken - before.broken,
      terms: Object.fromEntries(Object.keys(after.terms).map((wish) => [wish, after.terms[wish] - (before.terms[wish] ?? 0)])),
    };
  });
};
