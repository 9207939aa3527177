import { describe, expect, it } from '@jest/globals';
import { dishesTold } from './dishes-told.js';

const told = (sentence: string): string => dishesTold(sentence).map(([start, end]) => sentence.slice(start, end)).join(' / ');

describe('dishes that are only told of', () => {
  it.each([
    ['山ごはんの定番はラーメン、餃子、パスタ', '餃子'], ['今夜は栗ご飯と秋刀魚にしました', '秋刀魚'], ['ご飯炊いて、豚汁作るくらいはします', '豚汁'], ['カレーを作るぐらいしかしません', 'カレー'],
    ['昔はシチューやらグラタンやらを作ってみたりしたものです', 'グラタン'], ['からあげとおにぎりをお弁当箱に詰めました', 'おにぎり'], ['お土産にカステラを買って帰りました', 'カステラ'], ['チーズとワインの消費量が増えました', 'ワイン'], ['おにぎりを持って山に登ります', 'おにぎり'], ['親戚からさつまいもが届きました', 'さつまいも'],
  ])('%s', (sentence, word) => expect(told(sentence)).toContain(word));

  it.each(['毎年味噌を仕込みます', '焼きたてのパンを売っています', '弁当に詰めて販売しています', 'カレー屋です', '形の悪い桃を買ってくれる人を探しています', '余った米をもらってほしい', '自分の畑の人参を持っています', '形の悪い人参をもらいたい', '餃子を作るのが得意なくらい料理が好きです', '漬物の作り方を教えています'])('%s: nothing', (sentence) => expect(told(sentence)).toBe(''));
});
