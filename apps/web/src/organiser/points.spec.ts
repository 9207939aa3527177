import { describe, expect, it } from '@jest/globals';
import { percentBetter, points, signedPoints } from './points.js';

describe('points', () => {
  it('are hundredths with one decimal, changes always signed', () => {
    expect(points(0.581)).toBe('58.1');
    expect([0.02, -0.02, 0].map(signedPoints)).toEqual(['+2.0', '−2.0', '±0.0']);
  });

  it('compare with random teams where there are any', () => {
    expect(percentBetter(0.6, 0.4)).toBe(50);
    expect(percentBetter(0.6, 0)).toBeUndefined();
  });
});
