import type { TeamView } from '@tsunagu/contracts';

export type Call = TeamView & { calledAt: string };

/** The teams that call for help, who has waited longest first. */
export const openCalls = (teams: readonly TeamView[]): Call[] =>
  teams.filter((team): team is Call => team.calledAt !== null).sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt));

/** The calls that were not there before; a team that was answered and calls again counts anew. */
export function callsSince(before: readonly Call[], now: readonly Call[]): Call[] {
  const known = new Set(before.map(({ id, calledAt }) => `${id} ${calledAt}`));
  return now.filter(({ id, calledAt }) => !known.has(`${id} ${calledAt}`));
}
