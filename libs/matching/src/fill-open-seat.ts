import { scoreTeams } from './repair-teams.js';
import type { FormTeamsInput } from './similarity-to-teams/team-plan.js';

export interface OpenSeatInput extends Pick<FormTeamsInput, 'people' | 'pairs' | 'needsMet' | 'rules'> {
  /** The teams as they stand. */
  teams: { name?: string; members: string[] }[];
  /** Position of the team that has room. */
  at: number;
  /** Ids of people without a seat. */
  waiting: string[];
}

/**
 * Who of those who wait fits an open seat best, while everybody else stays: the one with whom the plan is worth most
 * among those who break no rule that holds without them; undefined where the rules allow nobody.
 */
export const fillOpenSeat = ({ teams, at, waiting, ...input }: OpenSeatInput): string | undefined => {
  const brokenBy = (plan: typeof teams) => scoreTeams(input, plan).broken.filter(({ team }) => team === at).reduce((sum, { by }) => sum + by, 0);
  const before = brokenBy(teams);
  let best: { id: string; objective: number } | undefined;
  for (const id of waiting) {
    const { objective, broken } = scoreTeams(input, teams.map((team, index) => (index === at ? { ...team, members: [...team.members, id] } : team)));
    const now = broken.filter(({ team }) => team === at).reduce((sum, { by }) => sum + by, 0);
    if (now <= before && (best === undefined || objective > best.objective)) best = { id, objective };
  }
  return best?.id;
};
