import { describe, expect, it } from '@jest/globals';
import { seatlessSince } from './seatless-since.js';

const who = (...ids: string[]) => ids.map((participantId) => ({ participantId }));
const cause = { ja: '', en: '' };

describe('people without a seat of whom a repair says nothing', () => {
  it('are those who are neither given a seat nor named by it', () => {
    const repair = { moves: [{ participantId: 'a', fromTeamId: null, toTeamId: 't' }], unplaced: [{ participantId: 'b', code: 'waiting' as const, cause }] };
    expect([seatlessSince(repair, who(), []), seatlessSince(repair, who('a', 'b'), []), seatlessSince(repair, who('a', 'c', 'd'), [])]).toEqual([0, 0, 2]);
  });

  it('are also those who have gone from a seat that it does not open', () => {
    const repair = { moves: [{ participantId: 'a', fromTeamId: 't', toTeamId: null }, { participantId: 'b', fromTeamId: 's', toTeamId: 't' }], unplaced: [] };
    expect(seatlessSince(repair, who(), ['a', 'b', 'c'])).toBe(2);
  });
});
