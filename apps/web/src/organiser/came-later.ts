import type { PersonView, ProposalView, Unplaced } from '@tsunagu/contracts';

/**
 * Who has come since a draft was made: it knows nothing of them, and each is given a free seat once it is published. Not who has
 * said no to a seat or was taken out of one.
 * @param seatless who is listed without a seat in the teams that stand
 */
export function cameLater({ teams, unplaced }: Pick<ProposalView, 'teams' | 'unplaced'>, people: readonly PersonView[], seatless: readonly Unplaced[]): PersonView[] {
  const known = new Set([...teams.flatMap(({ members }) => members), ...unplaced].map(({ participantId }) => participantId));
  const wantNone = new Set(seatless.filter(({ code }) => code === 'declined' || code === 'freed').map(({ participantId }) => participantId));
  return people.filter(({ id, here, paused, left }) => here && !paused && !left && !known.has(id) && !wantNone.has(id));
}
