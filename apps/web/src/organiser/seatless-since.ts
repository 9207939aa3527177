import type { RepairView, Unplaced } from '@tsunagu/contracts';

/** How many people have lost or not found their seat since a repair was worked out: it says nothing of them. */
export const seatlessSince = ({ moves, unplaced }: Pick<RepairView, 'moves' | 'unplaced'>, now: readonly Pick<Unplaced, 'participantId'>[]): number => {
  const known = new Set([...moves, ...unplaced].map(({ participantId }) => participantId));
  return now.filter(({ participantId }) => !known.has(participantId)).length;
};
