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
  // A team that is too small grows by whoever comes: that makes up for no rule that they break.
  const judge = (plan: typeof teams): { score: number; size: number; rules: number } => {
    const { teams: judged, broken } = scoreTeams(input, plan);
    const by = (size: boolean): number => broken.filter(({ team, rule }) => team === at && (rule === 'size') === size).reduce((sum, one) => sum + one.by, 0);
    return { score: judged[at].score, size: by(true), rules: by(false) };
  };
  const before = judge(teams);
  let best: { id: string; score: number } | undefined;
  for (const id of waiting) {
    const { score, size, rules } = judge(teams.map((team, index) => (index === at ? { ...team, members: [...team.members, id] } : team)));
    if (size <= before.size && rules <= before.rules && (best === undefined || score > best.score)) best = { id, score };
  }
  return best?.id;
};
