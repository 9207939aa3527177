import { describe, expect, it } from '@jest/globals';
import { withheldWith } from './withheld.js';

type Statement = Parameters<typeof withheldWith>[0][number];
const tag = (fields: Partial<Statement> = {}): Statement => ({ id: 'tag', role: null, evidence: [[4, 12]], byHand: true, hidden: false, removed: false, ...fields });
const offer = (fields: Partial<Statement> = {}): Statement => ({ id: 'offer', role: 'place', evidence: [[2, 14]], byHand: false, hidden: false, removed: false, ...fields });

describe('needs and offers read from the words of a tag', () => {
  it.each([['hidden', { hidden: true }], ['removed', { removed: true }]])('go out of sight with a %s one, and come back with it', (_, change) => {
    expect(withheldWith([tag(change), offer()])).toEqual([{ id: 'offer', hidden: true }]);
    expect(withheldWith([tag(change), offer({ hidden: true })])).toEqual([]);
    expect(withheldWith([tag(), offer({ hidden: true })])).toEqual([{ id: 'offer', hidden: false }]);
  });

  it('stay where they were read from other words, or where no words are known', () => {
    expect(withheldWith([tag({ hidden: true }), offer({ evidence: [[12, 20]] }), offer({ evidence: [] })])).toEqual([]);
  });

  it('stay as their owner wants them', () => {
    expect(withheldWith([tag({ hidden: true }), offer({ byHand: true })])).toEqual([]);
  });

  it('do not take other tags along', () => {
    expect(withheldWith([tag({ hidden: true }), tag({ id: 'other', byHand: false })])).toEqual([]);
  });
});
