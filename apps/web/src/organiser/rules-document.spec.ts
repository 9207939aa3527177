import { describe, expect, it } from '@jest/globals';
import { strengthOf, withoutRule, withoutTheme, withRule, withStrength, withTheme, type RulesDocument } from './rules-document.js';

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
    expect(withoutRule(added, 0).rules).toEqual([{ type: 'apart', people: ['1', '2'] }]);
  });
});
