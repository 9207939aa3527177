import { describe, expect, it } from '@jest/globals';
import type { DraftPlan } from '@tsunagu/storage';
import type { TeamOutcome } from '../threads/team-thread.js';
import { toDraftPlan, toWishes } from './to-draft-plan.js';

type Team = DraftPlan['teams'][number];
const NOTHING: DraftPlan = { teams: [], unplaced: [] };

const outcome = (...teams: { name?: string; members: string[] }[]): TeamOutcome =>
  ({ teams: teams.map((one) => ({ score: 1, theme: null, reasons: [], ...one })), unplaced: [], objective: 1, baseline: 0, baselineBest: 0, wishes: [], conflicts: [], broken: [] });
const formed = (before: DraftPlan, after: TeamOutcome, names = new Map<string, string>()): Team[] => {
  let made = 0;
  return toDraftPlan(after, before, () => `new${++made}`, names).teams;
};
const facts = (teams: Team[]): string[] => teams.map(({ id, number, name }) => `${id} ${number} ${name}`);

describe('a run’s outcome as a draft', () => {
  const before = (change: (team: Team) => Team = (team) => team): DraftPlan => ({
    ...NOTHING,
    teams: formed(NOTHING, outcome({ members: ['a', 'b'] }, { members: ['c', 'd'] }, { members: ['e', 'f'] })).map(change),
  });
  const pin = (id: string) => (team: Team): Team => ({ ...team, members: team.members.map((one) => ({ ...one, pinned: one.participantId === id })) });

  it('numbers and names its teams as they come', () => {
    expect(facts(before().teams)).toEqual(['new1 1 チーム1', 'new2 2 チーム2', 'new3 3 チーム3']);
  });

  it('keeps number and name of a team with pinned people wherever the run puts it, so that no name is there twice', () => {
    const after = formed(before(pin('e')), outcome({ members: ['a', 'e'] }, { members: ['b', 'c'] }, { members: ['d', 'f'] }));
    expect(facts(after)).toEqual(['new3 3 チーム3', 'new1 1 チーム1', 'new2 2 チーム2']);
  });

  it('keeps number, name and lock of a locked team, which the run tells first', () => {
    const locked = before((team) => (team.number === 3 ? { ...team, locked: true, name: '海の会' } : team));
    const after = formed(locked, outcome({ name: 'new3', members: ['e', 'f'] }, { members: ['a', 'c'] }, { members: ['b', 'd'] }));
    expect(facts(after)).toEqual(['new3 3 海の会', 'new1 1 チーム1', 'new2 2 チーム2']);
    expect(after.map((team) => team.locked)).toEqual([true, false, false]);
  });

  it('lets a team that was given a name go on with the team that has most of its people, though nothing holds them', () => {
    const called = (number: number, name: string) => (team: Team): Team => (team.number === number ? { ...team, name } : team);
    const named = { ...NOTHING, teams: before(called(1, '見守り')).teams.map(called(2, '料理')) };
    const after = formed(named, outcome({ members: ['c', 'd', 'a'] }, { members: ['f'] }, { members: ['e', 'b'] }));
    expect(facts(after)).toEqual(['new2 2 料理', 'new3 3 チーム3', 'new1 1 見守り']);
    expect(facts(formed(named, outcome({ members: ['a', 'b'] }, { members: ['c', 'd'] }, { members: ['e', 'f'] })))).toEqual(['new1 1 見守り', 'new2 2 料理', 'new3 3 チーム3']);
  });

  it('keeps a team that the rules know, and gives a team more the first number that is free', () => {
    const names = new Map([['own', '花壇の会']]);
    const plan = { ...NOTHING, teams: formed(NOTHING, outcome({ members: ['a'] }, { name: 'own', members: ['b'] }), names).filter(({ number }) => number === 2) };
    const after = formed(plan, outcome({ members: ['a'] }, { name: 'own', members: ['b', 'c'] }, { members: ['d'] }), names);
    expect(facts(after)).toEqual(['new1 1 チーム1', 'new2 2 花壇の会', 'new2 3 チーム3']);
    expect(after[1].slot).toBe('own');
  });
});

describe('wishes of a draft', () => {
  it('tell what the last change did, where there was a value before and is one now', () => {
    const wish = (value: number | null) => ({ wish: 'data', label: { ja: 'データ', en: 'data' }, value, random: null, without: null, cost: null });
    const deltaOf = (now: number | null, before: number | null) => toWishes({ ...outcome(), wishes: [wish(now)] }, [{ ...wish(before), delta: null }])[0].delta;
    expect([deltaOf(0.75, 0.5), deltaOf(0.75, null), deltaOf(null, 0.5)]).toEqual([0.25, null, null]);
  });
});
