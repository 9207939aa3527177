import { describe, expect, it } from '@jest/globals';
import { lineStarts } from './line-starts.js';

describe('where a line may begin', () => {
  it('is before no small letter and no long vowel', () => {
    expect(lineStarts(['書いたじ', 'ゅんさん。', 'サ', 'ーバ', 'ー', 'です'])).toEqual(['書いたじゅんさん。', 'サーバー', 'です']);
    expect(lineStarts(['ょ', 'うこ'])).toEqual(['ょ', 'うこ']);
    expect(lineStarts(['最初の', '問い'])).toEqual(['最初の', '問い']);
  });
});
