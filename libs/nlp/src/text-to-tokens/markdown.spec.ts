import { describe, expect, it } from '@jest/globals';
import { cleanText, givenSpan } from './clean-text.js';
import { onlyLinkWords } from './markdown.js';

describe('links of Markdown', () => {
  it.each([
    ['[本の地図](https://example.org/map)を作る', '本の地図を作る'], ['[来館予約](apps/booking/)を作る', '来館予約を作る'], ['[町](docs/town.md "町のこと")の[川](#river)を歩く', '町の川を歩く'],
    ['[川](a/b) の[橋](c/d)', '川 の橋'], ['![写真](a/b.png)を撮る', 'を撮る'], ['[橋\\(石の\\)](a/b)を直す', '橋(石の)を直す'],
  ])('%s', (given, words) => expect(cleanText(given).text).toBe(words));

  it.each(['[担当](主に営業)です', '[Python](3)です', '配列[0](添字)', '[x] (a/b)'])('%s is none', (given) => expect(onlyLinkWords(given, '_')).toBe(given));

  it('lead back to where their words stand', () => {
    const clean = cleanText('私は[石橋](a/b)を直す');
    expect(clean.text).toBe('私は石橋を直す');
    expect(givenSpan(clean, 2, 4)).toEqual([3, 5]);
  });
});
