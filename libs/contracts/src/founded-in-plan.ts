import type { FoundedTeamView } from './team-views.js';

interface Plan { teams: { slot?: string; members: { participantId: string }[] }[]; unplaced: { participantId: string }[] }

/**
 * What a plan makes of a team that people formed themselves: whether those of them whom it knows sit together, in the team formed around
 * them or, where they are several, in any other. One whose people it does not know is `away`.
 */
export function foundedInPlan({ id, members }: Pick<FoundedTeamView, 'id' | 'members'>, { teams, unplaced }: Plan): 'together' | 'apart' | 'away' {
  const planned = new Set([...teams.flatMap((team) => team.members), ...unplaced].map(({ participantId }) => participantId));
  const there = members.filter(({ participantId }) => planned.has(participantId));
  if (there.length === 0) return 'away';
  const around = teams.filter(({ slot }) => slot === id || there.length > 1);
  return around.some((team) => there.every(({ participantId }) => team.members.some((one) => one.participantId === participantId))) ? 'together' : 'apart';
}
