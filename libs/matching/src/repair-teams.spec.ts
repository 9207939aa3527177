import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formTeams } from './form-teams.js';
import { effectsOfMoves } from './effects-of-moves.js';
import { repairTeams, scoreTeams } from './repair-teams.js';
import { meanTerms } from './similarity-to-teams/mean-terms.js';
import { seededRandom } from './similarity-to-teams/seeded-random.js';
import type { TeamPerson, TeamRules } from './similarity-to-teams/team-rules.js';

const group = (count: number): TeamPerson[] =>
  Array.from({ length: count }, (_, at) => ({ id: `p${String(at).padStart(3, '0')}`, attributes: { side: at % 2 ? 'x' : 'y' } }));
const pairsOf = (people: TeamPerson[]) => (a: number, b: number): number => {
  const [one, other] = [people[a].id, people[b].id].map((id) => Number(id.slice(1))).sort((x, y) => x - y);
  return seededRandom(1009 * one + other).below(100) / 100;
};
const size = { min: 3, max: 5, target: 4 };
const planFor = (people: TeamPerson[], rules: TeamRules) => formTeams({ people, pairs: pairsOf(people), rules, iterations: 20_000, baselineSamples: 0 }).teams;
const repair = (people: TeamPerson[], plan: { members: string[] }[], rules: TeamRules) => repairTeams({ people, pairs: pairsOf(people), rules, plan });

describe('repairTeams', () => {
  it('seats a late arrival without moving anybody while a team has room', () => {
    const people = group(12);
    const plan = planFor(people, { size });
    const repaired = repair(group(13), plan, { size });
    expect(repaired.moved).toEqual([]);
    expect(repaired.unplaced).toEqual([]);
    expect(repaired.teams.filter(({ members }) => members.includes('p012')).length).toBe(1);
  });

  it('gives the late arrival the seat that is worth most', () => {
    const people = group(12);
    const plan = planFor(people, { size });
    const everyone = group(13);
    const repaired = repair(everyone, plan, { size });
    const others = plan.map((_, at) => scoreTeams({ people: everyone, pairs: pairsOf(everyone), rules: { size } },
      plan.map(({ members }, team) => ({ members: team === at ? [...members, 'p012'] : members }))).objective);
    expect(repaired.objective).toBeCloseTo(Math.max(...others), 6);
  });

  it('keeps everyone seated where a drop-out leaves teams large enough', () => {
    const people = group(16);
    const plan = planFor(people, { size });
    const gone = plan[1].members[0];
    const repaired = repair(people.filter(({ id }) => id !== gone), plan, { size });
    expect(repaired.moved).toEqual([]);
    expect(repaired.teams[1].members).toEqual(plan[1].members.filter((id) => id !== gone));
  });

  it('moves one person, not more, into a team that has become too small', () => {
    const people = group(16);
    const plan = planFor(people, { size });
    const gone = new Set(plan[0].members.slice(0, 2));
    const repaired = repair(people.filter(({ id }) => !gone.has(id)), plan, { size });
    expect(repaired.moved.length).toBe(1);
    expect(repaired.broken).toEqual([]);
  });

  it('dissolves a team that the people left cannot fill', () => {
    const people = group(12);
    const plan = planFor(people, { size: { min: 4, max: 5 } });
    const gone = new Set(plan[0].members.slice(0, 3));
    const repaired = repair(people.filter(({ id }) => !gone.has(id)), plan, { size: { min: 4, max: 5 } });
    expect(repaired.teams.map(({ members }) => members.length)).toEqual([0, 5, 4]);
    expect(repaired.moved.length).toBe(1);
  });

  it('lists with a cause whom no team has a seat for', () => {
    const people = group(12);
    const plan = planFor(people, { size: { min: 4, max: 4 } });
    const repaired = repair(group(13), plan, { size: { min: 4, max: 4 } });
    expect(repaired.unplaced).toMatchObject([{ id: 'p012', cause: { code: 'teams.full' } }]);
    expect(repaired.teams.map(({ members }) => members)).toEqual(plan.map(({ members }) => members));
  });

  it('is shown beside random plans, judged alike, also where somebody finds no seat or a team has ended', () => {
    const beside = (count: number, plan: { members: string[] }[], rules: TeamRules) => repairTeams({ people: group(count), pairs: () => 0.5, rules, plan, baselineSamples: 20 });
    const eight = group(8).map(({ id }) => id);
    const fours = [{ members: eight.slice(0, 4) }, { members: eight.slice(4) }];
    const late = beside(9, fours, { size: { min: 3, max: 5 } });
    const full = beside(9, fours, { size: { min: 4, max: 4 }, count: 2 });
    const ended = beside(8, [...fours, { members: ['gone'] }], { size: { min: 4, max: 4 } });
    expect([late, full, ended].map(({ unplaced }) => unplaced.length)).toEqual([0, 1, 0]);
    for (const { objective, chance } of [late, full, ended]) {
      expect(chance).toMatchObject({ samples: 20, mean: expect.closeTo(objective, 9), best: expect.closeTo(objective, 9) });
      expect(chance!.terms.pairs).toBeCloseTo(objective, 9);
    }
    expect(repair(group(9), fours, { size })).not.toHaveProperty('chance');
  });

  it('says which rules cannot all hold where the repaired plan breaks some', () => {
    const people = group(4);
    const plan = [{ members: ['p000', 'p001'] }, { members: ['p002', 'p003'] }];
    const repaired = repair(people, plan, { size: { min: 2, max: 2 }, rules: [{ type: 'together', people: ['p000', 'p001'] }, { type: 'apart', people: ['p000', 'p001'] }] });
    expect(repaired.broken).toMatchObject([{ rule: 'rule-2', team: 0 }]);
    expect(repaired.conflicts).toMatchObject([{ rules: ['rule-1', 'rule-2'], proven: true, loosenings: expect.any(Array) }]);
    expect(repair(people, plan, { size: { min: 2, max: 2 } })).toMatchObject({ broken: [], conflicts: [] });
  });

  it('divides a team that is larger than a team may be', () => {
    const repaired = repair(group(4), [{ members: ['p000', 'p001', 'p002', 'p003'] }], { size: { min: 2, max: 3 } });
    expect(repaired.teams.map(({ members }) => members.length)).toEqual([2, 2]);
    expect(repaired).toMatchObject({ moved: [{ from: 0, to: 1 }, { from: 0, to: 1 }], broken: [], unplaced: [] });
  });

  it('names a team that stays too large, and adds no empty one to it', () => {
    const pinned = ['p000', 'p001', 'p002', 'p003'];
    const people = group(4);
    const repaired = repairTeams({ people, pairs: pairsOf(people), rules: { size: { min: 2, max: 3 } }, plan: [{ members: pinned }], pinned });
    expect(repaired).toMatchObject({ teams: [{ members: pinned }], broken: [{ rule: 'size', team: 0, by: 1 }], conflicts: [{ rules: ['size'] }] });
    expect(repaired.teams).toHaveLength(1);
  });

  it('opens a new team for as many late arrivals as make one', () => {
    const plan = planFor(group(8), { size: { min: 4, max: 4 } });
    const repaired = repair(group(12), plan, { size: { min: 4, max: 4 } });
    expect(repaired.moved).toEqual([]);
    expect(repaired.teams.map(({ members }) => members.length)).toEqual([4, 4, 4]);
  });

  it('fills an empty team again before it makes a new one, and leaves nobody waiting beside free seats', () => {
    const six = { size: { min: 4, max: 6 } };
    const people = group(45);
    const ids = people.map(({ id }) => id);
    const sizes = [6, 5, 6, 6, 5, 5, 5, 0];
    const plan = sizes.map((size, at) => ({ members: ids.slice(sizes.slice(0, at).reduce((sum, one) => sum + one, 0)).slice(0, size) }));
    for (const count of [39, 42, 43, 44, 45]) {
      const repaired = repairTeams({ people: people.slice(0, count), pairs: pairsOf(people), rules: six, plan });
      expect(repaired).toMatchObject({ unplaced: [], moved: [], broken: [] });
      expect(repaired.teams).toHaveLength(8);
    }
    const fours = [0, 1, 2, 3, 4, 5, 6, 7].map((team) => ({ members: team === 7 ? [] : ids.slice(4 * team, 4 * team + 4) }));
    const exact = repairTeams({ people: people.slice(0, 33), pairs: pairsOf(people.slice(0, 33)), rules: { size: { min: 4, max: 4 } }, plan: fours });
    expect(exact.teams.map(({ members }) => members.length)).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
    expect(exact.unplaced).toMatchObject([{ cause: { code: 'teams.full' } }]);
  });

  it('seats in the teams there are whomever they hold, where no new one may be made', () => {
    const rules = { size: { min: 4, max: 6 } };
    const people = group(18);
    const plan = [0, 5].map((from) => ({ members: people.slice(from, from + 5).map(({ id }) => id) }));
    expect(repair(people, plan, rules).teams.map(({ members }) => members.length).sort()).not.toEqual([6, 6]);
    const repaired = repairTeams({ people, pairs: pairsOf(people), rules, plan, newTeams: false });
    expect(repaired.teams.map(({ members }) => members.length)).toEqual([6, 6]);
    expect(repaired.unplaced.map(({ cause }) => cause.code)).toEqual(Array.from({ length: 6 }, () => 'teams.full'));
  });

  it('brings people together whom a hand has parted, moving as few as possible', () => {
    const plan = [['p000', 'p001', 'p002'], ['p003', 'p004', 'p005', 'p006']].map((members) => ({ members }));
    const repaired = repair(group(7), plan, { size, rules: [{ type: 'together', people: ['p000', 'p003', 'p004'] }] });
    expect(repaired.moved.filter(({ id }) => ['p000', 'p003', 'p004'].includes(id))).toEqual([{ id: 'p000', from: 0, to: 1 }]);
    expect(repaired.broken).toEqual([]);
  });

  it('says that too few people wait for the team that is empty, where it is', () => {
    const plan = [{ members: ['p000', 'p001', 'p002', 'p003'] }, { members: [] }];
    expect(repair(group(5), plan, { size: { min: 4, max: 4 } }).unplaced).toMatchObject([{ id: 'p004', cause: { code: 'teams.too_few' } }]);
  });

  it('leaves pinned people where they are', () => {
    const people = group(16);
    const plan = planFor(people, { size });
    const gone = new Set(plan[0].members.slice(0, 2));
    const pinned = plan.slice(1, 3).flatMap(({ members }) => members);
    const here = people.filter(({ id }) => !gone.has(id));
    const repaired = repairTeams({ people: here, pairs: pairsOf(here), rules: { size }, plan, pinned });
    expect(repaired.moved.map(({ from }) => from)).toEqual([3]);
  });

  it('dissolves no team in which somebody is pinned, however small', () => {
    const people = group(6).slice(1);
    const plan = [['p000', 'p002', 'p004'], ['p001', 'p003', 'p005']].map((members) => ({ members }));
    const repaired = repairTeams({ people, pairs: () => 0.5, rules: { size }, plan, pinned: ['p004'] });
    expect(repaired).toMatchObject({ teams: [{ members: people.map(({ id }) => id) }, { members: [] }], broken: [] });
    const both = repairTeams({ people, pairs: () => 0.5, rules: { size }, plan, pinned: ['p004', 'p001'] });
    expect(both.moved).toEqual([]);
    expect(both).toMatchObject({ broken: [{ rule: 'size', team: 0, by: 1 }], conflicts: [{ rules: ['size'], proven: false }] });
  });

  it('makes another team where only that holds the rules, and new ones may be made', () => {
    const people = group(9);
    const ids = people.map(({ id }) => id);
    const rules: TeamRules = { size, rules: [[0, 1], [0, 2], [1, 2]].map((pair) => ({ type: 'apart', people: pair.map((at) => ids[at]) })) };
    const repaired = repair(people, [{ members: ids.slice(0, 5) }, { members: ids.slice(5) }], rules);
    expect(repaired.broken).toEqual([]);
    expect(repaired.teams.map(({ members }) => members.length)).toEqual([3, 3, 3]);
    const bound = repairTeams({ people, pairs: pairsOf(people), rules, plan: [{ members: ids.slice(0, 5) }, { members: ids.slice(5) }], newTeams: false });
    expect([bound.teams.length, bound.broken.length]).toEqual([2, 1]);
  });

  it('shows what a small reshuffle would give, without doing it', () => {
    const people = group(20);
    const plan = [0, 1, 2, 3, 4].map((team) => ({ members: people.filter((_, at) => at % 5 === team).map(({ id }) => id) }));
    const repaired = repairTeams({ people, pairs: pairsOf(people), rules: { size } , plan });
    expect(repaired.teams.map(({ members }) => members)).toEqual(plan.map(({ members }) => members));
    expect(repaired.reshuffle!.gain).toBeGreaterThan(0);
    expect(repaired.reshuffle!.objective).toBeCloseTo(repaired.objective + repaired.reshuffle!.gain, 9);
    expect(repaired.reshuffle!.moved.length).toBeLessThanOrEqual(8);
  });

  it('seats everyone who is here exactly once or lists them, whoever comes and goes', () => {
    fc.assert(fc.property(fc.integer({ min: 6, max: 24 }), fc.nat(), (count, seed) => {
      const random = seededRandom(seed);
      const everyone = group(count);
      const before = everyone.filter(() => random.below(5) > 0);
      const here = everyone.filter(() => random.below(5) > 0);
      fc.pre(before.length > 0 && here.length > 0);
      const plan = formTeams({ people: before, pairs: () => 0.5, rules: { size }, iterations: 300, baselineSamples: 0 }).teams;
      const repaired = repair(here, plan, { size });
      expect([...repaired.teams.flatMap(({ members }) => members), ...repaired.unplaced.map(({ id }) => id)].sort()).toEqual(here.map(({ id }) => id));
    }), { numRuns: 40 });
  });
});

describe('features 44 and 46: a move by hand and its effect', () => {
  const people = group(12);
  const rules: TeamRules = { size: { min: 3, max: 5 }, wishes: [{ id: 'mix', type: 'mix', attribute: 'side' }], rules: [{ id: 'apart', type: 'apart', people: ['p000', 'p001'] }] };
  const input = { people, pairs: pairsOf(people), rules };
  const teams = [0, 1, 2].map((team) => ({ members: people.filter((_, at) => at % 3 === team).map(({ id }) => id) }));

  it('judges a plan made by hand as the search judges its own', () => {
    const plan = formTeams({ ...input, iterations: 5000, baselineSamples: 0 });
    const scored = scoreTeams(input, plan.teams);
    expect(scored.objective).toBeCloseTo(plan.objective, 9);
    scored.teams.forEach(({ terms }, at) => Object.entries(terms).forEach(([wish, value]) => expect(value).toBeCloseTo(plan.teams[at].terms[wish], 9)));
  });

  it('judges people whom a hand has parted where they sit, and names the rule', () => {
    const held = { ...input, rules: { ...rules, size: { min: 3, max: 4 }, rules: [{ type: 'apart' as const, people: ['p000', 'p011'] }, { type: 'together' as const, people: ['p000', 'p003', 'p006'] }] } };
    const whole = [['p000', 'p003', 'p006', 'p009'], ['p001', 'p004', 'p007', 'p010'], ['p002', 'p005', 'p008', 'p011']].map((members) => ({ members }));
    expect(scoreTeams(held, whole).broken).toEqual([]);
    const parted = [whole[0].members.slice(1), [...whole[1].members, 'p000'], whole[2].members].map((members) => ({ members: [...members].sort() }));
    const judged = scoreTeams(held, parted);
    expect(judged.teams.map(({ members }) => members)).toEqual(parted.map(({ members }) => members));
    expect(judged.broken).toEqual([{ rule: 'size', team: 1, by: 1 }, { rule: 'rule-2', team: 1, by: 1 }]);
    const effect = effectsOfMoves(held, whole, 'p000')[1];
    expect(judged.objective - scoreTeams(held, whole).objective).toBeCloseTo(effect.objective, 9);
    expect(effect.broken).toBe(2);
  });

  it('gives a plan that keeps people together the score that the search gave it, also where they met before', () => {
    const bound = { ...rules, met: [{ people: ['p000', 'p003'] }], rules: [{ type: 'together' as const, people: ['p000', 'p003'] }] };
    const plan = formTeams({ people, pairs: pairsOf(people), rules: bound, iterations: 20_000, baselineSamples: 0 });
    expect(scoreTeams({ ...input, rules: bound }, plan.teams)).toMatchObject({ broken: [], objective: expect.closeTo(plan.objective, 9) });
  });

  it('judges where a hand has put somebody whom a rule holds elsewhere', () => {
    const pinned = { ...input, rules: { ...rules, rules: [{ id: 'pin', type: 'pin' as const, person: 'p000', team: 'A' }] } };
    const named = [{ name: 'A', members: ['p001', 'p002', 'p003'] }, { name: 'B', members: ['p000', 'p004', 'p005'] }];
    const judged = scoreTeams(pinned, named);
    expect(judged.teams.map(({ members }) => members)).toEqual(named.map(({ members }) => members));
    expect(judged.broken).toEqual([{ rule: 'pin', team: 1, by: 1 }]);
  });

  const moved = (id: string, to: number) => teams.map(({ members }, at) => ({ members: at === to ? [...members, id] : members.filter((one) => one !== id) }));

  it('shows for each team what the move would change, per wish, as judging the changed plan does', () => {
    const effects = effectsOfMoves(input, teams, 'p000');
    expect(effects.length).toBe(teams.length + 1);
    effects.forEach((effect, to) => {
      const [old, fresh] = [scoreTeams(input, teams), scoreTeams(input, to === 0 ? teams : moved('p000', to))];
      expect(effect.objective).toBeCloseTo(fresh.objective - old.objective, 9);
      expect(effect.terms.mix).toBeCloseTo(meanTerms(fresh.teams).mix - meanTerms(old.teams).mix, 9);
      expect(effect.terms.pairs).toBeCloseTo(meanTerms(fresh.teams).pairs - meanTerms(old.teams).pairs, 9);
    });
    expect(effects.map(({ broken }) => broken)).toEqual([0, 1, 0, 0]);
  });

  it('tells of people who must be together and would be parted, and of a team that would be too full or too small', () => {
    const strict = { ...input, rules: { ...rules, size: { min: 4, max: 4 }, rules: [{ type: 'together' as const, people: ['p000', 'p003'] }] } };
    expect(effectsOfMoves(strict, teams, 'p000').map(({ broken }) => broken)).toEqual([0, 3, 3, 1]);
  });

  it('seats somebody from outside, and judges a team fuller than any size', () => {
    const few = [{ members: people.slice(0, 3).map(({ id }) => id) }];
    const [joined, out] = effectsOfMoves(input, few, 'p011');
    expect(joined.objective).toBeCloseTo(scoreTeams(input, [{ members: [...few[0].members, 'p011'] }]).objective - scoreTeams(input, few).objective, 9);
    expect(out.objective).toBe(0);
    expect(out.terms.pairs).toBeCloseTo(0, 9);
    const all = [{ members: people.slice(0, 11).map(({ id }) => id) }, { members: ['p011'] }];
    expect(scoreTeams(input, all).teams.map(({ members }) => members)).toEqual(all.map(({ members }) => members));
  });
});
