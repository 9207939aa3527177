import type { RepairMove, TeamView } from '@tsunagu/contracts';

/** Teams that would have nobody left after these moves, though people sit there now. */
export const emptiedBy = <T extends Pick<TeamView, 'id'> & { members: readonly { participantId: string }[] }>(moves: readonly RepairMove[], teams: readonly T[]): T[] => {
  const goes = new Map(moves.map(({ participantId, toTeamId }) => [participantId, toTeamId]));
  const filled = new Set(moves.map(({ toTeamId }) => toTeamId));
  return teams.filter(({ id, members }) => members.length > 0 && !filled.has(id) && members.every(({ participantId }) => goes.has(participantId)));
};
