import { describe, expect, it } from '@jest/globals';
import { showProgress } from './progress.js';

/** What is written while 100 things take half a second each. */
function written(isTTY: boolean, eachMs = 500): string[] {
  const lines: string[] = [];
  let now = 0;
  const progress = showProgress('読んでいます / reading', 100, { isTTY, write: (text) => lines.push(text) }, () => now);
  for (let done = 1; done <= 100; done++) {
    now += eachMs;
    progress(done);
  }
  return lines;
}

describe('progress of a long command', () => {
  it('is one line on a terminal, gone in the end', () => {
    const lines = written(true);
    expect(lines).toHaveLength(100);
    expect(lines[41]).toBe('\u001b[Ktsunagu: 読んでいます / reading: 42 / 100\r');
    expect(lines.at(-1)).toBe('\u001b[K');
  });

  it('is a line every ten seconds in a log', () => {
    expect(written(false)).toEqual([20, 40, 60, 80].map((done) => `tsunagu: 読んでいます / reading: ${done} / 100\n`));
  });

  it('is nothing where nobody has to wait', () => {
    expect(written(false, 1)).toEqual([]);
  });
});
