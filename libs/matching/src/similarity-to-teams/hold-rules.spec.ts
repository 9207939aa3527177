import { describe, expect, it } from '@jest/globals';
import { formRounds } from '../form-rounds.js';
import { formTeams } from '../form-teams.js';
import type { Rule, TeamPerson, TeamRules } from './team-rules.js';

const nine: TeamPerson[] = Array.from({ length: 9 }, (_, at) => ({ id: `p${at}`, sector: at < 3 ? 'student' : 'company', languages: [['ja', 'en', 'zh'][at % 3]] }));
const size = { min: 3, max: 5, target: 4 };
const form = (rules: TeamRules, options: { iterations?: number; people?: TeamPerson[]; shouldStop?: () => boolean } = {}) =>
  formTeams({ people: nine, pairs: (a, b) => (a * b) / 64, rules: { size, ...rules }, iterations: 20_000, baselineSamples: 20, costs: false, ...options });
const sizesOf = ({ teams }: { teams: { members: string[] }[] }): number[] => teams.map(({ members }) => members.length);

const avoiding: Rule[] = [['p0', 'p1'], ['p0', 'p2'], ['p1', 'p2']].map((people) => ({ type: 'apart', people, confidential: true }));
const trios: Rule[] = [0, 1, 2].map((at) => ({ type: 'together', people: [3 * at, 3 * at + 1, 3 * at + 2].map((one) => `p${one}`) }));
const students: Rule = { type: 'separate', who: { attribute: 'sector', values: ['student'] }, from: { attribute: 'sector', values: ['company'] } };

describe('rules that another number of teams holds', () => {
  it('hold: nine people who make 5 and 4 are divided in threes where the rules need that', () => {
    expect(sizesOf(form({})).sort()).toEqual([4, 5]);
    for (const rules of [avoiding, trios, [students], [{ type: 'same', attribute: 'languages' }] as Rule[]]) {
      const plan = form({ rules });
      expect(plan).toMatchObject({ broken: [], conflicts: [], baselineSamples: 20 });
      expect(sizesOf(plan)).toEqual([3, 3, 3]);
    }
  });

  it('hold in every round', () => {
    const rounds = formRounds({ people: nine, pairs: () => 0, rules: { size, rules: avoiding }, rounds: 3 });
    expect(rounds.map(({ broken }) => broken)).toEqual([[], [], []]);
    expect(rounds.map(sizesOf)).toEqual([[3, 3, 3], [3, 3, 3], [3, 3, 3]]);
  });

  it('hold however soon the search is stopped, and as many steps give the same teams', () => {
    for (const asked of [1, 2, 5]) {
      let times = 0;
      const stopped = form({ rules: avoiding }, { iterations: undefined, shouldStop: () => ++times >= asked });
      expect(stopped.broken).toEqual([]);
      expect(form({ rules: avoiding }, { iterations: stopped.iterations }).teams).toEqual(stopped.teams);
    }
  });

  it('make a cure that needs it: with teams of two, eight of whom three avoid each other are 3, 3 and 2', () => {
    const [conflict] = form({ rules: avoiding }, { people: nine.slice(0, 8) }).conflicts;
    expect(conflict.text).toEqual({
      ja: '会わないようにしている人どうしがいて、この人数のチームに分ける方法が見つかりません。人数の下限を3→2にすると成り立ちます。',
      en: 'Some people avoid each other, and no teams of these sizes were found. It works if you lower the smallest size from 3 to 2.',
    });
    expect(form(conflict.loosenings[0].rules, { people: nine.slice(0, 8) }).broken).toEqual([]);
  });

  it('leave a number that was asked for as it is', () => {
    expect(form({ rules: avoiding, count: 2 }).teams).toHaveLength(2);
    expect(form({ rules: avoiding, count: 3 }).broken).toEqual([]);
  });
});
