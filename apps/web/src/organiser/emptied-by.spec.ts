import { describe, expect, it } from '@jest/globals';
import { emptiedBy } from './emptied-by.js';

const team = (id: string, ...members: string[]) => ({ id, members: members.map((participantId) => ({ participantId })) });
const move = (participantId: string, fromTeamId: string, toTeamId: string | null) => ({ participantId, fromTeamId, toTeamId });
const named = (moves: ReturnType<typeof move>[]) => emptiedBy(moves, [team('t1', 'a', 'b'), team('t2', 'c', 'd'), team('t3')]).map(({ id }) => id);

describe('teams that a repair leaves without anybody', () => {
  it('are those whose people all move away or have gone, and nobody comes', () => {
    expect(named([move('a', 't1', 't2'), move('b', 't1', null)])).toEqual(['t1']);
  });

  it('are not those where somebody stays or comes, nor who had nobody before', () => {
    expect(named([move('a', 't1', 't2')])).toEqual([]);
    expect(named([move('a', 't1', 't2'), move('b', 't1', 't2'), move('c', 't2', 't1')])).toEqual([]);
  });
});
