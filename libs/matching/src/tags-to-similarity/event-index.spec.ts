import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPeople, graph } from '../../test/people.js';
import type { MatchPerson } from '../people.js';
import { rankCandidates } from '../rank-candidates.js';
import { buildEventIndex, EventIndex } from './event-index.js';

interface Change {
  at: number;
  leaves: boolean;
}

const anyChanges = fc.array(fc.record({ at: fc.nat(), leaves: fc.boolean() }), { maxLength: 20 });

/** An index that saw people come, go and change, asked in between; and who is there at the end. */
function liveThrough(people: MatchPerson[], texts: MatchPerson[], changes: Change[]): { warm: EventIndex; present: MatchPerson[] } {
  const warm = new EventIndex(graph);
  const present = new Map<string, MatchPerson>();
  const put = (one: MatchPerson): void => {
    warm.upsert(one);
    present.set(one.id, one);
  };
  people.forEach(put);
  changes.forEach(({ at, leaves }, step) => {
    const { id } = people[at % people.length];
    if (leaves) {
      warm.remove(id);
      present.delete(id);
    } else put({ ...texts[step % texts.length], id });
    const [someone] = present.keys();
    if (someone) rankCandidates(warm, someone);
  });
  return { warm, present: [...present.values()] };
}

describe('the event index', () => {
  it('answers warm, after any arrivals, changes and departures, exactly as cold', () => {
    fc.assert(fc.property(anyPeople(1, 10), anyPeople(1, 10), anyChanges, (people, texts, changes) => {
      const { warm, present } = liveThrough(people, texts, changes);
      const cold = buildEventIndex(graph, present);
      expect(warm.ids()).toEqual(cold.ids());
      for (const { id } of present) expect(rankCandidates(warm, id)).toEqual(rankCandidates(cold, id));
    }), { numRuns: 150 });
  });

  it('forgets a person who is removed and ignores one it never knew', () => {
    const index = buildEventIndex(graph, [{ id: 'a', statements: [], jackets: [] }]);
    index.remove('a');
    index.remove('nobody');
    expect(index.size).toBe(0);
    expect(index.get('a')).toBeUndefined();
  });
});
