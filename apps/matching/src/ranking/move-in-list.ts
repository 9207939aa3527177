import type { RankedPerson } from '@tsunagu/matching';

/** Whoever has something in common scores at least this; people without follow in another order, which only a ranking knows. */
const LEAST_GROUNDED = 0.01;

const byScore = (a: RankedPerson, b: RankedPerson): number => b.score - a.score || (a.id < b.id ? -1 : 1);

/**
 * A list in which some people have come, changed or gone, without ranking everybody again.
 * @param list the list as it is, best first
 * @param moving who comes, changes or goes
 * @param scores of those of them who are there now
 * @param top how long a list is where there are enough people
 * @returns the new list, or undefined where somebody who is not on it might belong there
 */
export function moveInList(list: readonly RankedPerson[], moving: readonly string[], scores: readonly RankedPerson[], top: number): RankedPerson[] | undefined {
  if (scores.some(({ score }) => score <= 0)) return undefined;
  const staying = list.filter(({ id }) => !moving.includes(id));
  const entering = scores.map(({ id, score }) => ({ id, score: Math.max(score, LEAST_GROUNDED) }));
  const moved = [...staying, ...entering].sort(byScore).slice(0, top);
  if (list.length < top || staying.length === list.length) return moved;
  // somebody left a full list or changed: who was just below it is not known, but scored no more than its last line
  const floor = list[list.length - 1].score;
  return moved.length === top && moved[top - 1].score >= floor ? moved : undefined;
}
