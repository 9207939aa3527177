import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { relativePairs } from './relative-pairs.js';

const matrix = (rows: number[][]): Float64Array => Float64Array.from(rows.flat());

describe('pair values beside what the two could have', () => {
  it('count a modest match of two whom few suit as much as a high one of two whom many suit', () => {
    const pairs = relativePairs(matrix([[0, 0.9, 0, 0], [0.9, 0, 0, 0], [0, 0, 0, 0.1], [0, 0, 0.1, 0]]), 4, 1);
    expect(pairs[1]).toBeCloseTo(1, 12);
    expect(pairs[11]).toBeCloseTo(1, 12);
  });

  it('stay symmetric, keep their sign, and do not mind the scale', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 8 }), fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 }), fc.integer({ min: 1, max: 4 }), (n, numbers, partners) => {
      const pairs = new Float64Array(n * n);
      for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) pairs[a * n + b] = pairs[b * n + a] = Math.round(numbers[a * 8 + b] * 100) / 100;
      const result = relativePairs(pairs.slice(), n, partners);
      const scaled = relativePairs(pairs.map((value) => value * 7), n, partners);
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < n; b++) {
          expect(result[a * n + b]).toBeCloseTo(result[b * n + a], 12);
          expect(Math.sign(result[a * n + b])).toBe(Math.sign(pairs[a * n + b]));
          const known = [a, b].every((one) => pairs.slice(one * n, (one + 1) * n).some((value) => value > 0));
          if (known) expect(scaled[a * n + b]).toBeCloseTo(result[a * n + b], 9);
        }
      }
    }), { numRuns: 300 });
  });
});
