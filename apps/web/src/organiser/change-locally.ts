import type { DraftTeam, ProposalView } from '@tsunagu/contracts';

/** The draft as it will be when a move has been saved: shown at once, replaced by what the service sends. */
export function moveLocally(proposal: ProposalView, participantId: string, toTeamId: string | null): ProposalView {
  const seat = proposal.teams.flatMap((team) => team.members).find((member) => member.participantId === participantId);
  const moved = { participantId, pinned: seat?.pinned ?? false };
  const without = (team: DraftTeam): DraftTeam => ({ ...team, members: team.members.filter((member) => member.participantId !== participantId) });
  return {
    ...proposal,
    teams: proposal.teams.map((team) => (team.id === toTeamId ? { ...without(team), members: [...without(team).members, moved] } : without(team))),
    unplaced: [
      ...proposal.unplaced.filter((one) => one.participantId !== participantId),
      ...(toTeamId === null ? [{ participantId, code: 'freed' as const, cause: { ja: '', en: '' } }] : []),
    ],
  };
}

/** The team a participant sits in on a draft; null for nobody's. */
export const teamOf = (proposal: ProposalView, participantId: string): DraftTeam | null =>
  proposal.teams.find((team) => team.members.some((member) => member.participantId === participantId)) ?? null;
