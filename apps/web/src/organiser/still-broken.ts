import type { RepairView, TeamView } from '@tsunagu/contracts';

/** Of the rules that teams broke when a repair was worked out those whose team has the same members now: of another team nobody knows it. */
export function stillBroken(broken: RepairView['broken'], teams: readonly Pick<TeamView, 'id' | 'members'>[]): RepairView['broken'] {
  const membersOf = new Map(teams.map(({ id, members }) => [id, members.map(({ participantId }) => participantId).sort().join()]));
  return broken.filter(({ teamId, members }) => membersOf.get(teamId) === [...members].sort().join());
}
