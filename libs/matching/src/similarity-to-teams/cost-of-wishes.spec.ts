import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formTeams } from '../form-teams.js';
import { seededRandom } from './seeded-random.js';
import type { TeamPerson, TeamRules } from './team-rules.js';

const group = (count: number): TeamPerson[] =>
  Array.from({ length: count }, (_, at) => ({ id: `p${String(at).padStart(2, '0')}`, attributes: { side: at % 2 ? 'x' : 'y', level: at % 5 } }));
const pairs = (seed: number) => (a: number, b: number): number => seededRandom(seed + 1009 * Math.min(a, b) + Math.max(a, b)).below(100) / 100;
const form = (rules: TeamRules, seed = 1) => formTeams({ people: group(16), pairs: pairs(seed), rules: { size: { min: 4, max: 4 }, ...rules }, seed, iterations: 20_000, baselineSamples: 60 });

describe('what each wish costs', () => {
  it('is nothing for the only wish, and nothing where wishes do not get in each other’s way', () => {
    expect(form({}).wishes).toEqual([expect.objectContaining({ wish: 'pairs', cost: 0 })]);
    const mixed = { id: 'mixed', type: 'mix', attribute: 'side' } as const;
    const twice = form({ wishes: [{ type: 'pairs', weight: 0 }, mixed, { ...mixed, id: 'again' }] });
    for (const { cost, value } of twice.wishes) expect([cost, value]).toEqual([0, expect.closeTo(1, 9)]);
  });

  it('is what two wishes that pull apart take from each other', () => {
    const { wishes } = form({ wishes: [{ type: 'pairs', weight: 0 }, { id: 'alike', type: 'same', attribute: 'side', priority: 2 }, { id: 'mixed', type: 'mix', attribute: 'side', priority: 1 }] });
    const [alike, mixed] = ['alike', 'mixed'].map((id) => wishes.find(({ wish }) => wish === id)!);
    expect(mixed.cost).toBeGreaterThan(0.2);
    expect(mixed.without).toBeLessThan(mixed.value);
    expect(alike.value).toBeLessThan(1);
  });

  it('is never below zero, with every value a number, and the plan is the same as without asking', () => {
    fc.assert(fc.property(fc.nat(), (seed) => {
      const rules: TeamRules = { wishes: [{ type: 'pairs' }, { type: 'mix', attribute: 'side' }, { type: 'balance', attribute: 'level', priority: 3 }] };
      const input = { people: group(12), pairs: pairs(seed), rules, seed, iterations: 1500, baselineSamples: 10 };
      const asked = formTeams(input);
      expect(formTeams({ ...input, costs: false }).teams).toEqual(asked.teams);
      for (const { value, random, without, cost } of asked.wishes) {
        expect([value, random, without, cost].every(Number.isFinite)).toBe(true);
        expect(cost).toBeGreaterThanOrEqual(0);
      }
    }), { numRuns: 30 });
  });

  it('leaves the themes of the plan alone', () => {
    const people = group(12).map((person, at) => ({ ...person, choices: [['a', 'b', 'c'][at % 3]] }));
    const rules: TeamRules = { size: { min: 4, max: 4 }, themes: ['a', 'b', 'c'].map((id) => ({ id, title: id })), wishes: [{ type: 'choice' }, { type: 'mix', attribute: 'side' }] };
    const input = { people, pairs: () => 0, rules, iterations: 20_000, baselineSamples: 5 };
    expect(formTeams(input).teams).toEqual(formTeams({ ...input, costs: false }).teams);
  });
});
