import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPeople, graph } from '../../test/people.js';
import { buildEventIndex } from '../tags-to-similarity/event-index.js';
import { pairScore } from '../tags-to-similarity/score-pair.js';
import { pickHighest } from '../pick-highest.js';
import { scoreEveryone } from './score-everyone.js';

describe('scoring one person with everyone', () => {
  it('gives what scoring pair by pair gives', () => {
    fc.assert(fc.property(anyPeople(2, 12), (people) => {
      const index = buildEventIndex(graph, people);
      for (const { id } of people) {
        const person = index.get(id)!;
        const scores = scoreEveryone(index, person);
        for (const other of people) {
          const expected = other.id === id ? 0 : pairScore(index, id, other.id);
          expect(scores[index.get(other.id)!.place]).toBeCloseTo(expected, 10);
        }
      }
    }));
  });
});

describe('picking the highest values', () => {
  it('finds the places of the best positive values, as a full sort does', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 60 }), fc.nat(12), (list, count) => {
      const values = Float64Array.from(list);
      const picked = pickHighest(values, count).map((place) => values[place]).sort((a, b) => b - a);
      expect(picked).toEqual(list.filter((value) => value > 0).sort((a, b) => b - a).slice(0, count));
    }));
  });
});
