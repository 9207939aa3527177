import { describe, expect, it } from '@jest/globals';
import type { TeamRules } from '@tsunagu/matching';
import { toChange, withFacts } from './with-facts.js';

const nothing = { mutual: [], known: [], avoided: [], met: [] };
const size = { min: 3, max: 5 };

describe('rules with what people have told', () => {
  it('keep people apart who avoid each other, in confidence', () => {
    const { rules } = withFacts({ size }, { ...nothing, avoided: [{ people: ['花子', '太郎'] }] }, []);
    expect(rules).toEqual([{ id: 'avoided-1', confidential: true, type: 'apart', people: ['花子', '太郎'] }]);
  });

  it('add what was lived through to what the organiser wrote', () => {
    const told = withFacts({ size, met: [{ people: ['a', 'b'] }] }, { ...nothing, met: [{ people: ['c', 'd'] }], mutual: [{ people: ['a', 'c'] }], known: [{ people: ['b', 'd'] }] }, []);
    expect(told).toMatchObject({ met: [{ people: ['a', 'b'] }, { people: ['c', 'd'] }], mutual: [{ people: ['a', 'c'] }], known: [{ people: ['b', 'd'] }] });
  });

  it('let themes count that somebody has ranked, and leave a wish of their own alone', () => {
    const themes = [{ id: 't', title: 'T' }];
    expect(withFacts({ size, themes }, nothing, ['t']).wishes).toEqual([{ id: 'choice', type: 'choice', priority: 1 }]);
    for (const choices of [[], ['gone']]) expect(withFacts({ size, themes }, nothing, choices).wishes).toBeUndefined();
    expect(withFacts({ size, themes, wishes: [{ type: 'choice', priority: 4 }] }, nothing, ['t']).wishes).toEqual([{ type: 'choice', priority: 4 }]);
    expect(withFacts({ size }, nothing, ['t']).wishes).toBeUndefined();
  });
});

describe('a loosening as the organiser sends it back', () => {
  it('holds their own document with the changed size and rules, and nothing of what people told', () => {
    const original = { weakest: 0.3, wishes: [{ type: 'theme' }], rules: [{ type: 'together', people: ['a', 'b'] }, { id: 'own', type: 'apart', people: ['a', 'c'] }] };
    const told = withFacts({ ...original as TeamRules, size: { min: 3, max: 6 } }, { ...nothing, avoided: [{ people: ['c', 'd'] }], met: [{ people: ['a', 'c'] }] }, []);
    expect(toChange({ rules: original, rounds: 1, round: 1 }, told)).toEqual({ teamSize: { min: 3, max: 6 }, rules: original });
    const dropped = { ...told, rules: told.rules!.slice(1) };
    expect(toChange({ rules: original, rounds: 3, round: 2 }, dropped)).toEqual({ teamSize: { min: 3, max: 6 }, rules: { ...original, rules: original.rules.slice(1) }, rounds: 2 });
  });
});
