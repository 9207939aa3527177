import { describe, expect, it } from '@jest/globals';
import { abovePoints, percentOf, points, signedPoints } from './points.js';

describe('points', () => {
  it('are hundredths with one decimal, changes always signed', () => {
    expect(points(0.581)).toBe('58.1');
    expect([0.02, -0.02, 0].map(signedPoints)).toEqual(['+2.0', '−2.0', '±0.0']);
  });

  it('of any score lie between 0 and 100', () => {
    expect([1.383, -1.304, 0.657].map(points)).toEqual(['100.0', '0.0', '65.7']);
    expect(signedPoints(57.997)).toBe('+100.0');
  });

  it('compare with random teams by difference, also where these are worth next to nothing or less', () => {
    expect([[0.943, 0.026], [0.943, 0], [0.943, -1.4], [-0.2, -0.4], [0.3, 0.5]].map(([value, baseline]) => signedPoints(abovePoints(value, baseline))))
      .toEqual(['+91.7', '+94.3', '+94.3', '±0.0', '−20.0']);
  });

  it('of wishes are whole per cent between 0 and 100', () => {
    expect([-2.72, 0.634, 1.2].map(percentOf)).toEqual([0, 63, 100]);
  });
});
