import { describe, expect, it } from '@jest/globals';
import { aboveRandom, isBelowZero, isShown, percentOf, points, shownChange, signedPoints, signedShare } from './points.js';

describe('points', () => {
  it('are hundredths with one decimal, changes always signed', () => {
    expect(points(0.581)).toBe('58.1');
    expect([0.02, -0.02, 0].map(signedPoints)).toEqual(['+2.0', '−2.0', '±0.0']);
  });

  it('of any score are 100 at most, and below 0 what they are', () => {
    expect([1.383, -1.304, 0.657, -0.0004, -0].map(points)).toEqual(['100.0', '−130.4', '65.7', '0.0', '0.0']);
  });

  it('tell whether a difference is one on the screen', () => {
    expect([0.0006, -0.0006, 0.0004, -0.0004, 0].map(isShown)).toEqual([true, true, false, false, false]);
  });

  it('tell whether they are below 0, as they are shown', () => {
    expect([-6.594, -0.0006, -0.0004, 0, 0.4].map(isBelowZero)).toEqual([true, true, false, false, false]);
  });

  it('of a wish’s change stay in the 0 to 100 that are shown of it', () => {
    expect([57.997, -2.7, 0.12].map(signedShare)).toEqual(['+100.0%', '−100.0%', '+12.0%']);
  });

  it('compare with random teams by difference, also where these are worth next to nothing or less', () => {
    expect([[0.943, 0.026], [0.943, 0], [0.943, -1.4], [-0.2, -0.4], [0.3, 0.5]].map(([objective, baseline]) => signedPoints(aboveRandom({ objective, baseline })!)))
      .toEqual(['+91.7', '+94.3', '+234.3', '+20.0', '−20.0']);
    expect([aboveRandom({ objective: null, baseline: 0.1 }), aboveRandom({ objective: 0.1, baseline: null })]).toEqual([undefined, undefined]);
  });

  it('add up as they are shown, however they were rounded', () => {
    expect(points(0.6144)).toBe('61.4');
    expect(points(0.1496)).toBe('15.0');
    expect(signedPoints(aboveRandom({ objective: 0.6144, baseline: 0.1496 })!)).toBe('+46.4');
    expect(signedPoints(shownChange(0.6144, 0.5852))).toBe('−2.9');
    expect(signedPoints(shownChange(0.5, 0.50001))).toBe('±0.0');
  });

  it('of wishes are whole per cent between 0 and 100', () => {
    expect([-2.72, 0.634, 1.2].map(percentOf)).toEqual([0, 63, 100]);
  });
});
