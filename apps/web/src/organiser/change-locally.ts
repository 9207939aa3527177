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

/** The draft as it will be when two people have changed places. */
export function swapLocally(proposal: ProposalView, participantId: string, withId: string): ProposalView {
  const [from, to] = [participantId, withId].map((id) => teamOf(proposal, id)?.id ?? null);
  return moveLocally(moveLocally(proposal, participantId, to), withId, from);
}

/** The teams, and last the place without a seat (null), whose people this one can change places with: all but their own, and none that is locked. */
export function placesToSwap(proposal: ProposalView, participantId: string): { team: DraftTeam | null; ids: string[] }[] {
  const own = teamOf(proposal, participantId);
  const places = [...proposal.teams.filter(({ locked }) => !locked).map((team) => ({ team: team as DraftTeam | null, people: team.members as { participantId: string }[] })), { team: null, people: proposal.unplaced }];
  return places.flatMap(({ team, people }) => (team === own || people.length === 0 ? [] : [{ team, ids: people.map((one) => one.participantId) }]));
}

/** The team a participant sits in on a draft; null for nobody's. */
export const teamOf = (proposal: ProposalView, participantId: string): DraftTeam | null =>
  proposal.teams.find((team) => team.members.some((member) => member.participantId === participantId)) ?? null;
