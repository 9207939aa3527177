import type { TeamRules } from '@tsunagu/matching';

/**
 * Rules about single teams, with these by their ids. One about a team that there is not is about nobody.
 * @param idOf by the name that the rules call a team
 */
export const rulesById = (rules: TeamRules['rules'], idOf: ReadonlyMap<string, string>): TeamRules['rules'] => rules?.flatMap((rule) => {
  if ((rule.type !== 'count' && rule.type !== 'pin') || rule.team === undefined) return [rule];
  const team = idOf.get(rule.team);
  return team === undefined ? [] : [{ ...rule, team }];
});
