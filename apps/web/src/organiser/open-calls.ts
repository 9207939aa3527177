import type { TeamView } from '@tsunagu/contracts';

export type Call = TeamView & { calledAt: string };

/** The teams that call for help, who has waited longest first. */
export const openCalls = (teams: readonly TeamView[]): Call[] =>
  teams.filter((team): team is Call => team.calledAt !== null).sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt));
