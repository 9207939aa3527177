import type { RepairView, TeamView, Unplaced } from '@tsunagu/contracts';

/** Has somebody whom a repair moves or leaves without a seat sat down or moved since it was worked out? It is true of other seats than these, then. */
export function seatsChanged({ moves, unplaced, reshuffle }: Pick<RepairView, 'moves' | 'unplaced' | 'reshuffle'>, teams: readonly Pick<TeamView, 'id' | 'members'>[], now: readonly Pick<Unplaced, 'participantId'>[]): boolean {
  const seats = new Map(teams.flatMap(({ id, members }) => members.map(({ participantId }) => [participantId, id] as const)));
  const seatless = new Set(now.map(({ participantId }) => participantId));
  return unplaced.some(({ participantId }) => !seatless.has(participantId))
    || [...moves, ...reshuffle?.moves ?? []].some(({ participantId, fromTeamId, toTeamId }) => (seats.get(participantId) ?? null) !== fromTeamId || (toTeamId !== null && teams.every(({ id }) => id !== toTeamId)));
}
