import { describe, expect, it } from '@jest/globals';
import type { TeamView } from '@tsunagu/contracts';
import { openCalls } from './open-calls.js';

const team = (id: string, calledAt: string | null): TeamView => ({ id, calledAt }) as TeamView;

describe('feature 74: teams that call for help', () => {
  it('are listed with whoever has waited longest first', () => {
    const calls = openCalls([team('a', '2031-01-01T10:05:00.000Z'), team('b', null), team('c', '2031-01-01T10:01:00.000Z')]);
    expect(calls.map(({ id }) => id)).toEqual(['c', 'a']);
  });
});
