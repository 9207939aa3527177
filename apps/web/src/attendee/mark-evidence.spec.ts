import { describe, expect, it } from '@jest/globals';
import type { Kind, StatementView } from '@tsunagu/contracts';
import { markEvidence, quoteEvidence } from './mark-evidence.js';

const statement = (id: string, kind: Kind, ...evidence: [number, number][]): StatementView => ({ id, kind, label: id, concept: id, role: null, score: 1, evidence, byHand: false, hidden: false });

describe('marking evidence', () => {
  it('cuts the text at the spans and loses no letter', () => {
    const pieces = markEvidence('写真が得意です', [statement('a', 'skill', [0, 2])]);
    expect(pieces).toEqual([{ text: '写真', kind: 'skill', ids: ['a'] }, { text: 'が得意です', kind: null, ids: [] }]);
  });

  it('gives overlapping spans the kind of the better statement and names both', () => {
    const pieces = markEvidence('空き家の活用', [statement('a', 'interest', [0, 6]), statement('b', 'skill', [4, 6])]);
    expect(pieces).toEqual([{ text: '空き家の', kind: 'interest', ids: ['a'] }, { text: '活用', kind: 'interest', ids: ['a', 'b'] }]);
  });

  it('ignores spans outside of the text', () => {
    expect(markEvidence('短い', [statement('a', 'skill', [0, 9], [5, 7])])).toEqual([{ text: '短い', kind: null, ids: [] }]);
  });

  it('makes nothing of an empty text', () => {
    expect(markEvidence('', [])).toEqual([]);
  });

  it('quotes separate spans as one line', () => {
    expect(quoteEvidence('PythonとRが書けます', statement('a', 'skill', [0, 6], [9, 13]))).toBe('Python … 書けます');
  });
});
