import { describe, expect, it } from '@jest/globals';
import type { PhoneState } from '@tsunagu/contracts';
import { newMoments } from './new-moments.js';

const state = (teamId: string | null, ...pairs: string[]) =>
  ({ event: { state: 'open' }, team: teamId === null ? null : { id: teamId }, hellos: { sent: [], mutual: pairs.map((participantId) => ({ participantId, nickname: participantId, at: '' })) } }) as unknown as PhoneState;

describe('moments', () => {
  it('come for each new pair and a new team, the team first', () => {
    expect(newMoments(state('t', 'a', 'b'), { teamId: null, pairs: ['a'] })).toEqual([{ kind: 'team' }, { kind: 'pair', participantId: 'b', nickname: 'b' }]);
  });

  it('come once', () => {
    expect(newMoments(state('t', 'a'), { teamId: 't', pairs: ['a'] })).toEqual([]);
  });

  it('come again with another team', () => {
    expect(newMoments(state('u'), { teamId: 't', pairs: [] })).toEqual([{ kind: 'team' }]);
  });

  it('come no more once the event is over', () => {
    expect(newMoments({ ...state('t', 'a'), event: { state: 'closed' } as PhoneState['event'] }, { teamId: null, pairs: [] })).toEqual([]);
  });
});
