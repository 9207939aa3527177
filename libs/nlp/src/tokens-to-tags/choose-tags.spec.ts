import { describe, expect, it } from '@jest/globals';
import { chooseTags, MOST_TAGS, type Candidate } from './choose-tags.js';

const candidate = (kind: Candidate['kind'], label: string, score: number, start: number, named = true): Candidate =>
  ({ kind, label, concept: label, named, phrase: label, score, rule: 'test', spans: [[start, start + label.length]] });
const chosen = (candidates: Candidate[]) => chooseTags(candidates).map(({ kind, label }) => `${kind} ${label}`);

describe('choosing tags', () => {
  it('puts the surest first and breaks ties by place', () => {
    expect(chosen([candidate('skill', '会計', 0.7, 10), candidate('skill', '英語', 0.9, 20), candidate('skill', '手話', 0.7, 0)])).toEqual(['skill 英語', 'skill 手話', 'skill 会計']);
  });

  it('merges the same concept and keeps all its evidence', () => {
    const [tag] = chooseTags([candidate('skill', '会計', 0.7, 10), candidate('skill', '会計', 0.9, 30)]);
    expect(tag).toMatchObject({ score: 0.9, spans: [[10, 12], [30, 32]] });
  });

  it('drops a skill that the text denies elsewhere, but keeps the interest', () => {
    expect(chosen([candidate('unable', '統計', 0.9, 0), candidate('skill', '統計', 0.9, 10), candidate('interest', '統計', 0.9, 20)])).toEqual(['interest 統計']);
  });

  it('keeps exactly one of two that share words of the text', () => {
    expect(chosen([candidate('skill', '地域福祉の会', 0.7, 0), candidate('skill', '地域福祉', 0.9, 0)])).toEqual(['skill 地域福祉']);
  });

  it('says the longer of two phrases where one holds the other', () => {
    expect(chosen([candidate('interest', '見守り', 0.9, 0), candidate('interest', '高齢者の見守り', 0.8, 10)])).toEqual(['interest 高齢者の見守り']);
  });

  it('never shows more than the limit, nor what is more likely wrong than right', () => {
    const many = Array.from({ length: 20 }, (_, at) => candidate('skill', `技能${String.fromCharCode(0x4e00 + at)}`, 0.9, at * 10));
    expect(chosen([...many, candidate('skill', '何か', 0.2, 500)])).toHaveLength(MOST_TAGS);
  });
});
