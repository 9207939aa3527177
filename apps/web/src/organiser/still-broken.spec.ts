import { describe, expect, it } from '@jest/globals';
import type { RepairView, TeamView } from '@tsunagu/contracts';
import { stillBroken } from './still-broken.js';

type Team = Pick<TeamView, 'id' | 'members'>;
const team = (id: string, ...members: string[]): Team => ({ id, members: members.map((participantId) => ({ participantId })) }) as Team;
const broken = (teamId: string, ...members: string[]): RepairView['broken'][number] => ({ rule: 'apart', label: { ja: '別々のチームに', en: 'apart' }, teamId, by: 1, members });

describe('rules that published teams break', () => {
  it('are told as long as the team has the members of then, in whatever order', () => {
    const all = [broken('t1', 'a', 'b'), broken('t2', 'c', 'd'), broken('gone', 'e')];
    expect(stillBroken(all, [team('t1', 'b', 'a'), team('t2', 'c', 'd', 'e')]).map(({ teamId }) => teamId)).toEqual(['t1']);
  });
});
