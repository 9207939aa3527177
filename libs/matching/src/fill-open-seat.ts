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
 * Who of those who wait fits an open seat best, while everybody else stays: the one with whom the team is worth most
 * among those who break no rule that holds without them; undefined where the rules allow nobody.
 */
export const fillOpenSeat = ({ teams, at, waiting, ...input }: OpenSeatInput): string | undefined => {
  const judge = (plan: typeof teams): { score: number; broken: number } => {
    const { teams: judged, broken } = scoreTeams(input, plan);
    return { score: judged[at].score, broken: broken.filter(({ team }) => team === at).reduce((sum, { by }) => sum + by, 0) };
  };
  const before = judge(teams).broken;
  let best: { id: string; score: number } | undefined;
  for (const id of waiting) {
    const { score, broken } = judge(teams.map((team, index) => (index === at ? { ...team, members: [...team.members, id] } : team)));
    if (broken <= before && (best === undefined || score > best.score)) best = { id, score };
  }
  return best?.id;
};
