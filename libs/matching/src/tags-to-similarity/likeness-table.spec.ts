import { aspectBuckets, LikenessTable } from './likeness-table.js';

const tableOf = (...people: Record<string, number>[]): LikenessTable => {
  const table = new LikenessTable(aspectBuckets);
  people.forEach((features, place) => {
    const names = Object.keys(features).sort();
    table.add(place, names, names.map((name) => features[name]));
  });
  table.refresh();
  return table;
};

describe('LikenessTable', () => {
  it('is 1 for the same features, 0 for none in common, and symmetric between', () => {
    const table = tableOf({ sea: 1, food: 2 }, { sea: 2, food: 4 }, { care: 1 }, { sea: 1, care: 1 }, ...Array.from({ length: 30 }, () => ({})));
    expect(table.likeness(0, 1)).toBeCloseTo(1);
    expect(table.likeness(0, 2)).toBe(0);
    expect(table.likeness(0, 3)).toBeCloseTo(1 / Math.sqrt(5) / Math.sqrt(2));
    expect(table.likeness(3, 0)).toBe(table.likeness(0, 3));
  });

  it('gives the same to all at once as pair by pair, and after somebody has left', () => {
    const table = tableOf({ sea: 1, food: 0.5 }, { food: 2, care: 1 }, { sea: 3 });
    expect([...table.likenessWithAll(0, 3)].slice(1)).toEqual([table.likeness(0, 1), table.likeness(0, 2)]);
    table.remove(2);
    table.refresh();
    expect([...table.likenessWithAll(0, 3)].slice(1)).toEqual([expect.closeTo(table.likeness(0, 1), 12), 0]);
    expect(table.has(2)).toBe(false);
  });

  it('counts for little what most people have, and names first what joins two people most', () => {
    const crowd = Array.from({ length: 10 }, () => ({ town: 1 }));
    const table = tableOf({ town: 3, sea: 1 }, { town: 3, sea: 1 }, ...crowd);
    expect(table.dampingOf('town')).toBe(0.15);
    expect(table.commonFeatures(0, 1)).toEqual(['sea', 'town']);
    expect(table.commonFeatures(0, 2)).toEqual(['town']);
  });
});
