import type { MovePreview } from '@tsunagu/contracts';
import type { EffectOfMove } from '@tsunagu/matching';

/** What one notification of PostgreSQL can carry, less its envelope. */
const MOST_BYTES = 7_600;
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Effects as they are pushed: short enough for one notification, in large events without the single wishes; null where that is too long too. */
export function toMovePreview({ id: proposalId, version }: { id: string; version: number }, participantId: string, effects: readonly EffectOfMove[]): MovePreview | null {
  const preview = (wishes: string[]): MovePreview => ({
    proposalId, version, participantId, wishes,
    effects: effects.map(({ objective, broken, terms }) => [round(objective), round(broken), ...wishes.map((wish) => round(terms[wish] ?? 0))]),
  });
  const fits = (one: MovePreview): boolean => Buffer.byteLength(JSON.stringify(one)) <= MOST_BYTES;
  return [preview(Object.keys(effects[0]?.terms ?? {})), preview([])].find(fits) ?? null;
}
