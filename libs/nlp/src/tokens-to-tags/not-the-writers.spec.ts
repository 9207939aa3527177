import { describe, expect, it } from '@jest/globals';
import { notTheWriters } from './not-the-writers.js';

const told = (sentence: string): string => notTheWriters(sentence).map(([start, end]) => sentence.slice(start, end)).join(' ');

describe('what a sentence tells that its writer does not do', () => {
  it.each([
    ['夫 → 帳簿つけます、私 → 仕込み', '帳簿'], ['帳簿=税理士任せ/献立=外注さん', '献立'], ['点字は木曜の会の方々、貸出は私', '点字'], ['ロシア語はいとこ専門', 'ロシア語'], ['屋根は親方に任せています', '屋根'],
    ['配車の計算は本社の運行班が組んでいます', '配車'], ['窯を焚けるのは義父だけで', '窯'], ['昔は船の無線を打っていましたが、今ではもう一文字も打てません', '無線'], ['手旗も覚えたのに、いまは完全に忘れました', '手旗'],
    ['製本をしています、とよく紹介されますが正しくは修復です', '製本'], ['帰りに毎日牛乳を飲みます', '牛乳'],
  ])('%s', (sentence, word) => expect(told(sentence)).toContain(word));

  it.each([
    ['屋根は社員がいやがるので私が葺きます', '屋根'], ['無線の技師でした、と言うと何でも直せると思われますが、電話は苦手です', '無線'], ['私は左官で、帳簿=任せて', '左官'], ['漆を塗って食べてきました', '漆'], ['はんだごては相棒', 'はんだごて'], ['献立はプロです', '献立'],
    ['編み物は祖母に教わりました', '編み物'], ['窯を焚けるのは私だけです', '窯'],
  ])('%s leaves %s', (sentence, word) => expect(told(sentence)).not.toContain(word));
});
