import type { EventIndex } from '../tags-to-similarity/event-index.js';
import type { RankedPerson } from './ranked-person.js';
import { scoreEveryone } from './score-everyone.js';

/**
 * Owners of the shown lists that a new or changed person visibly touches: the person stands in the list,
 * or now scores at least as much as its last line, or the list is shorter than `top`. Sorted by id.
 * A person who has left touches the lists in which they stood; one who moves what the whole room has in common touches all.
 */
export function listsToUpdate(index: EventIndex, id: string, shown: ReadonlyMap<string, readonly RankedPerson[]>, top: number): string[] {
  const person = index.get(id);
  const scores = person ? scoreEveryone(index, person) : undefined;
  const movesRoom = index.encounters.movesRoom(id);
  const touched: string[] = [];
  for (const [owner, list] of shown) {
    if (owner === id) continue;
    const place = index.get(owner)?.place;
    const score = scores && place !== undefined ? scores[place] : 0;
    const enters = person !== undefined && (list.length < top || score >= list[list.length - 1].score);
    if (movesRoom || enters || list.some((line) => line.id === id)) touched.push(owner);
  }
  return touched.sort();
}
