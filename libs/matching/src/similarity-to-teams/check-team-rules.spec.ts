import { describe, expect, it } from '@jest/globals';
import { checkTeamRules, senselessRules } from './check-team-rules.js';
import type { TeamRules } from './team-rules.js';

const people = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const pairs = { min: 2, max: 2 };
const paths = (rules: TeamRules, known?: Set<string>): string[] => checkTeamRules(rules, people, known).map(({ path }) => path);

describe('what rules ask for that cannot be meant', () => {
  it('a number of teams that people and sizes do not make is named, with the number that they do', () => {
    expect(paths({ size: pairs, count: 2 })).toEqual([]);
    expect(paths({ size: pairs, count: 9 })).toEqual(['count']);
    expect(checkTeamRules({ size: pairs, count: 1 }, people)).toMatchObject([{ code: 'count.unreachable', text: expect.stringContaining('2 teams'), ja: expect.stringContaining('2チーム') }]);
  });

  it('somebody whom nobody knows is named by place, somebody who is only not here is not', () => {
    const rules: TeamRules = { size: pairs, rules: [{ type: 'together', people: ['a', 'zzz'] }, { type: 'pin', person: 'zzz', team: 'A' }], teams: [{ name: 'A' }] };
    expect(paths(rules)).toEqual(['rules.0.people.1', 'rules.1.person']);
    expect(paths(rules, new Set(['a', 'b', 'c', 'd', 'zzz']))).toEqual([]);
  });

  it('an attribute that nobody has is named with those that there are, wherever a rule names one; what is asked of everybody may stand empty', () => {
    const aged = people.map((one, at) => ({ ...one, attributes: { age: at } }));
    const who = { attribute: 'afiliation', values: ['x'] };
    const rules: TeamRules = {
      size: pairs, rules: [{ type: 'spread', attribute: 'afiliation', max: 1 }, { type: 'same', attribute: 'sector' }, { type: 'separate', who, from: { attribute: 'age', atLeast: 2 } }],
      wishes: [{ type: 'mix', attribute: 'lable' }, { type: 'balance', attribute: 'age' }, { type: 'cover', who: [who] }], teams: [{ name: 'A', wants: [who] }],
    };
    expect(checkTeamRules(rules, aged)).toMatchObject([
      { path: 'rules.0.attribute', code: 'attribute.unknown', text: expect.stringContaining('"afiliation": there are affiliation, sector, languages, age'), ja: expect.stringContaining('あるのは affiliation、sector、languages、age') },
      { path: 'rules.2.who.attribute' }, { path: 'wishes.0.attribute' }, { path: 'wishes.2.who.0.attribute' }, { path: 'teams.0.wants.0.attribute' },
    ]);
    expect(senselessRules(rules, people)).toEqual([]);
  });

  it('what only other people would mend does not make rules senseless', () => {
    expect(senselessRules({ size: pairs, count: 9, rules: [{ type: 'together', people: ['a', 'zzz'] }] }, people)).toEqual([]);
    expect(senselessRules({ size: { min: 3, max: 2 } }, people)).toMatchObject([{ path: 'size' }]);
  });

  it('an id that a rule or wish without one has by its place is taken', () => {
    const apart = { type: 'apart' as const, people: ['a', 'b'] };
    expect(paths({ size: pairs, rules: [apart, { id: 'rule-1', ...apart }] })).toEqual(['rules.1.id']);
    expect(paths({ size: pairs, rules: [{ id: 'rule-2', ...apart }, apart] })).toEqual(['rules.0.id']);
    expect(paths({ size: pairs, wishes: [{ type: 'needs' }, { type: 'data', id: 'wish-1' }] })).toEqual(['wishes.1.id']);
    expect(paths({ size: pairs, rules: [{ id: 'rule-1', ...apart }, apart], wishes: [{ type: 'pairs' }, { type: 'data', id: 'wish-1' }] })).toEqual([]);
  });

  it('every fault has a Japanese sentence', () => {
    const rules = { size: { min: 3, max: 2 }, count: 0, rules: [{ type: 'pin', person: 'a', team: 'nope' }, { type: 'count', who: { people: [] } }, { type: 'other' }], wishes: [{ type: 'mix' }, { type: 'cover', who: [] }], teams: [{ name: '' }] } as unknown as TeamRules;
    const faults = checkTeamRules(rules, people);
    expect(faults.length).toBeGreaterThan(7);
    expect(faults.filter(({ ja }) => !/\p{Script=Hiragana}/u.test(ja))).toEqual([]);
  });
});
