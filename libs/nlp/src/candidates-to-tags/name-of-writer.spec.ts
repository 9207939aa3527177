import { describe, expect, it } from '@jest/globals';
import { buildLexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { nameOfWriter } from './name-of-writer.js';

const { lexicon } = buildLexicon([{ name: 'concepts/t.txt', text: '[情報技術 / 開発] kind=skill\nエンジニア = engineer\nまちづくり = town planning\nソーセージ = sausage\n' }]);
const nameIn = (text: string): string | undefined => {
  const name = nameOfWriter(text, lexicon);
  return name && text.slice(...name);
};

describe('the name with which an introduction opens', () => {
  it.each([
    ['げんぞう、72歳。大工を40年やっとりました', 'げんぞう'],
    ['さちこ。介護の仕事をしています', 'さちこ'],
    ['たけし(34)です', 'たけし'],
    ['ケニアのオティエノです', 'オティエノ'],
    ['台湾出身のリンと申します', 'リン'],
    ['リヨンから来たジャンといいます', 'ジャン'],
    ['グエン・ティ・ランです', 'グエン・ティ・ラン'],
    ['\n、オティエノです', 'オティエノ'],
    ['私はオティエノです', 'オティエノ'],
    ['\nkazeと申します', 'kaze'],
    ['\nkaze\n。', 'kaze'],
    ['KAZE\n。左官です', 'KAZE'],
    ['Kazeといいます', 'Kaze'],
    ['左官です\nトント/Tontoです', 'トント/Tonto'],
    ['げんぞう(Genzo)と申します', 'げんぞう(Genzo)'],
  ])('%s', (text, expected) => expect(nameIn(text)).toBe(expected));

  it.each([
    ['a word of the lexicon', 'エンジニアです'],
    ['a trade that the lexicon lacks', 'ガラスデザイナーです'],
    ['such a word behind a place', 'ドイツのソーセージです'],
    ['such a word alone', 'まちづくり。'],
    ['a word in katakana that begins a list', 'エクセルマクロ\nホームページ更新'],
    ['what more is said of', 'オティエノの料理が好きです'],
    ['a word in Latin letters that may be a trade', 'gopherです'],
    ['one that explains', 'kazeという道具を作りました'],
    ['two words of which the lexicon knows one', 'エンジニア/Tontoです'],
    ['a word further on', '大工です。トントンです'],
  ])('is not %s', (_, text) => expect(nameIn(text)).toBeUndefined());
});
