import { describe, expect, it } from '@jest/globals';
import { withKeptApart } from './kept-apart.js';

describe('the rules of a service, with whom the event keeps apart', () => {
  it('follow its own, in confidence', () => {
    expect(withKeptApart({ count: 2, rules: [{ type: 'together', people: ['a', 'c'] }] }, [['a', 'b'], ['c', 'd', 'e']])).toEqual({
      count: 2,
      rules: [{ type: 'together', people: ['a', 'c'] }, { id: 'apart-1', confidential: true, type: 'apart', people: ['a', 'b'] }, { id: 'apart-2', confidential: true, type: 'apart', people: ['c', 'd', 'e'] }],
    });
  });

  it.each([{ rules: [{ id: 'apart-1', type: 'together' as const, people: ['a', 'c'] }] }, { wishes: [{ id: 'apart-1', type: 'theme' as const }] }])('take no id that it has given: %j', (rules) => {
    expect(withKeptApart(rules, [['a', 'b']]).rules!.at(-1)).toMatchObject({ id: '-apart-1', people: ['a', 'b'] });
  });
});
