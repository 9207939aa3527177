import { describe, expect, it } from '@jest/globals';
import { makeJoinCode, readJoinCode } from './secrets.js';

describe('a join code', () => {
  it('is read as it was made', () => {
    const code = makeJoinCode();
    expect(readJoinCode(code)).toBe(code);
  });

  it.each([['abcd-efgh', 'ABCDEFGH'], ['ＡＢＣＤ ０123', 'ABCD0123'], ['oilo0011', '01100011']])('typed as %s is read as %s', (typed, code) => {
    expect(readJoinCode(typed)).toBe(code);
  });

  it.each(['', 'ABCDEFG', 'ABCDEFGHJ', 'UUUUUUUU', '\0', 'ABCDEFG\0', 'さかのまちさかのま'])('is not what reads %j', (typed) => {
    expect(readJoinCode(typed)).toBeNull();
  });
});
