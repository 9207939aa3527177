import { describe, expect, it } from '@jest/globals';
import type { TeamRules } from '@tsunagu/matching';
import type { DraftPlan } from '@tsunagu/storage';
import { asPlan, keepPlan } from './draft-to-task.js';

const here = new Set(['a', 'b', 'c', 'd', 'e']);
const team = (id: string, members: string[], more: Partial<DraftPlan['teams'][number]> = {}): DraftPlan['teams'][number] =>
  ({ id, number: 1, name: id, locked: false, theme: null, members: members.map((participantId) => ({ participantId, pinned: false })), score: null, reasons: [], ...more });
const rules: TeamRules = {
  size: { min: 3, max: 4 }, teams: [{ name: 'own', members: ['a', 'b'], min: 2, max: 2, wants: [{ concept: '釣り' }] }, { name: '司会', min: 1, max: 9 }],
  rules: [{ id: 'lead', type: 'count', who: { people: ['c'] }, min: 1, team: '司会' }, { id: 'none', type: 'count', who: { people: ['d'] }, min: 1, team: '書記' }, { id: 'pin', type: 'pin', person: 'e', team: 'own' }],
};

describe('a draft as it is judged', () => {
  const plan: DraftPlan = { teams: [team('t1', ['a', 'b'], { slot: 'own' }), team('t2', ['c'], { slot: '司会' }), team('t3', ['d', 'e', 'gone'])], unplaced: [] };

  it('is under the sizes and wishes of teams that the rules know, whoever sits in them, and binds nobody', () => {
    const moved = { ...plan, teams: [team('t1', ['a'], { slot: 'own' }), team('t2', ['c', 'b'], { slot: '司会' }), plan.teams[2]] };
    for (const one of [plan, moved]) {
      expect(asPlan(one, here, rules).rules.teams).toEqual([{ name: 't1', min: 2, max: 2, wants: [{ concept: '釣り' }] }, { name: 't2', min: 1, max: 9 }, { name: 't3' }]);
    }
    expect(asPlan(plan, here, rules).plan[2]).toEqual({ name: 't3', members: ['d', 'e'] });
  });

  it('takes a rule about one team as one about that team, and none about a team that there is not', () => {
    expect(asPlan(plan, here, rules).rules.rules).toEqual([{ id: 'lead', type: 'count', who: { people: ['c'] }, min: 1, team: 't2' }, { id: 'pin', type: 'pin', person: 'e', team: 't1' }]);
  });

  it('has the theme that each team has, under whatever rules', () => {
    const themed = { ...plan, teams: [{ ...plan.teams[0], theme: { id: 'sea', title: '海' } }, ...plan.teams.slice(1)] };
    expect(asPlan(themed, here, rules).plan.map(({ theme }) => theme)).toEqual(['sea', undefined, undefined]);
  });

  it('gives a locked team the size that a new run gives it', () => {
    const locked = { ...plan, teams: [{ ...plan.teams[0], locked: true }, ...plan.teams.slice(1)] };
    const [asked] = keepPlan(locked, here, rules).rules.teams!.filter(({ name }) => name === 't1');
    expect(asked).toMatchObject({ min: 2, max: 2 });
    expect(asPlan(locked, here, rules).rules.teams![0]).toEqual({ name: 't1', min: asked.min, max: asked.max, wants: asked.wants });
  });
});

describe('a draft as a new run starts from it', () => {
  it('keeps the name of each team that the rules know, whoever has been moved out of it, and finds one formed since by its founders', () => {
    const plan: DraftPlan = { teams: [team('t1', ['b', 'd'], { slot: 'own' }), team('t2', ['c'], { slot: '司会' }), team('t3', ['a', 'e'])], unplaced: [] };
    expect(keepPlan(plan, here, rules).start.map(({ name }) => name)).toEqual(['own', '司会', undefined]);
    const unknown = { ...plan, teams: plan.teams.map(({ slot: _, ...one }) => one) };
    expect(keepPlan(unknown, here, rules).start.map(({ name }) => name)).toEqual(['own', undefined, 'own']);
  });
});
