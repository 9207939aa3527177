import type { MovePreview } from '@tsunagu/contracts';
import type { EffectOfMove } from '@tsunagu/matching';

/** What one notification of PostgreSQL can carry, less its envelope. */
const MOST_BYTES = 7_600;
const round = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Effects as they are pushed: short enough for one notification, in the largest events without the single wishes. */
export function toMovePreview({ id: proposalId, version }: { id: string; version: number }, participantId: string, effects: readonly EffectOfMove[]): MovePreview {
  const wishes = Object.keys(effects[0]?.terms ?? {});
  const preview = (shown: string[]): MovePreview => ({
    proposalId, version, participantId, wishes: shown,
    effects: effects.map(({ objective, broken, terms }) => ({ objective: round(objective), broken: round(broken), terms: shown.map((wish) => round(terms[wish] ?? 0)) })),
  });
  const whole = preview(wishes);
  return Buffer.byteLength(JSON.stringify(whole)) <= MOST_BYTES ? whole : preview([]);
}
