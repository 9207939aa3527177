import type { PlannedTeam } from './team-plan.js';

/** Mean of each wish over people. */
export const meanTerms = (teams: PlannedTeam[]): Record<string, number> => {
  const people = Math.max(1, teams.reduce((sum, { members }) => sum + members.length, 0));
  const means: Record<string, number> = {};
  for (const { members, terms } of teams) for (const [wish, value] of Object.entries(terms)) means[wish] = (means[wish] ?? 0) + value * members.length / people;
  return means;
};
