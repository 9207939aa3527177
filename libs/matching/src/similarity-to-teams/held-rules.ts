import type { BrokenRule } from './team-plan.js';
import type { Rule, TeamPerson } from './team-rules.js';

/**
 * Where a plan parts people who must be together, or has somebody in another team than the one they must sit in. The search
 * keeps these rules by itself, a hand may break them. Whoever sits apart from the largest part of their group counts, in the
 * team where they sit; people in no team are apart from nobody.
 */
export const brokenHeld = (rules: readonly Rule[] = [], teams: readonly { name?: string; members: readonly string[] }[]): BrokenRule[] =>
  rules.flatMap((rule, at) => {
    const broken = (team: number, by: number): BrokenRule[] => (by > 0 ? [{ rule: rule.id ?? `rule-${at + 1}`, team, by }] : []);
    if (rule.type === 'pin') {
      if (teams.every(({ name }) => name !== rule.team)) return [];
      return teams.flatMap(({ name, members }, team) => broken(team, name !== rule.team && members.includes(rule.person) ? 1 : 0));
    }
    if (rule.type !== 'together') return [];
    const group = new Set(rule.people);
    const parts = teams.map(({ members }) => members.filter((id) => group.has(id)).length);
    const largest = parts.indexOf(Math.max(...parts));
    return parts.flatMap((part, team) => broken(team, team === largest ? 0 : part));
  });

/**
 * The same where who is bound to a team is asked for in another, whoever else sits where.
 * @param names of the teams
 * @param boundTo position of the team in which a person must sit, −1 = any
 */
export const brokenByBound = (rules: readonly Rule[] | undefined, names: readonly (string | undefined)[], people: TeamPerson[], boundTo: (person: number) => number): BrokenRule[] => {
  const members = names.map((): string[] => []);
  people.forEach(({ id }, person) => members[boundTo(person)]?.push(id));
  return brokenHeld(rules, names.map((name, team) => ({ name, members: members[team] })));
};
