import { describe, expect, it } from '@jest/globals';
import { foldText, searchFor, searchPatterns } from './fold-text.js';

describe('texts that are compared', () => {
  it.each([['クルミ', 'くるみ'], ['ｸﾙﾐ', 'くるみ'], ['ヴァイオリン', 'ゔぁいおりん'], ['ミスヾ', 'みすゞ'], ['ＰＹＴＨＯＮ', 'python'], ['病院に行く足', '病院に行く足'], ['コーヒー・ミル', 'こーひー・みる']])('%s is %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('texts that are searched', () => {
  it.each([
    ['くるみ', 'クルミ'], ['ｸﾙﾐ', 'くるみ'], ['ごみ', 'ゴミの出し方'], ['ばす 時刻', '時刻表　バス'], ['python', 'Ｐｙｔｈｏｎで分析'], ['c++', 'C++'], ['100%', '手話100％'], ['😀', '😀です'],
    ['サーバー', 'サーバ'], ['さーばー', 'サーバ管理'], ['サーバー管理', 'サーバ管理'], ['サーバ管理', 'サーバー管理'], ['ユーザテスト', 'ユーザテスト'], ['コンピューター', 'こんぴゅーた'], ['フリー', 'バリアフリー'],
  ])('%s finds %s', (words, said) => expect(searchFor(words)(said)).toBe(true));

  it.each([['ビル', 'ビール'], ['ビール', 'ビル'], ['c+', 'ccc'], ['a.c', 'abc'], ['くるみ パン', 'クルミ']])('%s does not find %s', (words, said) => expect(searchFor(words)(said)).toBe(false));

  it('has no pattern of blanks, which finds everybody', () => {
    expect([searchPatterns(' 　'), searchFor(' ')('だれか')]).toEqual([[], true]);
  });
});
