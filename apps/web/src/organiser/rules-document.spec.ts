import { describe, expect, it } from '@jest/globals';
import { rulesOf, sayingOf, strengthOf, withoutRule, withoutTheme, withRule, withStrength, withTheme, type RulesDocument } from './rules-document.js';

const document: RulesDocument = { wishes: [{ type: 'needs', priority: 1 }, { type: 'balance', attribute: 'age', priority: 2 }], rules: [{ type: 'same', attribute: 'languages' }], weakest: 0.4 };

describe('the rules document', () => {
  it('reads the first priority as the strongest wish, and an absent wish as off', () => {
    expect(strengthOf(document, 'needs')).toBe(5);
    expect(strengthOf(document, 'theme')).toBe(0);
  });

  it.each([0, 1, 2, 3, 4, 5])('gives back strength %i as it was set', (strength) => {
    expect(strengthOf(withStrength(document, 'theme', strength), 'theme')).toBe(strength);
  });

  it('feature 42: takes themes in and out, and keeps the rest', () => {
    const one = withTheme(document, { id: 'a', title: '歩けるまち' });
    expect(withTheme(one, { id: 'b', title: '食' }).themes).toEqual([{ id: 'a', title: '歩けるまち' }, { id: 'b', title: '食' }]);
    expect(withoutTheme(one, 'a')).toEqual({ ...document, themes: [] });
  });

  it('keeps what this page does not know', () => {
    const changed = withStrength(document, 'needs', 0);
    expect(changed).toEqual({ ...document, wishes: [{ type: 'balance', attribute: 'age', priority: 2 }] });
  });

  it('adds and removes rules', () => {
    const added = withRule(document, { type: 'apart', people: ['1', '2'] });
    expect(added.rules).toHaveLength(2);
    expect(withoutRule(added, { attribute: 'languages', type: 'same' }).rules).toEqual([{ type: 'apart', people: ['1', '2'] }]);
  });

  it('removes a rule once, and no other in its place', () => {
    const four: RulesDocument = { rules: [1, 2, 3, 4].map((max) => ({ type: 'spread', attribute: 'affiliation', max })) };
    const once = withoutRule(four, four.rules![0]!);
    expect(once.rules).toEqual(four.rules!.slice(1));
    expect(withoutRule(once, four.rules![0]!)).toBe(once);
  });

  it('has a rule once, however often it is said', () => {
    const twice: RulesDocument = { rules: [{ type: 'same', attribute: 'languages' }, { attribute: 'languages', type: 'same' }] };
    expect(rulesOf(twice)).toHaveLength(1);
    expect(withRule(document, document.rules![0]!)).toEqual(document);
    expect(withoutRule(twice, document.rules![0]!).rules).toEqual([]);
    expect(sayingOf({ type: 'apart', people: ['1', '2'] })).not.toBe(sayingOf({ type: 'apart', people: ['1', '3'] }));
  });
});
