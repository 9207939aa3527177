import { describe, expect, it } from '@jest/globals';
import { percentBetter, points, signedPoints } from './points.js';

describe('points', () => {
  it('are hundredths with one decimal, changes always signed', () => {
    expect(points(0.581)).toBe('58.1');
    expect([0.02, -0.02, 0].map(signedPoints)).toEqual(['+2.0', '−2.0', '±0.0']);
  });

  it('of any score lie between 0 and 100', () => {
    expect([1.383, -1.304, 0.657].map(points)).toEqual(['100.0', '0.0', '65.7']);
    expect(signedPoints(57.997)).toBe('+100.0');
  });

  it('compare with random teams where there are any', () => {
    expect(percentBetter(0.6, 0.4)).toBe(50);
    expect(percentBetter(0.6, 0)).toBeUndefined();
  });
});
