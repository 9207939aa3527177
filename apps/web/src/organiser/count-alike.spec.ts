import { describe, expect, it } from '@jest/globals';
import { countAlike } from './count-alike.js';
import { inRequests } from './register-people.js';

describe('feature 8: a list of which some have joined', () => {
  const joined = [{ nickname: '花子', affiliation: '茶道部' }, { nickname: 'ジロー', affiliation: null }];

  it('counts who bears name and affiliation of somebody there, however the letters are put together', () => {
    expect(countAlike([{ nickname: '花子', affiliation: '茶道部' }, { nickname: '花子', affiliation: '書道部' }, { nickname: 'シ\u3099ロー', affiliation: '' }], joined)).toBe(2);
  });

  it('goes out in parts, each of twenty people and under the size of a request at most, in order and whole', () => {
    const short = Array.from({ length: 45 }, (_, n) => ({ nickname: `人${n}` }));
    expect(inRequests(short).map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(inRequests(short).flat()).toEqual(short);
    const long = Array.from({ length: 12 }, (_, n) => ({ nickname: `人${n}`, introduction: '𠮷'.repeat(1_000) }));
    for (const part of inRequests(long)) expect(Buffer.byteLength(JSON.stringify({ people: part }))).toBeLessThan(32 * 1024);
    expect(inRequests(long).flat()).toEqual(long);
    expect(inRequests([])).toEqual([]);
  });
});
