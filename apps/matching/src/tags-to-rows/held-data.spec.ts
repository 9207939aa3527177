import { describe, expect, it } from '@jest/globals';
import type { NewStatement } from '@tsunagu/storage';
import { heldData } from './held-data.js';

/** A skill that was read from these words of the text. */
const read = (text: string, words: string, fields: Partial<NewStatement> = {}): NewStatement =>
  ({ kind: 'skill', concept: words, label: words, en: null, sound: null, role: 'data', score: 0.7, evidence: [[text.indexOf(words), text.indexOf(words) + words.length]], rule: 'test', foundAs: words, ...fields });
const titles = (text: string, words: string, fields?: Partial<NewStatement>): string[] => heldData([read(text, words, fields)], text).map(({ title }) => title);

describe('data that an introduction says is held', () => {
  it.each([
    ['人流データを持っています。', '人流データ'], ['来客数の記録があります。', '来客数'], ['商店街の写真が三千枚、みかん箱で七つ。', '商店街の写真'], ['水温を毎日測っています。', '水温'], ['乗り降りの記録が表計算のまま眠っています', '乗り降りの記録'],
    ['I collected survey data for ten years.', 'survey data'], ['We have a dataset of bus delays.', 'dataset of bus delays'],
  ])('%s', (text, words) => expect(titles(text, words)).toEqual([words]));

  it.each([
    ['I can analyse open data.', 'open data'], ['I have a dog. I can analyse open data.', 'open data'], ['オープンデータを分析できます。車を持っています。', 'オープンデータ'], ['来客数の記録はありません。', '来客数'], ['人流データは持っていません。', '人流データ'],
  ])('is none in: %s', (text, words) => expect(titles(text, words)).toEqual([]));

  it('is a skill that names data, whatever its role, and no guess', () => {
    const text = 'I have data on foot traffic.';
    expect(titles(text, 'data on foot traffic', { role: 'knowledge' })).toEqual(['data on foot traffic']);
    expect(titles(text, 'data on foot traffic', { kind: 'seeking' })).toEqual([]);
    expect(titles(text, 'foot traffic', { role: 'knowledge' })).toEqual([]);
    expect(titles(text, 'data', { concept: 'くらし:データ提供', label: 'データや記録', score: 0.4 })).toEqual([]);
  });

  it('has an English title in an English introduction: the English name, or the words there', () => {
    const text = 'I keep a log of river levels.';
    expect(titles(text, 'river levels', { label: '水位', en: 'water level' })).toEqual(['water level']);
    expect(titles(text, 'river levels', { label: '水位' })).toEqual(['river levels']);
    expect(titles('河川の river levels を記録しています', 'river levels', { label: '水位', en: 'water level' })).toEqual(['水位']);
  });

  it('is what everyday words say only where no tag names it, by sentences that name data where they were read from several', () => {
    const text = 'I have a dog. We keep records of visitors.';
    const everyday = read(text, text, { concept: 'くらし:データ提供', label: 'データや記録', en: 'data and records' });
    expect(heldData([everyday], text).map(({ title }) => title)).toEqual(['data and records']);
    expect(heldData([everyday, read(text, 'records of visitors')], text).map(({ title }) => title)).toEqual(['records of visitors']);
    const idle = 'I have a dog. I like records.';
    expect(heldData([{ ...everyday, evidence: [[0, idle.length]] }], idle)).toEqual([]);
  });
});
