import { describe, expect, it } from '@jest/globals';
import { cleanCode, readRoute } from './route.js';

describe('the attendee’s addresses', () => {
  it.each([
    ['/', '', { page: 'find' }],
    ['/j/K7M2Q9XD', '', { page: 'join', code: 'K7M2Q9XD' }],
    ['/e/1111', '#team', { page: 'own', eventId: '1111' }],
    ['/r', '#secret', { page: 'return', secret: 'secret' }],
    ['/r', '', { page: 'find' }],
    ['/j/%E3', '', { page: 'find' }],
    ['/e/%E3%81', '', { page: 'find' }],
    ['/j/%4B7M2Q9XD', '', { page: 'join', code: 'K7M2Q9XD' }],
    ['/elsewhere', '', { page: 'find' }],
  ])('%s%s', (path, hash, route) => {
    expect(readRoute(path, hash)).toEqual(route);
  });

  it.each([['k7m2-q9xd', 'K7M2Q9XD'], ['Ｋ７Ｍ２ Ｑ９ＸＤ', 'K7M2Q9XD'], ['oil0', '0110']])('a code typed as %s is %s', (typed, code) => {
    expect(cleanCode(typed)).toBe(code);
  });
});
