import { describe, expect, it } from '@jest/globals';
import { ownName } from './own-name.js';

describe('a team’s own name', () => {
  it.each([['チーム3', ''], ['Team 3', ''], ['チーム30', 'チーム30'], ['見守り隊', '見守り隊'], ['', '']])('of %j is %j', (name, own) => {
    expect(ownName({ number: 3, name })).toBe(own);
  });
});
