import { describe, expect, it } from '@jest/globals';
import { formTeams } from '../form-teams.js';
import type { TeamPerson, TeamRules } from './team-rules.js';

const group = (count: number, answers: (at: number) => NonNullable<TeamPerson['attributes']> = () => ({})): TeamPerson[] =>
  Array.from({ length: count }, (_, at) => ({ id: `p${at}`, name: `人${at}`, attributes: answers(at) }));
const form = (people: TeamPerson[], rules: TeamRules) => formTeams({ people, pairs: () => 0.5, rules, iterations: 5000, baselineSamples: 0 });
const nurse = { attribute: 'job', values: ['保健師'] };
const nurses = (count: number, people = 12) => group(people, (at) => ({ job: at < count ? '保健師' : '市民' }));

describe('feature 48: why it cannot be, and what to loosen', () => {
  it('names the missing skill, for how many teams it suffices and the cheapest cure (two nurses for three teams)', () => {
    const plan = form(nurses(2), { size: { min: 3, max: 5 }, rules: [{ id: 'nurse', label: '各チームに保健師', type: 'count', who: nurse, min: 1 }] });
    const [conflict] = plan.conflicts;
    expect(conflict).toMatchObject({ rules: ['nurse', 'size'], proven: true, short: 1 });
    expect(conflict.text.ja).toBe('「各チームに保健師」は、当てはまる人が2人なので2チームまでです。この人数では3チーム必要です。人数の上限を5→6にすると成り立ちます。');
    expect(conflict.text.en).toContain('raise the largest size from 5 to 6');
  });

  it('offers a plan that breaks as little as possible, with everyone in it', () => {
    const plan = form(nurses(2), { size: { min: 3, max: 5 }, rules: [{ type: 'count', who: nurse, min: 1 }] });
    expect(plan.broken).toEqual([{ rule: 'rule-1', team: expect.any(Number), by: 1 }]);
    expect(plan.teams.flatMap(({ members }) => members).length).toBe(12);
  });

  it('takes fewer, larger teams by itself where the range allows what the rule needs', () => {
    const plan = form(nurses(2, 10), { size: { min: 3, max: 5 }, rules: [{ type: 'count', who: nurse, min: 1 }] });
    expect(plan.conflicts).toEqual([]);
    expect(plan.teams.length).toBe(2);
  });

  it('gives cures that really cure', () => {
    const rules: TeamRules = { size: { min: 3, max: 5 }, rules: [{ type: 'count', who: nurse, min: 1 }] };
    const { loosenings } = form(nurses(2), rules).conflicts[0];
    expect(loosenings.length).toBeGreaterThan(0);
    for (const loosening of loosenings) expect(form(nurses(2), loosening.rules).broken).toEqual([]);
  });

  it('names the two rules that contradict each other, and no third', () => {
    const plan = form(group(12), {
      rules: [{ id: 'a', type: 'together', people: ['p0', 'p1'] }, { id: 'b', type: 'apart', people: ['p1', 'p0', 'p5'] }, { id: 'c', type: 'apart', people: ['p2', 'p3'] }],
    });
    expect(plan.conflicts.map(({ rules }) => rules)).toEqual([['a', 'b']]);
    expect(plan.conflicts[0].text.ja).toContain('人0、人1は同じチーム');
  });

  it('finds by search what counting does not show, leaving out rules that have no part in it', () => {
    const people = group(8, (at) => ({ side: at < 4 ? 'x' : 'y' }));
    const plan = form(people, {
      size: { min: 4, max: 4 },
      rules: [{ id: 'innocent', type: 'apart', people: ['p1', 'p4'] }, { id: 'sides', type: 'same', attribute: 'side' }, { id: 'friends', type: 'together', people: ['p0', 'p7'] }],
    });
    expect(plan.conflicts).toMatchObject([{ rules: ['sides', 'friends'], proven: false }]);
  });

  it('says that a group is too small to be a team of its own', () => {
    const plan = form(group(12, (at) => ({ mode: at < 2 ? 'online' : 'on-site' })), { rules: [{ id: 'mode', type: 'same', attribute: 'mode' }] });
    expect(plan.conflicts[0]).toMatchObject({ rules: ['mode', 'size'], proven: true, short: 1 });
    expect(plan.conflicts[0].text.ja).toContain('人数の下限を3→2');
  });

  it('counts for one named team', () => {
    const plan = form(nurses(1, 8), { size: { min: 4, max: 4 }, teams: [{ name: '医' }], rules: [{ id: 'n', type: 'count', who: nurse, min: 2, team: '医' }] });
    expect(plan.conflicts[0]).toMatchObject({ rules: ['n'], short: 1, proven: true });
  });

  it('says how many are too many for people who must be apart', () => {
    const plan = form(group(8), { size: { min: 4, max: 4 }, rules: [{ id: 'apart', type: 'apart', people: ['p0', 'p1', 'p2'] }] });
    expect(plan.conflicts[0]).toMatchObject({ rules: ['apart', 'size'], proven: true, short: 1 });
  });
});
