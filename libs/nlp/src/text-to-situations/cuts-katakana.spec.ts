import { describe, expect, it } from '@jest/globals';
import { cutsKatakana } from './cuts-katakana.js';
import { parseSituations } from './parse-situations.js';
import { readSituations } from './read-situations.js';

const cuts = (text: string, words: string): boolean => cutsKatakana(text, text.indexOf(words), text.indexOf(words) + words.length);

describe('an everyday word is only a piece of a katakana word', () => {
  it.each([
    ['リコーダーを吹く', 'コーダー'], ['アナログレコードを聴く', 'ログ'], ['トランペットを', 'ペット'], ['カスタネットが', 'ネット'], ['プランニングを', 'ランニング'], ['シャンパンを', 'パン'], ['ベンチャーで', 'ベンチ'], ['パペットを', 'ペット'],
    ['キャンバスを持って', 'バスを持って'], ['ヨガインストラクターの', 'トラクター'], ['グラフィックレコーディングを', 'コーディング'], ['フラメンコギター', 'フラ'], ['クレジットカード', 'レジ'], ['ガイダンスを', 'ダンス'],
  ])('%s: %s', (text, words) => expect(cuts(text, words)).toBe(true));

  it.each([
    ['オープンデータを', 'データ'], ['マツモトホールを', 'ホール'], ['ママカフェで', 'カフェ'], ['プログラミングを', 'プログラ'], ['フランスパンを', 'パン'], ['マイクロバスを貸せ', 'バスを貸せ'], ['古いレコードを', 'レコード'], ['駅前のバス停', 'バス'], ['グラフィックレコーディング', 'グラフィックレコ'], ['会場を借りる', '会場'],
  ])('%s holds the word %s', (text, words) => expect(cuts(text, words)).toBe(false));

  it('so that nobody needs or has it', () => {
    const { everyday } = parseSituations([{ name: 'situations/names.txt', text: '動物 = 動物 = animals' }, { name: 'situations/words.txt', text: '動物 hands = ペット' }]);
    const read = (text: string): string[] => readSituations(text, everyday).map(({ stance }) => stance);
    expect(read('ペットを預かれる人を探しています')).toEqual(['need']);
    expect(read('トランペットを吹ける人を探しています')).toEqual([]);
  });
});
