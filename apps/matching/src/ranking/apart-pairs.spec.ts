import { describe, expect, it } from '@jest/globals';
import { apartPairs } from './apart-pairs.js';

describe('people whom a rule keeps apart', () => {
  it('each of them is kept from every other, over several rules', () => {
    const pairs = apartPairs({ rules: [{ type: 'apart', people: ['a', 'b', 'c'] }, { type: 'apart', people: ['a', 'd'] }, { type: 'together', people: ['b', 'e'] }] });
    expect([...pairs.get('a')!].sort()).toEqual(['b', 'c', 'd']);
    expect([...pairs.get('d')!]).toEqual(['a']);
    expect(pairs.has('e')).toBe(false);
  });

  it('people who know each other, and members of one team, need no introduction', () => {
    const pairs = apartPairs(null, [['a', 'b'], ['b', 'c', 'd']]);
    expect([...pairs.get('b')!].sort()).toEqual(['a', 'c', 'd']);
    expect([...pairs.get('a')!]).toEqual(['b']);
  });

  it.each([null, {}, { rules: 'x' }, { rules: [null, { type: 'apart' }, { type: 'apart', people: [1] }] }])('a document without such rules keeps nobody apart: %j', (document) => {
    expect(apartPairs(document).size).toBe(0);
  });
});
