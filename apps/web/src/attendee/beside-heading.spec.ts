import { describe, expect, it } from '@jest/globals';
import type { StatementView } from '@tsunagu/contracts';
import { besideHeading } from './beside-heading.js';

const place = (label: string, en?: string): StatementView => ({ id: label, kind: 'seeking', label, en, concept: `place/${label}`, role: 'place', score: 1, evidence: [], byHand: false, hidden: false });
const labels = (statements: readonly StatementView[]): string[] => statements.map(({ label }) => label);

describe('what a row of needs says beside its heading', () => {
  it('does not say the heading again', () => {
    expect(labels(besideHeading([place('場所'), place('雨の日に遊べる場所')], '場所', 'ja'))).toEqual(['雨の日に遊べる場所']);
    expect(labels(besideHeading([place('場所', 'a place'), place('広場')], 'a place', 'en'))).toEqual(['広場']);
  });

  it('says it where it is all there is: it can be corrected there', () => {
    expect(labels(besideHeading([place('場所')], '場所', 'ja'))).toEqual(['場所']);
  });
});
