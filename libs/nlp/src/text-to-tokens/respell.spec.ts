import { describe, expect, it } from '@jest/globals';
import { respell } from './respell.js';

const clean = (text: string) => ({ text, starts: [...text].map((_, at) => at), ends: [...text].map((_, at) => at + 1) });

describe('an activity named by its bare verb', () => {
  it.each([['歌うのが好き', '歌が好き'], ['走ることは得意', 'ランニングは得意'], ['本を読むのが好き', '本を読むのが好き'], ['歌う人が好き', '歌う人が好き']])('%s → %s', (given, read) => {
    expect(respell(clean(given)).text).toBe(read);
  });

  it('still points at the words that were written', () => {
    const { starts, ends } = respell(clean('朝は走るのが好き'));
    expect([starts[2], ends[2]]).toEqual([2, 5]);
  });
});
