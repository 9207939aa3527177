import { describe, expect, it } from '@jest/globals';
import { formTeams } from '../form-teams.js';
import { repairTeams, scoreTeams } from '../repair-teams.js';
import type { FormTeamsInput } from './team-plan.js';
import type { Rule, TeamPerson, TeamRules } from './team-rules.js';

const eight: TeamPerson[] = Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, name: `人${at}` }));
const form = (rules: TeamRules, standing: Pick<FormTeamsInput, 'start' | 'pinned'> = {}) =>
  formTeams({ people: eight, pairs: (a, b) => (a + b) / 14, rules, iterations: 5000, baselineSamples: 10, ...standing });
const teamOf = ({ teams }: { teams: { members: string[] }[] }, id: string): number => teams.findIndex(({ members }) => members.includes(id));

const together = (...people: string[]): Rule => ({ id: 'pair', type: 'together', people });
const pin = (person: string, team: string): Rule => ({ id: `${person} ${team}`, type: 'pin', person, team });
const fours = [['p0', 'p1', 'p2', 'p3'], ['p4', 'p5', 'p6', 'p7']].map((members) => ({ members }));
const two = [{ name: '海' }, { name: '山' }];

describe('whoever is bound to a team stays there, and a rule that asks for another is told as broken', () => {
  it('people pinned in two teams whom a rule holds together', () => {
    for (const plan of [
      form({ rules: [together('p0', 'p4')] }, { start: fours, pinned: ['p0', 'p4'] }),
      repairTeams({ people: eight, pairs: () => 0.5, rules: { rules: [together('p0', 'p4')] }, plan: fours, pinned: ['p0', 'p4'] }),
    ]) {
      expect([teamOf(plan, 'p0'), teamOf(plan, 'p4')].sort()).toEqual([0, 1]);
      expect(plan.broken).toEqual([{ rule: 'pair', team: 1, by: 1 }]);
      expect(plan.conflicts).toMatchObject([{ rules: ['pair'], proven: true, short: 1, text: {
        ja: '「人0・人4は同じチーム」は守れません。固定されている人か、自分たちで組んだチームの人が、別のチームにいるためです。「人0・人4は同じチーム」を外すと成り立ちます。',
        en: '“人0, 人4: same team” cannot be kept: somebody it is about is pinned in another team, or formed one. It works if you drop “人0, 人4: same team”.',
      } }]);
    }
  });

  it('members of two teams that people formed, and of two that are locked', () => {
    const formed = form({ teams: [{ name: '海', members: ['p0'] }, { name: '山', members: ['p1'] }], rules: [together('p0', 'p1')] });
    const locked = form({ teams: fours.map(({ members }, at) => ({ name: `t${at}`, members, min: 4, max: 4 })), rules: [together('p0', 'p4')] });
    expect([teamOf(formed, 'p0'), teamOf(formed, 'p1')]).toEqual([0, 1]);
    expect(locked.teams.map(({ members }) => members)).toEqual(fours.map(({ members }) => members));
    for (const { broken, conflicts } of [formed, locked]) expect([broken, conflicts.map(({ rules }) => rules)]).toEqual([[{ rule: 'pair', team: 1, by: 1 }], [['pair']]]);
  });

  it('people whom pins of the rules hold in two teams, or one in both: the rules contradict each other', () => {
    const apart = form({ teams: two, rules: [pin('p0', '海'), pin('p1', '山'), together('p0', 'p1')] });
    expect(apart.conflicts).toMatchObject([{ rules: ['p0 海', 'p1 山', 'pair'], proven: true }]);
    expect(apart.conflicts[0].text.ja).toMatch(/^「人0は海」と「人1は山」と「人0・人1は同じチーム」は同時に成り立ちません。/);
    expect(apart.conflicts[0].loosenings).toHaveLength(3);
    const both = form({ teams: two, rules: [pin('p0', '海'), pin('p0', '山')] });
    expect([teamOf(both, 'p0'), both.broken]).toEqual([0, [{ rule: 'p0 山', team: 0, by: 1 }]]);
    expect(both.conflicts.map(({ rules }) => rules)).toEqual([['p0 海', 'p0 山']]);
  });

  it('a hand goes before those who formed a team, they before the pins of the rules', () => {
    const own = [{ name: '海', members: ['p0', 'p4'] }, { name: '山' }];
    const plan = form({ teams: own, rules: [pin('p0', '山')] });
    expect(plan.broken).toEqual([{ rule: 'p0 山', team: 0, by: 1 }]);
    const held = form({ teams: own }, { start: [{ name: '海', members: ['p0'] }, { name: '山', members: ['p4'] }], pinned: ['p4'] });
    expect([teamOf(held, 'p0'), teamOf(held, 'p4')]).toEqual([0, 1]);
  });

  it('who is free goes with one of them, and judging the plan by hand says the same', () => {
    const rules = { teams: two, rules: [pin('p0', '海'), pin('p1', '山'), together('p2', 'p0', 'p1')] };
    const plan = form(rules);
    expect(teamOf(plan, 'p2')).toBe(0);
    expect(plan.broken).toEqual([{ rule: 'pair', team: 1, by: 1 }]);
    expect(scoreTeams({ people: eight, pairs: (a, b) => (a + b) / 14, rules }, plan.teams)).toMatchObject({ broken: plan.broken, objective: expect.closeTo(plan.objective, 9) });
  });

  it('whoever is pinned stays beside them where there are fewer teams than before', () => {
    const start = [['p5'], ['p6'], ['p4', 'p3'], ['p0', 'p1', 'p2', 'p7']].map((members) => ({ members }));
    const plan = form({ size: { min: 4, max: 4 } }, { start, pinned: ['p0', 'p1', 'p2', 'p7'] });
    expect(plan.teams.map(({ members }) => members)).toEqual([['p0', 'p1', 'p2', 'p7'], ['p3', 'p4', 'p5', 'p6']]);
  });
});
