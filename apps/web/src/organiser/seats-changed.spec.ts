import { describe, expect, it } from '@jest/globals';
import type { RepairView, TeamView } from '@tsunagu/contracts';
import { seatsChanged } from './seats-changed.js';

const cause = { ja: '満員です。', en: 'Full.' };
const teams = (first: string[], second: string[]): TeamView[] => [first, second].map((members, at) => ({ id: `t${at}`, members: members.map((participantId) => ({ participantId })) })) as unknown as TeamView[];
const repair = (parts: Partial<RepairView>): RepairView => ({ moves: [], unplaced: [], reshuffle: null, ...parts }) as RepairView;
const waits = { participantId: 'late', code: 'waiting' as const, cause };

describe('a repair of the published teams', () => {
  it('is stale once somebody whom it has no seat for sits in a team, or is gone', () => {
    expect(seatsChanged(repair({ unplaced: [waits] }), teams(['a'], ['b']), [waits])).toBe(false);
    expect(seatsChanged(repair({ unplaced: [waits] }), teams(['a', 'late'], ['b']), [])).toBe(true);
  });

  it('is stale once somebody whom it moves sits elsewhere, or the team is no more', () => {
    const move = { participantId: 'a', fromTeamId: 't0', toTeamId: 't1' };
    expect(seatsChanged(repair({ moves: [move] }), teams(['a'], ['b']), [])).toBe(false);
    expect(seatsChanged(repair({ moves: [move] }), teams([], ['a', 'b']), [])).toBe(true);
    expect(seatsChanged(repair({ moves: [move] }), teams(['a'], ['b']).slice(0, 1), [])).toBe(true);
    expect(seatsChanged(repair({ moves: [{ ...move, participantId: 'late', fromTeamId: null }] }), teams(['a'], ['late']), [])).toBe(true);
    expect(seatsChanged(repair({ reshuffle: { gain: 1, moves: [{ ...move, participantId: 'b' }] } }), teams(['a'], ['b']), [])).toBe(true);
  });
});
