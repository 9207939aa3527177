import { describe, expect, it } from '@jest/globals';
import { otherParties, sectionsOfOthers, type OtherParties } from './other-parties.js';

const said = (what: keyof OtherParties, sentence: string): string => otherParties(sentence)[what].map(([start, end]) => sentence.slice(start, end)).join(' / ');

describe('whom the writer learns from, is helped by or works beside', () => {
  it.each([
    ['複数の能楽師に師事し、笛を吹いています', '能楽師'], ['税理士先生の紹介で簿記を教えています', '税理士先生'], ['宮大工さんのおかげで続いています', '宮大工さん'], ['農家さんの助言もあり、豆を作りました', '農家さん'], ['提携している獣医師と講座を開く', '獣医師'],
    ['息子が待ちに待った遠足です', '遠足'], ['孫が夢中の塗り絵です', '塗り絵'], ['教員志望の学生が教えています', '教員志望の学生'],
  ])('%s', (sentence, word) => expect(said('theirs', sentence)).toContain(word));

  it.each(['能楽師に師事したいです', '能楽師として師事されています', '税理士の紹介をしています', '看護師の指導をしています', 'データのおかげで助かりました', 'セミナーの影響で始めました', '医師の助言ができます', '連携してくれる獣医師を探しています', '息子が夢中の電車の図鑑を集めています', '教員志望の学生です', '教員志望の学生がいたら声をかけて'])('%s: nobody', (sentence) =>
    expect(said('theirs', sentence)).toBe(''));
});

describe('what a family does', () => {
  it.each([['九十になる祖父は、当時珍しかった活版印刷をやっていました', '活版印刷'], ['祖母は「電話交換」をしていました', '電話交換'], ['兄は漁師です', '漁師']])('%s', (sentence, word) => expect(said('family', sentence)).toContain(word));
  it.each(['祖父は活版印刷をしていて、私も刷ります', '母は看護師でしたが、私は大工です', '妻は漁師なので手伝っています', '父は大工で、私も家具を作ります', '祖母の影響で漬物を作っています'])('%s: nothing', (sentence) =>
    expect(said('family', sentence)).toBe(''));
});

describe('what an interviewer asks', () => {
  it.each([['介護福祉士になったきっかけを教えてください', '介護福祉士'], ['養蜂を始めた理由をお聞かせください', '養蜂'], ['保育の魅力は何ですか', '保育']])('%s', (sentence, word) => expect(said('askedAbout', sentence)).toBe(word));
  it.each(['味噌の作り方を教えてください', '介護福祉士の方、教えてください', '養蜂を始めたきっかけは祖父です', '保育の魅力を伝えたい'])('%s: nothing', (sentence) => expect(said('askedAbout', sentence)).toBe(''));
});

describe('sections of a text about others', () => {
  const sections = (text: string): string[] => sectionsOfOthers(text).map(([start, end]) => text.slice(start, end));
  it.each([
    ['夫について\n釣りばかり。\n料理もします。\n\n私は漆を塗ります。', '夫について\n釣りばかり。\n料理もします。'], ['■娘のこと\n将棋に夢中\n■仕事\n左官', '■娘のこと\n将棋に夢中'], ['【父】\n大工でした\n私は左官です', '【父】\n大工でした'],
  ])('%s', (text, section) => expect(sections(text)).toEqual([section]));
  it.each(['夫について話します\n釣りばかり', '父の介護について\n在宅です', '私について\n左官です', '母\n左官'])('%s: none', (text) => expect(sections(text)).toEqual([]));
});
