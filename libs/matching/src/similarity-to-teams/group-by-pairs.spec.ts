import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupByPairs } from './group-by-pairs.js';
import type { Grouping } from './pair-board.js';
import { seededRandom } from './seeded-random.js';

const randomGrouping = (elements: number, min: number[], max: number[], seed: number, density = 1): Grouping => {
  const random = seededRandom(seed);
  const values = new Float64Array(elements * elements);
  for (let i = 0; i < elements; i++) {
    for (let j = i + 1; j < elements; j++) values[i * elements + j] = values[j * elements + i] = random.unit() < density ? random.below(1000) / 10 : 0;
  }
  return { elements, values, min, max };
};

/** The best value of all divisions, by trying them. */
const bestByTrying = ({ elements, values, min, max }: Grouping): number => {
  const groups: number[][] = min.map(() => []);
  const visit = (element: number, value: number): number => {
    if (element === elements) return groups.every((group, at) => group.length >= min[at]) ? value : -Infinity;
    return groups.reduce((best, group, at) => {
      if (group.length === max[at]) return best;
      const more = group.reduce((sum, other) => sum + values[element * elements + other], 0);
      group.push(element);
      const found = visit(element + 1, value + more);
      group.pop();
      return Math.max(best, found);
    }, -Infinity);
  };
  return visit(0, 0);
};

describe('groupByPairs', () => {
  it('finds the best division of small instances, with fixed and with free sizes', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const fixed = randomGrouping(8, [4, 4], [4, 4], seed);
      const free = randomGrouping(8, [2, 2, 2], [4, 4, 4], seed);
      expect(groupByPairs(fixed, { iterations: 20_000 }).value).toBeCloseTo(bestByTrying(fixed), 6);
      expect(groupByPairs(free, { iterations: 20_000 }).value).toBeCloseTo(bestByTrying(free), 6);
    }
  });

  it('puts every element in exactly one group of an allowed size', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 8 }), fc.nat(), (elements, groups, seed) => {
      const even = Math.floor(elements / groups);
      const grouping = randomGrouping(elements, Array<number>(groups).fill(Math.max(0, even - 1)), Array<number>(groups).fill(even + 1), seed, 0.3);
      const result = groupByPairs(grouping, { seed, iterations: 2000 });
      expect(result.groups.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: elements }, (_, at) => at));
      for (const group of result.groups) expect(Math.abs(group.length - even)).toBeLessThanOrEqual(1);
    }), { numRuns: 300 });
  });

  it('gives the same groups for the same seed and iterations, and never less for more iterations', () => {
    const grouping = randomGrouping(30, Array<number>(5).fill(6), Array<number>(5).fill(6), 7);
    let before = -Infinity;
    for (const iterations of [100, 1000, 5000, 20_000, 100_000]) {
      const result = groupByPairs(grouping, { seed: 3, iterations });
      expect(groupByPairs(grouping, { seed: 3, iterations }).groups).toEqual(result.groups);
      expect(result.value).toBeGreaterThanOrEqual(before);
      before = result.value;
    }
  });

  it('answers alike whether the caller or the number of iterations ends it', () => {
    const grouping = randomGrouping(40, Array<number>(10).fill(4), Array<number>(10).fill(4), 11, 0.2);
    let asked = 0;
    const stopped = groupByPairs(grouping, { seed: 2, shouldStop: () => ++asked > 20 });
    expect(groupByPairs(grouping, { seed: 2, iterations: stopped.iterations }).groups).toEqual(stopped.groups);
  });

  it('ends at once where there is nothing to divide', () => {
    expect(groupByPairs(randomGrouping(3, [3], [3], 1), { iterations: 1000 }).groups).toEqual([[0, 1, 2]]);
  });

  it('refuses sizes that cannot hold the elements', () => {
    expect(() => groupByPairs(randomGrouping(5, [1, 1], [2, 2], 1))).toThrow(RangeError);
  });
});
