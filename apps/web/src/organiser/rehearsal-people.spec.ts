import { describe, expect, it } from '@jest/globals';
import { introductionProblem, LIMITS, shortTextProblem } from '@tsunagu/contracts';
import { REHEARSAL_MARK, rehearsalPeople } from './rehearsal-people.js';

describe('the invented people of a rehearsal', () => {
  const people = rehearsalPeople();

  it('are fifty, marked as invented, all with different names and introductions', () => {
    expect(people).toHaveLength(50);
    expect(new Set(people.map(({ nickname }) => nickname)).size).toBe(50);
    expect(new Set(people.map(({ introduction }) => introduction)).size).toBe(50);
    expect(people.every(({ nickname }) => nickname.startsWith(REHEARSAL_MARK))).toBe(true);
  });

  it('can join', () => {
    for (const { nickname, introduction } of people) expect([shortTextProblem(nickname, LIMITS.nicknameGraphemes), introductionProblem(introduction!)]).toEqual([undefined, undefined]);
  });
});
