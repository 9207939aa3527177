import { describe, expect, it } from '@jest/globals';
import { formTeams } from '../form-teams.js';
import { brokenWords } from './conflict-sentences.js';
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
    expect(plan.conflicts[0].text.ja).toContain('人0・人1は同じチーム');
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

  it('offers the cheapest changes together where no single one does', () => {
    const rules: TeamRules = { size: { min: 5, max: 5 }, rules: [{ type: 'count', who: nurse, min: 3 }] };
    const people = nurses(17, 42);
    const { conflicts } = form(people, rules);
    expect(conflicts.map(({ rules: ids }) => ids)).toEqual([['size'], ['rule-1', 'size']]);
    for (const { text, loosenings } of conflicts) {
      expect(loosenings).toHaveLength(1);
      expect(text.ja).toContain('人数の上限を5→6にし、「どのチームにも保健師を3人以上」を2人以上にすると成り立ちます。');
      expect(text.en).toContain('It works if you raise the largest size from 5 to 6 and ask for 2 instead in ');
      expect(form(people, loosenings[0].rules).broken).toEqual([]);
    }
  });

  it('offers as many changes as there are conflicts of which each needs its own', () => {
    const rules: TeamRules = { size: { min: 5, max: 5 }, rules: [{ type: 'count', who: nurse, min: 3 }, { type: 'together', people: ['p20', 'p21'] }, { type: 'apart', people: ['p20', 'p21', 'p22'] }] };
    const people = nurses(4, 42);
    const { conflicts } = form(people, rules);
    expect(conflicts).toHaveLength(3);
    expect(conflicts[0].text.ja).toContain('人数の上限を5→6にし、「どのチームにも保健師を3人以上」を外し、「人20・人21は同じチーム」を外すと成り立ちます。');
    expect(form(people, conflicts[0].loosenings[0].rules).broken).toEqual([]);
  });

  it('offers a size that the people can be divided by, however far it is', () => {
    const [alone] = form(group(42), { size: { min: 50, max: 50 } }).conflicts;
    expect(alone.text).toEqual({
      ja: '42人は、1チームちょうど50人では分けられません（8人足りません）。人数の下限を50→42にすると成り立ちます。',
      en: '42 people cannot be divided into teams of exactly 50 (8 too few). It works if you lower the smallest size from 50 to 42.',
    });
  });

  it('counts one as one in English', () => {
    const [one] = form(nurses(1), { size: { min: 3, max: 4 }, rules: [{ label: 'A', type: 'count', who: nurse, min: 1 }] }).conflicts;
    expect(one.text.en).toContain('“A” is possible for 1 team at most (1 such person), but 3 are needed.');
  });
});

describe('people whom rules name and who are not here', () => {
  const named = (type: 'together' | 'apart', ...people: string[]) => ({ id: type, type, people });
  const away = ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'];
  const alone = { id: 'alone', type: 'not_alone' as const, who: { people: ['p5'] } };

  it('make no team more, and no conflict', () => {
    expect(form(group(24), { rules: [named('apart', 'p0', 'p1', ...away)] }).teams).toHaveLength(6);
    const { conflicts } = form(group(12), { rules: [named('together', 'p0', 'p1', ...away), named('apart', 'p2', ...away), alone] });
    expect(conflicts.map(({ rules, loosenings }) => [rules, loosenings.map(({ text }) => text.en)])).toEqual([[['alone'], ['drop “Nobody alone in a team: 人5”']]]);
  });

  it('are not named in a conflict, and stay in the rules of its cure', () => {
    const [conflict] = form(group(12), { rules: [named('together', 'p0', 'p1', 'x1'), named('apart', 'p0', 'p1', 'x2')] }).conflicts;
    expect(conflict.rules).toEqual(['together', 'apart']);
    expect(JSON.stringify([conflict.text, conflict.loosenings.map(({ text }) => text)])).not.toMatch(/x\d/);
    expect(JSON.stringify(conflict.loosenings[0].rules)).toMatch(/x\d/);
  });
});

describe('a number of teams in a conflict', () => {
  it('is the organiser’s own teams, where there are as many', () => {
    const teams = ['A', 'B', 'C', 'D'].map((name) => ({ name }));
    const [conflict] = form(nurses(3), { teams, rules: [{ type: 'count', who: nurse, min: 1 }] }).conflicts;
    expect(conflict.text.ja).toContain('3チームまでです。チームは4つあります。');
    expect(conflict.text.en).toContain('but there are 4 teams.');
  });

  it('is not one that was asked for and gave way: a rule that holds then is in no conflict, and no cure drops it', () => {
    const plan = form(nurses(3), { count: 4, rules: [{ id: 'nurse', type: 'count', who: nurse, min: 1 }, { id: 'alone', type: 'not_alone', who: { people: ['p5'] } }] });
    expect(plan.teams).toHaveLength(3);
    expect(plan.conflicts.map(({ rules }) => rules)).toEqual([['alone']]);
    for (const { rules } of plan.conflicts[0].loosenings) expect(rules.rules!.map(({ id }) => id)).toContain('nurse');
  });
});

describe('rules that were told in confidence', () => {
  const avoided = (id: string, ...people: string[]) => ({ id, confidential: true, type: 'apart' as const, people });
  const said = (rules: NonNullable<TeamRules['rules']>, count = 6) => form(group(count), { size: { min: 3, max: 3 }, rules }).conflicts;

  it('are never offered to be dropped; the organiser’s own rule is', () => {
    const [conflict, ...more] = said([{ id: 'all', type: 'together', people: ['p0', 'p1', 'p2'] }, avoided('told', 'p0', 'p1'), avoided('told-2', 'p1', 'p2')]);
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({ rules: ['all'], text: {
      ja: '会わないようにしている人どうしがいるため、「人0・人1・人2は同じチーム」は守れません。「人0・人1・人2は同じチーム」を外すと成り立ちます。',
      en: 'Some people avoid each other, so “人0, 人1, 人2: same team” cannot be kept. It works if you drop “人0, 人1, 人2: same team”.',
    } });
    expect(conflict.loosenings.map(({ rules }) => rules.rules!.map(({ id }) => id))).toEqual([['told', 'told-2']]);
  });

  it('say no cause where the other rules are about two people, which would tell who avoids whom', () => {
    const pinned = (id: string, person: string) => ({ id, type: 'count' as const, who: { people: [person] }, min: 1, team: 'A' });
    for (const conflicts of [
      said([{ id: 'two', type: 'together', people: ['p0', 'p1'] }, avoided('told', 'p0', 'p1')]),
      form(group(6), { size: { min: 3, max: 3 }, teams: [{ name: 'A' }, { name: 'B' }], rules: [pinned('a', 'p0'), pinned('b', 'p1'), avoided('told', 'p0', 'p1')] }).conflicts,
    ]) {
      expect(conflicts).toHaveLength(1);
      expect(conflicts[0].rules).not.toContain('told');
      expect(conflicts[0].text.ja).toMatch(/ほかの条件と同時に(は守れません|守れる分け方が見つかりません)/);
      expect(JSON.stringify([conflicts[0].text, conflicts[0].loosenings.map(({ text }) => text)])).not.toMatch(/会わない|avoid/);
    }
  });

  it('are not called what they are beside a team of whose members the organiser’s rules name one or two, nor of a pair', () => {
    const told = avoided('told', 'p0', 'p1');
    const label = (members: string[], ...own: NonNullable<TeamRules['rules']>): string => brokenWords(told, members, [...own, told], (id) => id).en;
    const two = { type: 'together' as const, people: ['p0', 'p1'] };
    expect(label(['p0', 'p1', 'p2'], two)).toBe('another rule');
    expect(label(['p0', 'p1', 'p2'], { type: 'pin', person: 'p1', team: 'A' })).toBe('another rule');
    expect(label(['p0', 'p1'])).toBe('another rule');
    expect(label(['p0', 'p1', 'p2'], { type: 'together', people: ['p3', 'p4'] })).toBe('“people who avoid each other apart”');
    expect(label(['p0', 'p1', 'p2'], { type: 'together', people: ['p0', 'p1', 'p2'] })).toBe('“people who avoid each other apart”');
  });

  it('name nobody where no rule of the organiser stands against them', () => {
    const [conflict] = said([avoided('told', 'p0', 'p1'), avoided('told-2', 'p1', 'p2'), avoided('told-3', 'p0', 'p2')]);
    expect(conflict.rules).toEqual([]);
    expect(conflict.text.ja).toMatch(/^会わないようにしている人どうしがいて、この人数のチームに分ける方法が見つかりません。/);
    expect(JSON.stringify([conflict.text, conflict.loosenings.map(({ text }) => text)])).not.toMatch(/人\d(?!→)/);
  });
});
