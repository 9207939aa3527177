import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dampFrequent } from './damp-frequent.js';

describe('damping of frequent concepts', () => {
  it('leaves what few people hold at full weight', () => {
    expect(dampFrequent(2, 3)).toBe(1);
    expect(dampFrequent(10, 100)).toBe(1);
  });

  it('never raises the weight of a concept when one more person holds it', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), (people, holders) => {
      expect(dampFrequent(holders + 1, people)).toBeLessThanOrEqual(dampFrequent(holders, people));
    }));
  });

  it('moves in few steps, so that most arrivals move no score', () => {
    const values = new Set(Array.from({ length: 1000 }, (_, holders) => dampFrequent(holders, 1000)));
    expect(values.size).toBe(4);
  });
});
