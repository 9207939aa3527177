import { describe, expect, it } from '@jest/globals';
import { wordSizes } from './word-sizes.js';

const area = { width: 1_200, height: 700 };
const word = (label: string, count: number) => ({ label, count });

describe('sizes of words on the wall', () => {
  it('grow with the count', () => {
    const sizes = wordSizes([word('農業', 1), word('防災', 4), word('見守り', 9)], area);
    expect(sizes[0]).toBeLessThan(sizes[1]!);
    expect(sizes[1]).toBeLessThan(sizes[2]!);
  });

  it('leave room for all of many words', () => {
    const words = Array.from({ length: 50 }, (_, place) => word('まちづくりの活動', 50 - place));
    const filled = wordSizes(words, area).reduce((sum, size) => sum + size * size * 8, 0);
    expect(filled).toBeLessThan(0.6 * area.width * area.height);
  });

  it('keep the longest word inside of the width', () => {
    expect(wordSizes([word('あ'.repeat(20), 3)], { width: 800, height: 700 })[0]! * 20).toBeLessThanOrEqual(800);
  });

  it('are larger for the narrow letters of Latin than for as many of Japanese', () => {
    const [japanese, english] = ['あ'.repeat(20), 'a'.repeat(20)].map((label) => wordSizes([word(label, 3)], { width: 800, height: 700 })[0]!);
    expect(english).toBeGreaterThan(japanese! * 1.5);
    expect(english! * 20 * 0.6).toBeLessThanOrEqual(800);
  });

  it('stay readable from afar, and within bounds for a single word', () => {
    expect(Math.min(...wordSizes(Array.from({ length: 60 }, () => word('地域包括支援', 2)), { width: 400, height: 300 }))).toBe(18);
    expect(wordSizes([word('木', 2)], area)).toEqual([120]);
  });
});
