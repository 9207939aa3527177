import { describe, expect, it } from '@jest/globals';
import { withheldWith } from './withheld.js';

type Statement = Parameters<typeof withheldWith>[0][number];
const tag = (fields: Partial<Statement> = {}): Statement => ({ id: 'tag', concept: '竹あかり', role: null, evidence: [[4, 12]], byHand: true, hidden: false, removed: false, ...fields });
const offer = (fields: Partial<Statement> = {}): Statement => ({ id: 'offer', concept: '竹林', role: 'place', evidence: [[2, 14]], byHand: false, hidden: false, removed: false, ...fields });

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

  it('are those of its words in another role, or that everyday words say there', () => {
    const same = { evidence: [[4, 12]] as [number, number][] };
    expect(withheldWith([tag({ hidden: true }), offer({ ...same, concept: '竹あかり' })])).toHaveLength(1);
    expect(withheldWith([tag({ hidden: true }), offer({ ...same, concept: 'くらし:場所' })])).toHaveLength(1);
  });

  it('do not take other tags along, with a role or without', () => {
    const other = tag({ id: 'other', concept: '竹', byHand: false });
    for (const role of [null, 'knowledge'] as const) expect(withheldWith([tag({ hidden: true }), { ...other, role }, { ...other, role, evidence: [[4, 5]] }])).toEqual([]);
  });

  it.each([['hidden', { hidden: true }], ['removed', { removed: true }]])('a sentence read as a whole takes none of its tags along, nor what else it says, when it is %s', (_, change) => {
    const sentence = offer({ id: 'sentence', concept: 'くらし:場所', evidence: [[0, 30]], byHand: true, ...change });
    expect(withheldWith([sentence, offer(), offer({ concept: 'ひと:住民', evidence: [[0, 30]] })])).toEqual([]);
    expect(withheldWith([sentence, offer({ hidden: true })])).toEqual([{ id: 'offer', hidden: false }]);
  });
});
