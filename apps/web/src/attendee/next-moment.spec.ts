import { describe, expect, it } from '@jest/globals';
import type { PhoneState } from '@tsunagu/contracts';
import { nextMoment } from './next-moment.js';

const state = (teamId: string | null, ...pairs: string[]) =>
  ({ event: { state: 'open' }, team: teamId === null ? null : { id: teamId }, hellos: { sent: [], mutual: pairs.map((participantId) => ({ participantId })) } }) as unknown as PhoneState;

describe('the next moment', () => {
  it('is the team, before any pair that waits', () => {
    expect(nextMoment(state('t', 'a', 'b'), { teamId: null, pairs: [] })).toEqual({ team: { id: 't' } });
  });

  it('is each new pair after that, in their order', () => {
    expect(nextMoment(state('t', 'a', 'b', 'c'), { teamId: 't', pairs: ['a'] })).toEqual({ pair: { participantId: 'b' } });
  });

  it('comes once', () => {
    expect(nextMoment(state('t', 'a'), { teamId: 't', pairs: ['a'] })).toEqual({});
  });

  it('is the newest team only, however many came since the last that was seen', () => {
    const seen = { teamId: 't', pairs: [] };
    expect(nextMoment(state('v'), seen)).toEqual({ team: { id: 'v' } });
    expect(nextMoment(state('v'), { ...seen, teamId: 'v' })).toEqual({});
  });

  it('comes no more once the event is over', () => {
    expect(nextMoment({ ...state('t', 'a'), event: { state: 'closed' } as PhoneState['event'] }, { teamId: null, pairs: [] })).toEqual({});
  });
});
