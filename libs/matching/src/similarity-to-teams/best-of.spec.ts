import { describe, expect, it } from '@jest/globals';
import { bestOf } from './best-of.js';
import { seededRandom } from './seeded-random.js';

describe('the highest values', () => {
  it('are those that sorting all would put first', () => {
    const random = seededRandom(3);
    for (let run = 0; run < 200; run++) {
      const values = Float64Array.from({ length: 1 + random.below(30) }, () => (random.below(4) === 0 ? -Infinity : random.below(9) - 4));
      const count = 1 + random.below(12);
      expect([...bestOf(values, count)]).toEqual([...values].sort((a, b) => b - a).slice(0, count));
    }
  });
});
