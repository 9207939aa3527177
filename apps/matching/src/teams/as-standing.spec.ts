import { describe, expect, it } from '@jest/globals';
import type { TeamRules } from '@tsunagu/matching';
import type { SeatedTeam } from '@tsunagu/storage';
import { asStanding } from './as-standing.js';

const rules: TeamRules = { size: { min: 4, max: 5 }, teams: [{ name: 'own', members: ['a', 'b'], min: 2, max: 2 }] };
const team = (id: string, members: string[], more: Partial<SeatedTeam> = {}): SeatedTeam => ({ id, number: 1, name: id, members, max: 5, locked: false, theme: null, ...more });

describe('published teams as they are repaired', () => {
  it('keep the sizes of teams that people formed, with the founders who sit there held, and of locked ones', () => {
    const { plan, rules: { teams } } = asStanding([team('t1', ['a', 'x'], { slot: 'own' }), team('t2', ['c', 'd', 'e'], { locked: true }), team('t3', ['b', 'f'])], rules, []);
    expect(teams).toEqual([{ name: 't1', members: ['a'], min: 2, max: 2 }, { name: 't2', min: 3, max: 5 }]);
    expect(plan.map(({ name, max }) => [name, max])).toEqual([['t1', 2], ['t2', 5], ['t3', 5]]);
  });

  it('keep their themes, also those of teams that the rules know nothing of', () => {
    const theme = { id: 'sea', title: '海' };
    const { plan, rules: { teams } } = asStanding([team('t1', ['c'], { theme }), team('t2', ['d'], { theme: { id: null, title: '釣り' } }), team('t3', ['e'])], rules, []);
    expect(plan.map((one) => one.theme)).toEqual(['sea', undefined, undefined]);
    expect(teams).toEqual([]);
  });

  it('hold whom a rule pins to one of them', () => {
    const pin = { id: 'p', type: 'pin' as const, person: 'x', team: 'own' };
    const pinned = { ...rules, rules: [pin, { ...pin, id: 'gone', team: '山' }] };
    expect(asStanding([team('t1', ['a', 'b'], { slot: 'own' }), team('t2', ['c'])], pinned, []).rules.rules).toEqual([{ ...pin, team: 't1' }]);
  });

  it('take a team that all its founders have left as any other', () => {
    expect(asStanding([team('t1', ['x', 'y'], { slot: 'own' })], rules, []).rules.teams).toEqual([]);
  });

  it('keep whoever said no to a team out of it, unless they sit there again', () => {
    const declined = [{ participantId: 'z', teamId: 't1' }, { participantId: 'x', teamId: 't1' }, { participantId: 'z', teamId: 'ended' }];
    expect(asStanding([team('t1', ['x', 'y'])], rules, declined).rules.rules).toEqual([expect.objectContaining({ type: 'count', who: { people: ['z'] }, max: 0, team: 't1' })]);
  });
});
