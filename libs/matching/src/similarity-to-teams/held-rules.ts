import type { BrokenRule } from './team-plan.js';
import type { Rule } from './team-rules.js';

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
