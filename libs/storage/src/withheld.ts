import type { StatementEntity } from './entities/index.js';

type Read = Pick<StatementEntity, 'id' | 'role' | 'evidence' | 'byHand' | 'hidden' | 'removed'>;

const overlap = (a: Read, b: Read): boolean => a.evidence.some(([from, to]) => b.evidence.some(([start, end]) => start < to && end > from));

/**
 * Needs and offers that go out of sight, or come back, with a tag that their owner has hidden or removed: what was read from
 * the same words would tell of it. One that they have shown or hidden themselves stays as they want it.
 * @returns those that change
 */
export function withheldWith(statements: readonly Read[]): { id: string; hidden: boolean }[] {
  const untold = statements.filter(({ byHand, hidden, removed }) => byHand && (hidden || removed));
  return statements.filter(({ role, byHand }) => role !== null && !byHand).flatMap((one) => {
    const hidden = untold.some((other) => overlap(one, other));
    return hidden === one.hidden ? [] : [{ id: one.id, hidden }];
  });
}
