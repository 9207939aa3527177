import type { TeamRules } from '@tsunagu/matching';

/**
 * A service's rules, with whom an event keeps apart: told in confidence, so that no answer names them. They come last and under ids
 * that the service has not given away, so that its own rules are called what it calls them.
 */
export function withKeptApart(rules: TeamRules, groups: readonly string[][]): TeamRules {
  const taken = [...(rules.rules ?? []), ...(rules.wishes ?? [])].flatMap(({ id }) => id ?? []);
  let called = 'apart-';
  while (taken.some((id) => id.startsWith(called))) called = `-${called}`;
  return { ...rules, rules: [...(rules.rules ?? []), ...groups.map((people, at) => ({ id: `${called}${at + 1}`, confidential: true, type: 'apart' as const, people }))] };
}
