import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldKana, foldSpelling, foldWithOrigins } from './fold-spelling.js';

describe('folding spellings', () => {
  it.each([
    ['サーバ', 'サーバー'], ['ｻｰﾊﾞｰ', 'サーバ'], ['ユーザーインタビュー', 'ユーザインタビュー'], ['UI / UX', 'ui/ux'], ['マシン・ラーニング', 'マシンラーニング'], ['ヴァイオリン', 'バイオリン'],
    ['ウェブ', 'ウエブ'], ['Ｐｙｔｈｏｎ', 'python'], ['machine-learning', 'Machine Learning'], ['電力デ－タ', '電力デ-タ'], ['レコーダー', 'レコーダ'],
  ])('%s ≡ %s', (a, b) => expect(foldSpelling(a)).toBe(foldSpelling(b)));

  it.each([['キー', 'キ'], ['カード', 'カド'], ['ビール', 'ビル'], ['ドラマー', 'ドラマ'], ['ラッパー', 'ラッパ'], ['C++', 'C#']])('%s ≢ %s', (a, b) => expect(foldSpelling(a)).not.toBe(foldSpelling(b)));

  it.each([['こーひー', 'コーヒー'], ['さっかー', 'サッカー'], ['こんぴゅーたー', 'コンピュータ'], ['うぇぶ', 'ウェブ']])('%s is %s in the other kana', (a, b) => expect(foldKana(foldSpelling(a))).toBe(foldKana(foldSpelling(b))));

  it('comes to the same by its short cuts', () => {
    const letters = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary-ascii' }), fc.string({ unit: fc.constantFrom('サ', 'ー', 'ヴ', 'ウ', 'ェ', 'ン', '々', 'A', 'z', '0', ' ', '-', '_', "'") }));
    fc.assert(fc.property(letters, (text) => expect(foldSpelling(text)).toBe(foldWithOrigins(text.normalize('NFKC')).text)));
  });

  it('is done after one pass, and each unit knows where it came from', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('サ', 'ー', 'バ', 'ヴ', 'ァ', 'ウ', 'ェ', '・', ' ', 'a', 'B', '漢', '-') }), (text) => {
      const { text: folded, origins } = foldWithOrigins(text);
      expect(origins).toHaveLength(folded.length);
      expect([...origins].sort((a, b) => a - b)).toEqual(origins);
      expect(origins.every((origin) => origin < text.length)).toBe(true);
    }));
  });
});
