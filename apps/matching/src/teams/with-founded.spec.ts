import { describe, expect, it } from '@jest/globals';
import { withFounded } from './with-founded.js';

const concept = (label: string): string => `#${label}`;
const founded = { id: 'own', name: '花壇の会', seats: 2, wants: ['釣り'], members: ['a', 'b'] };
const rules = { size: { min: 4, max: 5 }, teams: [{ name: '司会' }] };

describe('rules with the teams that people formed', () => {
  it('hold their own size, smaller than the smallest or not, and what they look for, beside the teams of the organiser', () => {
    expect(withFounded(rules, [founded], new Set(['a', 'b', 'c']), concept).teams).toEqual([
      { name: '司会' }, { name: 'own', members: ['a', 'b'], min: 2, max: 2, wants: [{ concept: '#釣り' }] },
    ]);
    expect(withFounded(rules, [{ ...founded, seats: 7 }], new Set(['a', 'b']), concept).teams![1]).toMatchObject({ min: 4, max: 7 });
  });

  it('know only founders who are here, and no team of which nobody is', () => {
    expect(withFounded(rules, [founded], new Set(['b']), concept).teams![1]).toMatchObject({ members: ['b'], min: 2, max: 2 });
    expect(withFounded(rules, [founded], new Set(['c']), concept)).toBe(rules);
  });
});
