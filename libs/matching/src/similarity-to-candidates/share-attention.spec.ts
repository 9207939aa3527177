import { describe, expect, it } from '@jest/globals';
import type { RankedPerson } from './ranked-person.js';
import { ownOrder, shareAttention } from './share-attention.js';

const TOP = 8;
const idOf = (number: number): string => `p${String(number).padStart(2, '0')}`;

/** Everybody scores the first people highest, so that short lists name the same few and nobody else. */
function starLists(n: number): Map<string, RankedPerson[]> {
  const ids = Array.from({ length: n }, (_, number) => idOf(number));
  const score = (a: string, b: string): number => 1 / (1 + Math.min(Number(a.slice(1)), Number(b.slice(1)))) - Math.max(Number(a.slice(1)), Number(b.slice(1))) / 10_000;
  return new Map(ids.map((owner) => [owner, ids.filter((id) => id !== owner).map((id) => ({ id, score: score(owner, id) })).sort((a, b) => b.score - a.score).slice(0, TOP)]));
}

describe('feature 31: attention shared over short lists', () => {
  const lists = starLists(20);
  const shown = shareAttention(lists, TOP, { depth: 3, share: 0.25 });

  it('whoever stands in no list is a guest somewhere', () => {
    expect(new Set([...lists.values()].flat().map(({ id }) => id)).size).toBeLessThan(11);
    expect(new Set([...shown.values()].flat().map(({ id }) => id)).size).toBe(20);
    const first = (all: ReadonlyMap<string, RankedPerson[]>): number => new Set([...all.values()].flatMap((list) => list.slice(0, 3)).map(({ id }) => id)).size;
    expect(first(lists)).toBe(4);
    expect(first(shown)).toBeGreaterThanOrEqual(19);
  });

  it('nobody takes more of the first places than their share, and guests are spread over their hosts', () => {
    const seen = new Map<string, number>();
    for (const list of shown.values()) for (const { id } of list.slice(0, 3)) seen.set(id, (seen.get(id) ?? 0) + 1);
    const before = [...lists.values()].filter((list) => list.slice(0, 3).some(({ id }) => id === 'p00')).length;
    expect(before).toBe(19);
    expect(Math.max(...seen.values())).toBeLessThan(before);
    expect(Math.max(...[...shown.values()].map((list) => list.length))).toBeLessThanOrEqual(TOP + 4);
  });

  it('the own lists can be read off the shown ones, so a process that knows only those goes on alike', () => {
    const own = new Map([...shown].map(([owner, list]) => [owner, ownOrder(list, TOP)]));
    expect(own).toEqual(lists);
    expect(shareAttention(own, TOP, { depth: 3, share: 0.25 })).toEqual(shown);
  });

  it('holds too where a guest scores more by their own fresh list than the last line of an older list', () => {
    const older = new Map(lists).set('p19', lists.get('p19')!.map(({ id, score }) => ({ id, score: score + 1 })));
    const list = shareAttention(older, TOP, { depth: 3, share: 0.25 });
    expect([...list.values()].flat().filter(({ id }) => id === 'p19')).toHaveLength(1);
    for (const [owner, lines] of list) expect(ownOrder(lines, TOP)).toEqual(older.get(owner));
  });

  it('does not depend on the order of the lists', () => {
    expect(shareAttention(new Map([...lists].reverse()), TOP, { depth: 3, share: 0.25 })).toEqual(shown);
  });

  it('has no guests where lists name everybody', () => {
    const three = new Map(['a', 'b', 'c'].map((owner) => [owner, ['a', 'b', 'c'].filter((id) => id !== owner).map((id) => ({ id, score: 0.5 }))]));
    expect(shareAttention(three, TOP)).toEqual(three);
  });

  describe('whoever would like to meet somebody', () => {
    const hellos = new Map([['p02', ['p19', 'p18', 'p01', 'stranger']], ['p03', ['p12', 'p13', 'p14', 'p15', 'p16', 'p17']], ['nobody', ['p01']]]);
    const greeted = shareAttention(lists, TOP, { depth: 3, share: 0.25, hellos });
    const placesOf = (owner: string, ids: string[]): number[] => ids.map((id) => greeted.get(owner)!.findIndex((line) => line.id === id));

    it('stands on that one\'s list, behind the first places and before the others', () => {
      expect(lists.get('p02')!.map(({ id }) => id)).toEqual(expect.not.arrayContaining(['p18', 'p19']));
      expect(lists.get('p02')!.map(({ id }) => id)).toContain('p01');
      expect(greeted.get('p02')).toHaveLength(TOP + 2);
      for (const place of placesOf('p02', ['p18', 'p19'])) expect(place).toBeLessThan(5);
    });

    it('if somebody sees them elsewhere, not in the place of those who stand first there', () => {
      const ids = Array.from({ length: 20 }, (_, number) => idOf(number));
      const ring = new Map(ids.map((owner, at) => [owner, Array.from({ length: TOP }, (_, far) => ({ id: ids[(at + far + 1) % 20], score: 1 - far / 10 }))]));
      const list = (hellos: Map<string, string[]>): string[] => shareAttention(ring, TOP, { depth: 3, share: 0.25, hellos }).get('p00')!.map(({ id }) => id);
      const alone = list(new Map());
      expect(list(new Map([['p00', ['p12', 'p15']]]))).toEqual([...alone.slice(0, 3), 'p12', 'p15', ...alone.slice(3)]);
    });

    it('with at most four others', () => {
      expect(greeted.get('p03')!.filter(({ id }) => hellos.get('p03')!.includes(id) && !lists.get('p03')!.some((line) => line.id === id))).toHaveLength(5);
    });

    it('stands there without moving anybody\'s own list', () => {
      for (const [owner, list] of greeted) expect(ownOrder(list, TOP)).toEqual(lists.get(owner));
      expect(shareAttention(new Map([...greeted].map(([owner, list]) => [owner, ownOrder(list, TOP)])), TOP, { depth: 3, share: 0.25, hellos })).toEqual(greeted);
    });

    it('is not added where all stand already', () => {
      const three = new Map(['a', 'b', 'c'].map((owner) => [owner, ['a', 'b', 'c'].filter((id) => id !== owner).map((id) => ({ id, score: 0.5 }))]));
      expect(shareAttention(three, TOP, { hellos: new Map([['a', ['b', 'c']]]) })).toEqual(three);
    });
  });
});
