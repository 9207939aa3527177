import { describe, expect, it } from '@jest/globals';
import { pool, tellsStory, withoutScenery } from './pool-likelihoods.js';

describe('two likelihoods as one', () => {
  it('lies between both, nearer to the weights, and is either where they agree', () => {
    expect(pool(0.9, 0.9)).toBeCloseTo(0.9);
    expect(pool(0.9, 0.1)).toBeCloseTo(1 / (1 + 9 ** 0.2));
    expect(pool(0.1, 0.9)).toBeCloseTo(1 - pool(0.9, 0.1));
  });

  it('leaves either a say where the other is certain', () => {
    expect(pool(1, 0)).toBeCloseTo(1 / (1 + 9999 ** 0.2));
    expect(pool(1, 0.01)).toBeGreaterThan(pool(0.5, 0.01));
  });
});

describe('a story', () => {
  it('has fewer tags than two in a hundred characters', () => {
    expect([tellsStory(1, 'あ'.repeat(51)), tellsStory(1, 'あ'.repeat(50)), tellsStory(3, 'あ'.repeat(151)), tellsStory(0, '')]).toEqual([true, false, true, false]);
  });

  const left = (...likelihoods: number[]) => withoutScenery(likelihoods.map((pooled) => ({ pooled }))).map(({ pooled }) => pooled);
  it('keeps what is sure, and of the rest the surest where it is likelier than not', () => {
    expect(left(0.69, 0.9, 0.7, 0.3)).toEqual([0.9, 0.7]);
    expect(left(0.4, 0.6, 0.5, 0.6)).toEqual([0.6]);
    expect(left(0.4, 0.49)).toEqual([]);
    expect(left()).toEqual([]);
  });
});
