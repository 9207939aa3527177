import { isEverydayConcept } from '@tsunagu/contracts';
import type { StatementEntity } from './entities/index.js';

type Read = Pick<StatementEntity, 'id' | 'concept' | 'role' | 'evidence' | 'byHand' | 'hidden' | 'removed'>;

/** Read from the words of a tag and more, or from these words in another role or as what everyday words say: it would tell of the tag. What a whole sentence says is read from no words of its own, and takes nothing along. */
const tellsOf = (tag: Read, one: Read): boolean => !isEverydayConcept(tag.concept) && one.evidence.some(([from, to]) => tag.evidence.some(([start, end]) =>
  start < to && end > from && (isEverydayConcept(one.concept) || one.concept === tag.concept || (from <= start && end <= to && end - start < to - from))));

/**
 * Needs and offers that go out of sight, or come back, with a tag that their owner has hidden or removed: what was read from
 * its words would tell of it. One that they have shown or hidden themselves stays as they want it, and so does a tag beside it.
 * @returns those that change
 */
export function withheldWith(statements: readonly Read[]): { id: string; hidden: boolean }[] {
  const untold = statements.filter(({ byHand, hidden, removed }) => byHand && (hidden || removed));
  return statements.filter(({ role, byHand }) => role !== null && !byHand).flatMap((one) => {
    const hidden = untold.some((tag) => tellsOf(tag, one));
    return hidden === one.hidden ? [] : [{ id: one.id, hidden }];
  });
}
