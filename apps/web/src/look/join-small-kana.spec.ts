import { describe, expect, it } from '@jest/globals';
import { joinSmallKana } from './join-small-kana.js';

describe('phrases of a heading', () => {
  it('never begin with a small kana, which begins no line either', () => {
    expect(joinSmallKana(['書いたじ', 'ゅんさん。', 'この', 'チームなら'])).toEqual(['書いたじゅんさん。', 'この', 'チームなら']);
    expect(joinSmallKana(['ケ', 'ー', 'キ'])).toEqual(['ケー', 'キ']);
    expect(joinSmallKana(['ゅ', 'ょ', 'か'])).toEqual(['ゅょ', 'か']);
  });
});
