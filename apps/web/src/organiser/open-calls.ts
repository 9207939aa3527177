import type { TeamView } from '@tsunagu/contracts';

export type Call = TeamView & { calledAt: string };

/** The teams that call for help, who has waited longest first. */
export const openCalls = (teams: readonly TeamView[]): Call[] =>
  teams.filter((team): team is Call => team.calledAt !== null).sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt));

/** Those that were not there before; who was answered and asks again counts anew. */
export function newSince<T extends { id: string }>(before: readonly T[], now: readonly T[], since: (one: T) => string): T[] {
  const key = (one: T): string => `${one.id} ${since(one)}`;
  const known = new Set(before.map(key));
  return now.filter((one) => !known.has(key(one)));
}
