import { describe, expect, it } from '@jest/globals';
import type { ProposalView } from '@tsunagu/contracts';
import { moveLocally, placesToSwap, swapLocally, teamOf } from './change-locally.js';

const proposal = {
  teams: [{ id: 'a', members: [{ participantId: '1', pinned: true }, { participantId: '2', pinned: false }] }, { id: 'b', members: [] }],
  unplaced: [{ participantId: '3', cause: { ja: '', en: '' } }],
} as unknown as ProposalView;
const seats = ({ teams, unplaced }: ProposalView) => [...teams.map(({ members }) => members.map(({ participantId }) => participantId)), unplaced.map(({ participantId }) => participantId)];

describe('a move shown before it is saved', () => {
  it('takes the person from one team to the other, pin and all', () => {
    const moved = moveLocally(proposal, '1', 'b');
    expect(seats(moved)).toEqual([['2'], ['1'], ['3']]);
    expect(teamOf(moved, '1')!.members[0]!.pinned).toBe(true);
  });

  it('seats somebody who had none, and unseats', () => {
    expect(seats(moveLocally(proposal, '3', 'b'))).toEqual([['1', '2'], ['3'], []]);
    expect(seats(moveLocally(proposal, '2', null))).toEqual([['1'], [], ['3', '2']]);
  });

  it('lets two people change places, whether or not both have a seat', () => {
    const full = moveLocally(proposal, '2', 'b');
    expect(seats(swapLocally(full, '1', '2'))).toEqual([['2'], ['1'], ['3']]);
    expect(seats(swapLocally(full, '3', '1'))).toEqual([['3'], ['2'], ['1']]);
  });

  it('knows with whom somebody can change places: with nobody of their own team or of a locked one', () => {
    const places = (of: ProposalView, id: string) => placesToSwap(of, id).map(({ team, ids }) => [team?.id ?? null, ids]);
    const full = moveLocally(proposal, '2', 'b');
    expect(places(full, '1')).toEqual([['b', ['2']], [null, ['3']]]);
    expect(places(full, '3')).toEqual([['a', ['1']], ['b', ['2']]]);
    expect(places({ ...full, teams: full.teams.map((team) => ({ ...team, locked: team.id === 'b' })) }, '1')).toEqual([[null, ['3']]]);
    expect(places({ ...proposal, unplaced: [] }, '1')).toEqual([]);
  });

  it('has everybody exactly once, wherever they go', () => {
    for (const who of ['1', '2', '3']) for (const to of ['a', 'b', null]) expect(seats(moveLocally(proposal, who, to)).flat().sort()).toEqual(['1', '2', '3']);
  });
});
