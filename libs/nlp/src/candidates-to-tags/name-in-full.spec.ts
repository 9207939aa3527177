import { describe, expect, it } from '@jest/globals';
import type { Candidate } from '../tokens-to-tags/choose-tags.js';
import { inFull } from './name-in-full.js';

const labelOf = (text: string, label: string, kind: Candidate['kind'] = 'skill'): string => {
  const start = text.indexOf(label);
  return inFull({ kind, label, concept: label, named: true, phrase: label, score: 0.8, rule: '', spans: [[start, start + label.length]] }, text).label;
};

describe('work and where it is done, named in full', () => {
  it.each([
    ['学童保育の指導員です。', '学童保育', '学童保育の指導員'], ['少年野球のコーチをしています', '少年野球', '少年野球のコーチ'], ['保育園の看護師をしています', '看護師', '保育園の看護師'], ['水上バスの船長として', '船長', '水上バスの船長'],
  ])('%s', (text, label, full) => expect(labelOf(text, label)).toBe(full));

  it.each([['花屋の三代目です', '花屋'], ['心理学の助教です', '心理学'], ['横浜の看護師です', '看護師'], ['学童保育の指導員を支える', '学童保育'], ['保育園の看護師さんと', '看護師']])('%s leaves %s', (text, label) => expect(labelOf(text, label)).toBe(label));

  it.each([['行政と市民の橋渡しをしています', '市民の橋渡し', '行政と市民の橋渡し'], ['大学と地域の架け橋になりたい', '地域の架け橋', '大学と地域の架け橋'], ['私と市民の橋', '市民の橋', '市民の橋'], ['地域の架け橋になりたい', '地域の架け橋', '地域の架け橋']])('%s', (text, label, full) => expect(labelOf(text, label, 'interest')).toBe(full));

  it('leaves whom somebody looks for, and what has a name of its own', () => {
    expect(labelOf('学童保育の指導員です。', '学童保育', 'seeking')).toBe('学童保育');
    expect(inFull({ kind: 'skill', label: '学童', concept: '学童', named: true, phrase: '', score: 0.8, rule: '', spans: [[0, 4]] }, '学童保育の指導員です。').label).toBe('学童');
  });
});
