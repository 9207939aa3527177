import { describe, expect, it } from '@jest/globals';
import { disliked, eaten, liked, ownManner } from './about-oneself.js';

const cut = (sentence: string, ranges: [number, number][]): string => ranges.map(([start, end]) => sentence.slice(start, end)).join(' / ');

describe('what a sentence says that its writer dislikes or cannot do', () => {
  it.each([
    ['嫌いなことは数学の勉強です', '嫌いなことは数学の勉強です'],
    ['好きなことは釣り、嫌いなことは掃除', '嫌いなことは掃除'],
    ['やりたくない仕事は営業です', 'やりたくない仕事は営業です'],
    ['苦手なことは英語、数学、接客です', '苦手なことは英語、数学、接客です'],
    ['苦手なことは掃除、得意なことは料理です', '苦手なことは掃除'],
    ['嫌いなものは虫、料理が好きです', '嫌いなものは虫'],
    ['好きな事は水泳　嫌いな事は早朝会議', '嫌いな事は早朝会議'],
    ['短所は飽きっぽさですが、料理は十年続けています', '短所は飽きっぽさですが'],
    ['興味のない分野は金融だ', '興味のない分野は金融だ'],
  ])('%s', (sentence, expected) => expect(cut(sentence, disliked(sentence))).toBe(expected));

  it.each(['得意なことは料理です', '会計は苦手な人が多いので私がやります', '短所もあります', '料理は好きです', 'パソコンの苦手な人はお手伝いします', '使わない机は差し上げます'])('%s: nothing', (sentence) => expect(disliked(sentence)).toEqual([]));
});

describe('what a sentence says that its writer likes best', () => {
  it.each([['好きな雑誌は岳人、園芸です', '好きな雑誌は岳人、園芸です'], ['一番好きな楽器は三味線', '一番好きな楽器は三味線']])('%s', (sentence, expected) => expect(cut(sentence, liked(sentence))).toBe(expected));
  it.each(['料理は好きです', '得意な楽器は三味線です'])('%s: nothing', (sentence) => expect(liked(sentence)).toEqual([]));
});

describe('what somebody eats', () => {
  it.each([
    ['夕飯はだいたいうどんか鍋です', '夕飯はだいたいうどんか鍋です'], ['昼は蕎麦、夜は鍋', '昼は蕎麦 夜は鍋'], ['毎朝納豆を食べています', '毎朝納豆'], ['金がなくて、もやしばかり食べています', 'もやし'], ['うどんは週に3回です', 'うどん'],
  ])('%s', (sentence, expected) => expect(cut(sentence, eaten(sentence))).toBe(expected.replace(' ', ' / ')));
  it.each(['夕飯にうどんを食べるのが楽しみです', '昼はうどんを打っています', '夜は鍋を作ります', 'うどんを食べ歩いています', '知らないうどんを食べてみたい'])('%s: nothing', (sentence) => expect(eaten(sentence)).toEqual([]));
});

describe('what somebody is like', () => {
  it.each([
    ['手先が器用な方です', '手先が器用な方'], ['人見知りする方だが慣れるとよく話す', '人見知りする方'], ['だいたい前もって準備する方です', 'だいたい前もって準備する方'], ['物事を前向きに考える方なので疲れません', '物事を前向きに考える方'],
  ])('%s is nobody who is sought', (sentence, expected) => expect(cut(sentence, ownManner(sentence))).toBe(expected));

  it.each(['介護に詳しい方だと助かります', '探しているのは手先が器用な方です', '理想は前向きに考える方です', 'できれば手先が器用な方です', '必要なのは手先が器用な方です'])('%s: somebody is sought', (sentence) => expect(ownManner(sentence)).toEqual([]));
});
