import { describe, expect, it } from '@jest/globals';
import type { TeamRules } from '@tsunagu/matching';
import { asStanding } from './as-standing.js';

const rules: TeamRules = { size: { min: 4, max: 5 }, teams: [{ name: 'own', members: ['a', 'b'], min: 2, max: 2 }] };
const team = (id: string, members: string[], more: { slot?: string; locked?: boolean } = {}) => ({ id, number: 1, name: id, members, max: 5, locked: false, ...more });

describe('published teams as they are repaired', () => {
  it('keep the sizes of teams that people formed, with the founders who sit there held, and of locked ones', () => {
    const { plan, rules: { teams } } = asStanding([team('t1', ['a', 'x'], { slot: 'own' }), team('t2', ['c', 'd', 'e'], { locked: true }), team('t3', ['b', 'f'])], rules, []);
    expect(teams).toEqual([{ name: 't1', members: ['a'], min: 2, max: 2 }, { name: 't2', min: 3, max: 5 }]);
    expect(plan.map(({ name, max }) => [name, max])).toEqual([['t1', 2], ['t2', 5], ['t3', 5]]);
  });

  it('take a team that all its founders have left as any other', () => {
    expect(asStanding([team('t1', ['x', 'y'], { slot: 'own' })], rules, []).rules.teams).toEqual([]);
  });

  it('keep whoever said no to a team out of it, unless they sit there again', () => {
    const declined = [{ participantId: 'z', teamId: 't1' }, { participantId: 'x', teamId: 't1' }, { participantId: 'z', teamId: 'ended' }];
    expect(asStanding([team('t1', ['x', 'y'])], rules, declined).rules.rules).toEqual([expect.objectContaining({ type: 'count', who: { people: ['z'] }, max: 0, team: 't1' })]);
  });
});
