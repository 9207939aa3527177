import { describe, expect, it } from '@jest/globals';
import type { TeamView } from '@tsunagu/contracts';
import { newSince, openCalls, type Call } from './open-calls.js';

const team = (id: string, calledAt: string | null): TeamView => ({ id, calledAt }) as TeamView;

describe('feature 74: teams that call for help', () => {
  it('are listed with whoever has waited longest first', () => {
    const calls = openCalls([team('a', '2031-01-01T10:05:00.000Z'), team('b', null), team('c', '2031-01-01T10:01:00.000Z')]);
    expect(calls.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('are new once, and again when they call again after an answer', () => {
    const first = openCalls([team('a', '2031-01-01T10:05:00.000Z')]);
    const calledAt = (call: Call): string => call.calledAt;
    expect(newSince([], first, calledAt)).toEqual(first);
    expect(newSince(first, openCalls([team('a', '2031-01-01T10:05:00.000Z')]), calledAt)).toEqual([]);
    expect(newSince(first, openCalls([team('a', '2031-01-01T10:20:00.000Z')]), calledAt)).toHaveLength(1);
  });
});
