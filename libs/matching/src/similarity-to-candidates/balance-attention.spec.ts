import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { balanceAttention } from './balance-attention.js';
import type { RankedPerson } from './ranked-person.js';

const idOf = (number: number): string => `p${String(number).padStart(2, '0')}`;

/** Full lists of n people in which everybody scores the first ones highest. */
function starLists(n: number): Map<string, RankedPerson[]> {
  const ids = Array.from({ length: n }, (_, number) => idOf(number));
  return new Map(ids.map((owner) => [owner, ids.filter((id) => id !== owner).map((id) => ({ id, score: 1 / (1 + Number(id.slice(1))) }))]));
}

const anyLists: fc.Arbitrary<Map<string, RankedPerson[]>> = fc.integer({ min: 2, max: 14 }).chain((n) =>
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }).map((scores) =>
    new Map(Array.from({ length: n }, (_, a) => [idOf(a), Array.from({ length: n }, (_, b) => ({ id: idOf(b), score: scores[Math.min(a, b) * n + Math.max(a, b)] }))
      .filter(({ id }) => id !== idOf(a)).sort((x, y) => y.score - x.score || (x.id < y.id ? -1 : 1))]))));

const attention = (lists: ReadonlyMap<string, RankedPerson[]>, depth: number): Map<string, number> => {
  const seen = new Map<string, number>();
  for (const list of lists.values()) for (const { id } of list.slice(0, depth)) seen.set(id, (seen.get(id) ?? 0) + 1);
  return seen;
};

describe('feature 31: attention is balanced over the event', () => {
  it('nobody is in no list', () => {
    expect(attention(starLists(20), 5).size).toBeLessThan(20);
    expect(attention(balanceAttention(starLists(20)), 5).size).toBe(20);
    fc.assert(fc.property(anyLists, (lists) => {
      expect(attention(balanceAttention(lists, { depth: 3 }), 3).size).toBe(lists.size);
    }));
  });

  it('nobody takes more than the given share of the first places, except as mutual best', () => {
    const lists = starLists(40);
    const most = Math.max(...attention(balanceAttention(lists, { share: 0.2 }), 5).values());
    expect(Math.max(...attention(lists, 5).values())).toBe(39);
    expect(most).toBeLessThanOrEqual(0.2 * 40 + 1);
  });

  it('two people who are each other\'s best stay so', () => {
    fc.assert(fc.property(anyLists, (lists) => {
      const balanced = balanceAttention(lists, { depth: 2, share: 0.1 });
      for (const [owner, [best]] of lists) {
        if (lists.get(best.id)![0].id === owner) expect(balanced.get(owner)!.slice(0, 2)).toContainEqual(best);
      }
    }));
  });

  it('every list keeps its people, and the chosen ones stand by score', () => {
    fc.assert(fc.property(anyLists, (lists) => {
      for (const [owner, list] of balanceAttention(lists, { depth: 3 })) {
        expect([...list].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...lists.get(owner)!].sort((a, b) => (a.id < b.id ? -1 : 1)));
        const first = list.slice(0, 3).map(({ score }) => score);
        expect(first).toEqual([...first].sort((a, b) => b - a));
      }
    }));
  });

  it('gives the same lists in whatever order it is given them', () => {
    fc.assert(fc.property(anyLists, (lists) => {
      const turned = new Map([...lists].reverse());
      expect(balanceAttention(turned)).toEqual(balanceAttention(lists));
    }));
  });

  it('leaves lists alone where attention is already even', () => {
    const ring = new Map(Array.from({ length: 12 }, (_, a) => [idOf(a), [1, 2, 3, 4, 5, 6].map((step) => ({ id: idOf((a + step) % 12), score: 1 / step }))]));
    expect(balanceAttention(ring, { share: 0.5 })).toEqual(ring);
  });
});
