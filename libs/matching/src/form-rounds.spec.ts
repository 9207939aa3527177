import { describe, expect, it } from '@jest/globals';
import { formRounds, type PlannedRound } from './form-rounds.js';
import { scoreTeams } from './repair-teams.js';
import { seededRandom } from './similarity-to-teams/seeded-random.js';
import type { Progress } from './similarity-to-teams/team-plan.js';
import type { TeamPerson } from './similarity-to-teams/team-rules.js';

const group = (count: number): TeamPerson[] => Array.from({ length: count }, (_, at) => ({ id: `p${String(at).padStart(2, '0')}`, attributes: { lead: at < 4 } }));
const repeats = (rounds: PlannedRound[]): number => rounds.reduce((sum, round) => sum + round.repeats, 0);
const rounds = (people: number, size: number, count: number) =>
  formRounds({ people: group(people), pairs: () => 0, rules: { size: { min: size, max: size } }, rounds: count });

describe('feature 56: several rounds, new people every time', () => {
  it('repeats no more pairs than good-enough-golfers does: 30 people 6×5 in five rounds at most 6, 50 people 10×5 and 48 people 12×4 none', () => {
    expect(repeats(rounds(30, 5, 5))).toBeLessThanOrEqual(6);
    expect(repeats(rounds(50, 5, 5))).toBe(0);
    expect(repeats(rounds(48, 4, 4))).toBe(0);
  });

  it('manages with odd numbers, everyone in every round', () => {
    const plans = formRounds({ people: group(13), pairs: () => 0, rules: { size: { min: 3, max: 4 } }, rounds: 3 });
    expect(repeats(plans)).toBeLessThanOrEqual(1);
    for (const { teams } of plans) expect(teams.flatMap(({ members }) => members).sort()).toEqual(group(13).map(({ id }) => id));
  });

  it('holds the rules in each round, and counts meetings of earlier events', () => {
    const rules = {
      size: { min: 4, max: 4 }, met: [{ people: ['p00', 'p15'] }],
      rules: [{ type: 'count' as const, who: { attribute: 'lead', values: [true] }, min: 1, max: 1 }],
    };
    const plans = formRounds({ people: group(16), pairs: () => 0, rules, rounds: 3 });
    for (const { broken, teams } of plans) {
      expect(broken).toEqual([]);
      expect(teams.some(({ members }) => members.includes('p00') && members.includes('p15'))).toBe(false);
    }
    expect(repeats(plans)).toBe(0);
  });

  it('says why rules cannot hold, and what would make them possible, as for one round', () => {
    const [six, apart] = [group(6).map(({ id }) => id), ['p00', 'p01']];
    const plans = formRounds({ people: group(20), pairs: () => 0, rules: { size: { min: 4, max: 5 }, rules: [{ type: 'together', people: six }, { type: 'apart', people: apart }] }, rounds: 2 });
    for (const { broken, conflicts } of plans) {
      expect(broken.length).toBeGreaterThan(0);
      expect(conflicts.map(({ rules }) => rules)).toEqual([['rule-1', 'size'], ['rule-1', 'rule-2']]);
      expect(conflicts[0].loosenings.map(({ text }) => text.ja)).toEqual(['「p00・p01・p02・p03・p04・p05は同じチーム」を外す']);
    }
  });

  it('measures people who must be together as if they met for the first time, since no plan could part them', () => {
    const plans = formRounds({ people: group(12), pairs: (a, b) => (a < 4) === (b < 4) ? 1 : 0, rules: { size: { min: 4, max: 4 }, rules: [{ type: 'together', people: ['p00', 'p01', 'p02', 'p03'] }] }, rounds: 2 });
    for (const { teams } of plans) expect(teams.find(({ members }) => members.includes('p00'))!.terms.pairs).toBeGreaterThan(0.9);
  });

  it('tells each round as if none followed, and the first beside random teams in its place, which are worth no more', () => {
    const people = group(11);
    const met = [people.slice(0, 5), people.slice(5, 10)].map((team) => ({ people: team.map(({ id }) => id) }));
    for (let seed = 1; seed <= 12; seed++) {
      const random = seededRandom(seed);
      const table = people.map(() => people.map(() => random.unit() ** 3));
      const input = { people, pairs: (a: number, b: number) => table[Math.min(a, b)][Math.max(a, b)], rules: { size: { min: 3, max: 6 }, met } };
      const planned = formRounds({ ...input, rounds: 3, seed });
      for (const [at, { teams, objective }] of planned.entries()) {
        const before = planned.slice(0, at).flatMap((round) => round.teams.map(({ members }) => ({ people: members })));
        expect(objective).toBeCloseTo(scoreTeams({ ...input, rules: { ...input.rules, met: [...met, ...before] } }, teams).objective, 6);
      }
      const [{ objective, chance }, ...later] = planned;
      expect(chance!.samples).toBe(1000);
      expect(objective).toBeGreaterThanOrEqual(chance!.mean);
      for (const round of later) expect(round).not.toHaveProperty('chance');
    }
  });

  it('gives the same rounds for the same seed and iterations', () => {
    const run = () => formRounds({ people: group(12), pairs: (a, b) => ((a * b) % 7) / 7, rules: {}, rounds: 2, seed: 4, iterations: 20_000 });
    expect(run()).toEqual(run());
  });

  it('ends when told to, once each round was searched one time, and tells how good they are by then', () => {
    const told: Progress[] = [];
    const plans = formRounds({ people: group(24), pairs: (a, b) => ((a * b) % 7) / 7, rules: {}, rounds: 3, shouldStop: (progress) => told.push(progress) > 0 });
    const known = told.filter(({ violation }) => violation < Infinity);
    expect(known.map(({ planObjective, violation }) => ({ planObjective, violation }))).toEqual([{ planObjective: plans[0].objective, violation: 0 }]);
    expect(known[0].teams()).toEqual(plans[0].teams.map(({ members }) => members));
    for (const { teams } of plans) expect(teams.flatMap(({ members }) => members).sort()).toEqual(group(24).map(({ id }) => id));
    expect(repeats(plans)).toBe(0);
  });

  it('begins no further round once it is told to end amid a pass', () => {
    const known: Progress[] = [];
    formRounds({ people: group(24), pairs: (a, b) => ((a * b) % 7) / 7, rules: {}, rounds: 5, shouldStop: (progress) => progress.violation < Infinity && known.push(progress) > 1 });
    expect(known.length).toBeGreaterThan(1);
    expect(new Set(known.slice(1).map(({ iterations }) => iterations)).size).toBe(1);
  });
});
