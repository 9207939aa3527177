import { describe, expect, it } from '@jest/globals';
import { fillOpenSeat } from './fill-open-seat.js';
import { scoreTeams } from './repair-teams.js';
import { seededRandom } from './similarity-to-teams/seeded-random.js';
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

  it('not by somebody who must be together with whom another team has, and whoever waits first goes before where all fit alike', () => {
    expect(fill({ rules: [{ type: 'together', people: ['c', 'y'] }] })).toBe('x');
    expect(fill({ rules: [{ type: 'together', people: ['a', 'y'] }] })).toBe('y');
    expect(fill({ rules: [{ type: 'together', people: ['x', 'y'] }] })).toBe('y');
    expect(fill({}, () => 0.3)).toBe('x');
  });

  it('by whom judging each seating by hand would choose, in any room', () => {
    const random = seededRandom(7);
    for (let room = 0; room < 150; room++) {
      const count = 9 + random.below(12);
      const everybody: TeamPerson[] = Array.from({ length: count }, (_, at) => ({ id: `p${at}`, attributes: { side: random.below(3), lead: random.unit() < 0.3 } }));
      const pairs = new Float64Array(count * count);
      for (let a = 0; a < count; a++) for (let b = a + 1; b < count; b++) pairs[a * count + b] = pairs[b * count + a] = random.unit();
      const ids = everybody.map(({ id }) => id);
      const teams = [{ members: ids.slice(0, 1 + random.below(4)) }, { members: ids.slice(4, 5 + random.below(3)) }];
      const waiting = ids.filter((id) => !teams.some(({ members }) => members.includes(id))).sort(() => random.unit() - 0.5);
      const rules: TeamRules = {
        size: { min: 2 + random.below(2), max: 3 + random.below(3) }, wishes: [{ type: 'mix', attribute: 'side' }],
        rules: [{ type: 'apart', people: [ids[0], waiting[0]] }, { type: 'count', who: { attribute: 'lead', values: [true] }, max: 1 }, { type: 'spread', attribute: 'side', max: 2 }].slice(random.below(4)) as TeamRules['rules'],
      };
      const input = { people: everybody, pairs, rules };
      expect(fillOpenSeat({ ...input, teams, at: 0, waiting })).toBe(chosenByHand(input, teams, waiting));
    }
  });
});

const chosenByHand = (input: Parameters<typeof scoreTeams>[0], teams: { members: string[] }[], waiting: string[]): string | undefined => {
  const judge = (members: string[]) => {
    const { teams: judged, broken } = scoreTeams(input, [{ members }, teams[1]]);
    const by = (size: boolean): number => broken.filter(({ team, rule }) => team === 0 && (rule === 'size') === size).reduce((sum, one) => sum + one.by, 0);
    return { score: judged[0].score, size: by(true), rules: by(false) };
  };
  const before = judge(teams[0].members);
  const judged = waiting.map((id) => ({ id, ...judge([...teams[0].members, id]) })).filter(({ size, rules }) => size <= before.size && rules <= before.rules);
  return judged.sort((a, b) => b.score - a.score)[0]?.id;
};
