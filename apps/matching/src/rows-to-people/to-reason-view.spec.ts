import { describe, expect, it } from '@jest/globals';
import { toBareReason, toReasonView } from './to-reason-view.js';

const side = (label: string) => ({ concept: label, label });

describe('a reason as the pages have it', () => {
  it('names its concepts once each', () => {
    expect(toReasonView({ type: 'shared', strength: 1, mine: side('写真'), theirs: side('写真') }).labels).toEqual(['写真']);
    expect(toReasonView({ type: 'need_met', strength: 1, mine: side('会計'), theirs: side('経理') }).labels).toEqual(['会計', '経理']);
  });

  it('has the English names of its concepts for Japanese labels, as its sentence has them; other services have none', () => {
    const named = (label: string, name: string, en: string) => ({ concept: name, label, name, en });
    const reason = { type: 'need_met', strength: 1, mine: { ...named('会計', '会計', 'accounting'), kind: 'seeking' }, theirs: named('帳簿の達人', '経理', 'bookkeeping') } as const;
    expect(toReasonView(reason)).toMatchObject({ labels: ['会計', '帳簿の達人'], names: { 会計: 'accounting', 帳簿の達人: 'bookkeeping' }, text: { en: 'You look for “accounting”: this person is good at “bookkeeping”.' } });
    expect(toReasonView({ ...reason, mine: named('OKR', 'OKR', 'objectives'), theirs: named('IT', '情報技術', 'information technology') })).not.toHaveProperty('names');
    expect(toBareReason(reason)).toEqual({ type: 'need_met', text: expect.anything(), labels: ['会計', '帳簿の達人'] });
  });

  it('of quoted sentences and walks of life has words, and no label to filter by', () => {
    const quoted = toReasonView({ type: 'scenes', strength: 1, mine: side('倉庫が空いています'), theirs: side('置く所がなくて困っています') });
    expect(quoted.text.ja).toContain('倉庫が空いています');
    expect(quoted.labels).toEqual([]);
    expect(toReasonView({ type: 'sector', strength: 0.1, mine: side('npo'), theirs: side('company') }).labels).toEqual([]);
  });
});
