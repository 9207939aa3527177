import { describe, expect, it } from '@jest/globals';
import { isNever } from './never.js';

describe('words that would embarrass', () => {
  it.each(['向上心', '登山や向上心', '恋人', '倉庫', '住んでいる街', '静かで落ち着いた場所', 'プロの試合', 'お貸し'])('%s', (label) => expect(isNever(label, 'interest')).toBe(true));
  it.each(['ボランティア申込書', '山田製作所', '一緒にやってくれる人', '詳しい人', 'Bonjour', 'just lurking', 'Yokohama', 'remote from Hayama', '手伝えること', '一人暮らし'])('%s, whatever is said of it', (label) => expect(isNever(label, 'skill')).toBe(true));
  it.each(['Sony', 'トヨタ', 'JAXA', 'D2'])('%s is a firm', (label) => expect([isNever(label, 'skill'), isNever(label, 'interest')]).toEqual([true, false]));
  it.each(['手話を教えてくれる人', 'ITに詳しい人', 'Scratch', 'Google', '製作'])('%s may be said', (label) => expect(isNever(label, 'seeking')).toBe(false));
  it.each(['登山', '登山や釣り', '試合', '親子で過ごせる場所', '静かな暮らし'])('%s does not', (label) => expect(isNever(label, 'interest')).toBe(false));
  it.each(['恋人', '倉庫', '静かな場所'])('%s may be looked for', (label) => expect(isNever(label, 'seeking')).toBe(false));
});
