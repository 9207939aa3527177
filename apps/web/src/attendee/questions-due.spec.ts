import { describe, expect, it } from '@jest/globals';
import { questionsDue } from './questions-due.js';

const at = (now: string, state: 'open' | 'closed' = 'open') => questionsDue({ state, heldOn: '2026-06-01' }, new Date(now));

describe('feature 81 and 82: when a team is asked', () => {
  it('asks nothing on the day, while the event is open', () => {
    expect(at('2026-06-01T20:00:00Z')).toEqual({ rating: false, going: false });
  });

  it('asks how it was once the event is closed, or its day is past', () => {
    expect(at('2026-06-01T20:00:00Z', 'closed')).toEqual({ rating: true, going: false });
    expect(at('2026-06-03T00:00:00Z')).toEqual({ rating: true, going: false });
  });

  it('asks whether the team goes on from two weeks after', () => {
    expect(at('2026-06-14T23:59:59Z').going).toBe(false);
    expect(at('2026-06-15T00:00:00Z', 'closed')).toEqual({ rating: true, going: true });
  });
});
