import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkText } from './check-text.js';
import { cleanText, givenSpan } from './clean-text.js';

describe('checking a text', () => {
  it.each([
    ['', 'intro.empty'], [' \n\u3000\u200B', 'intro.empty'], ['あ'.repeat(1_001), 'intro.too_long'], ['👨‍👩‍👧‍👦'.repeat(400), 'intro.too_long'], ['a\uD800b', 'intro.ill_formed'],
    ['a\u0000b', 'intro.control_character'], ['a\u0085b', 'intro.control_character'], [`a${'\u0301'.repeat(5)}`, 'intro.too_many_marks'],
  ])('%j is refused as %s', (text, code) => expect(checkText(text)).toEqual({ ok: false, code }));

  it.each(['あ'.repeat(1_000), 'a\tb\r\nc', `a${'\u0301'.repeat(4)}`, '👨‍👩‍👧‍👦'.repeat(300)])('takes text at the limit', (text) => expect(checkText(text).ok).toBe(true));

  it('shows NFC without bidi controls', () => {
    expect(checkText('か\u3099く\u202Eせい')).toMatchObject({ ok: true, display: 'がくせい' });
  });

  it('takes the line and page breaks of word processors for line breaks', () => {
    const given = 'ピアノが弾けます\u000B写真が好き\u000C山も';
    const checked = checkText(given);
    expect(checked).toMatchObject({ ok: true, display: 'ピアノが弾けます\n写真が好き\n山も', analysis: { text: 'ピアノが弾けます\n写真が好き\n山も' } });
    if (checked.ok) expect(given.slice(...givenSpan(checked.analysis, 9, 11))).toBe('写真');
  });
});

describe('the copy for analysis', () => {
  it.each([
    ['ﾃﾞｰﾀ分析', 'データ分析'], ['Ｒｕｂｙ', 'Ruby'], ['サウナ🧖が好き', 'サウナが好き'], ['好きです🙏よろしく', '好きです\nよろしく'], ['詳細はhttps://example.com/aへ', `詳細は${'\n'.repeat('https://example.com/aへ'.length)}`],
    ['連絡はa.b@example.jpまで', `連絡は${'\n'.repeat('a.b@example.jp'.length)}まで`], ['ラ〜メン', 'ラーメン'], ['ツナギ〜ヤスリまで', 'ツナギ、ヤスリまで'], ['▶接ぎ木 👉剪定', '●接ぎ木 ●剪定'], ['見\u200B守り', '見守り'],
  ])('%j → %j', (given, text) => expect(cleanText(given).text).toBe(text));

  it('leads every span back to the given text', () => {
    const given = '🙏ﾃﾞｰﾀ分析が得意';
    const clean = cleanText(given);
    const start = clean.text.indexOf('データ分析');
    expect(given.slice(...givenSpan(clean, start, start + 5))).toBe('ﾃﾞｰﾀ分析');
  });

  it('has one origin per unit, in order and inside the given text, for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (given) => {
      const { text, starts, ends } = cleanText(given);
      expect([starts.length, ends.length]).toEqual([text.length, text.length]);
      starts.forEach((start, at) => {
        expect(start).toBeLessThan(ends[at]);
        expect(ends[at]).toBeLessThanOrEqual(given.length);
        if (at) expect(start).toBeGreaterThanOrEqual(starts[at - 1]);
      });
    }));
  });
});
