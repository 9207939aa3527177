import { describe, expect, it } from '@jest/globals';
import { seatNewcomer } from './seat-newcomer.js';
import type { Rule, TeamPerson } from './similarity-to-teams/team-rules.js';

const people: TeamPerson[] = ['a', 'b', 'c', 'd', 'x'].map((id) => ({ id }));
const likes = (other: string) => (a: number, b: number): number => ([people[a].id, people[b].id].sort().join() === [other, 'x'].sort().join() ? 1 : 0);
const seat = (rules: Rule[], { likes: liked = 'a', max = [3, 3], members = [['a', 'b'], ['c', 'd']] } = {}) =>
  seatNewcomer({ people, pairs: likes(liked), rules: { rules }, teams: members.map((team, at) => ({ name: `t${at}`, members: team, max: max[at] })), id: 'x' });
const together = (...of: string[]): Rule => ({ type: 'together', people: of });
const apart = (...of: string[]): Rule => ({ type: 'apart', people: of });

describe('feature 67: somebody who comes late', () => {
  it('sits where they fit best and there is room', () => {
    expect(seat([])).toBe(0);
    expect(seat([], { likes: 'd' })).toBe(1);
    expect(seat([], { max: [2, 3] })).toBe(1);
    expect(seat([], { max: [2, 2] })).toBeUndefined();
  });

  it('never sits where they break a rule that holds without them', () => {
    expect(seat([apart('a', 'x')])).toBe(1);
    expect(seat([apart('a', 'x'), apart('d', 'x')])).toBeUndefined();
    expect(seat([together('c', 'x')])).toBe(1);
    expect(seat([together('c', 'x')], { max: [3, 2] })).toBeUndefined();
  });

  it('sits where they mend most', () => {
    expect(seat([{ type: 'count', who: { people: ['a', 'x'] }, min: 1 }])).toBe(1);
  });

  it('sits in a team that is too small before one that they fit better, but not against a rule', () => {
    const few = { likes: 'a', members: [['a', 'b', 'c'], ['d']], max: [4, 4] };
    expect(seat([], few)).toBe(1);
    expect(seat([apart('d', 'x')], few)).toBe(0);
  });

  it('sits where what they bring is looked for', () => {
    const bringing = people.map((person): TeamPerson => (person.id === 'x' ? { ...person, statements: [{ kind: 'skill', concept: '医療', label: '医療', score: 1 }] } : person));
    const teams = [{ name: 'A', members: ['a', 'b'], max: 3 }, { name: 'B', members: ['c', 'd'], max: 3 }];
    const rules = { size: { min: 2, max: 3 }, teams: [{ name: 'A' }, { name: 'B', wants: [{ concept: '医療' }] }] };
    expect(seatNewcomer({ people: bringing, pairs: () => 0, rules, teams, id: 'x' })).toBe(1);
  });

  it('sits in the team whose theme they ranked first', () => {
    const choosing = people.map((person): TeamPerson => ({ ...person, choices: person.id === 'x' ? ['sea', 'hill'] : ['hill', 'sea'] }));
    const rules = { size: { min: 2, max: 3 }, themes: [{ id: 'hill', title: '山' }, { id: 'sea', title: '海' }], wishes: [{ type: 'choice' as const }] };
    const seated = (...themes: string[]) => seatNewcomer({
      people: choosing, pairs: () => 0, rules, teams: [['a', 'b'], ['c', 'd']].map((members, at) => ({ name: `t${at}`, members, max: 3, theme: themes[at] })), id: 'x',
    });
    expect([seated('hill', 'sea'), seated('sea', 'hill')]).toEqual([1, 0]);
  });

  it('is not kept out by what a team breaks without them, nor are others moved', () => {
    expect(seat([apart('a', 'b')])).toBe(0);
    expect(seat([together('a', 'b'), apart('a', 'b')])).toBe(0);
    expect(seat([together('a', 'c'), apart('a', 'c')], { likes: 'd' })).toBe(1);
  });

  it('has a seat where the rules about them contradict each other: wherever they fit best', () => {
    expect(seat([together('a', 'x'), apart('a', 'x')])).toBe(0);
    expect(seat([together('a', 'x'), apart('a', 'x')], { likes: 'd' })).toBe(1);
    expect(seat([together('a', 'x'), apart('a', 'x')], { max: [2, 3] })).toBe(1);
  });
});
