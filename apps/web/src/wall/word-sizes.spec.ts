import { describe, expect, it } from '@jest/globals';
import { wordSizes } from './word-sizes.js';

describe('sizes of words on the wall', () => {
  it('grow with the count and stay between the smallest and the largest', () => {
    const sizes = wordSizes([1, 4, 9], { width: 1_000, height: 600 });
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sizes[2]).toBe(120);
    expect(sizes[0]).toBeGreaterThanOrEqual(26);
  });

  it('fit a small area', () => {
    expect(Math.max(...wordSizes([5, 1], { width: 140, height: 100 }))).toBeLessThanOrEqual(20);
  });
});
