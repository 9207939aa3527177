import { describe, expect, it } from '@jest/globals';
import { fillOpenSeat } from './fill-open-seat.js';
import type { TeamPerson, TeamRules } from './similarity-to-teams/team-rules.js';

const people: TeamPerson[] = ['a', 'b', 'c', 'd', 'x', 'y'].map((id) => ({ id }));
const likes = (one: string, other: string) => (a: number, b: number): number => ([people[a].id, people[b].id].sort().join() === [one, other].sort().join() ? 1 : 0);
const fill = (rules: TeamRules, pairs = likes('a', 'y')) =>
  fillOpenSeat({ people, pairs, rules: { size: { min: 2, max: 3 }, ...rules }, teams: [{ members: ['a', 'b'] }, { members: ['c', 'd'] }], at: 0, waiting: ['x', 'y'] });

describe('feature 53: an open seat is filled again', () => {
  it('by whoever of those who wait fits the team best', () => {
    expect(fill({})).toBe('y');
    expect(fill({}, likes('b', 'x'))).toBe('x');
  });

  it('never by somebody whom a rule forbids, even if they fit better', () => {
    expect(fill({ rules: [{ type: 'apart', people: ['a', 'y'] }] })).toBe('x');
  });

  it('not by somebody whom a rule forbids in a team that is too small without them', () => {
    const alone = (rules: TeamRules) => fillOpenSeat({ people, pairs: () => 1, rules: { size: { min: 2, max: 3 }, ...rules }, teams: [{ members: ['a'] }, { members: ['c', 'd'] }], at: 0, waiting: ['y'] });
    expect(alone({})).toBe('y');
    expect(alone({ rules: [{ type: 'apart', people: ['a', 'y'] }] })).toBeUndefined();
  });

  it('by nobody where the rules forbid all', () => {
    expect(fill({ rules: [{ type: 'apart', people: ['a', 'y'] }, { type: 'apart', people: ['b', 'x'] }] })).toBeUndefined();
    expect(fill({ size: { min: 2, max: 2 } })).toBeUndefined();
  });
});
