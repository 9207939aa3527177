import type { RepairView, Unplaced } from '@tsunagu/contracts';

/**
 * How many people have lost or not found their seat, or gone from it, since a repair was worked out: it says nothing of them.
 * @param away who has a seat and is not in the room
 */
export const seatlessSince = ({ moves, unplaced }: Pick<RepairView, 'moves' | 'unplaced'>, now: readonly Pick<Unplaced, 'participantId'>[], away: readonly string[]): number => {
  const known = new Set([...moves, ...unplaced].map(({ participantId }) => participantId));
  const opened = new Set(moves.filter(({ toTeamId }) => toTeamId === null).map(({ participantId }) => participantId));
  return now.filter(({ participantId }) => !known.has(participantId)).length + away.filter((id) => !opened.has(id)).length;
};
