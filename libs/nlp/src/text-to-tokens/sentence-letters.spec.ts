import { describe, expect, it } from '@jest/globals';
import { sentencePattern } from './sentence-letters.js';

const sentences = (text: string): string[] => [...text.matchAll(new RegExp(sentencePattern(), 'gu'))].map(([words]) => words.trim()).filter(Boolean);

describe('where a sentence ends', () => {
  it.each([
    ['畑をしています。魚も釣ります', ['畑をしています', '魚も釣ります']],
    ['I keep bees. Do you have a garden? Write to me!', ['I keep bees', 'Do you have a garden', 'Write to me']],
    ['Node.jsで3.5 kmの地図を作る。v2.', ['Node.jsで3.5 kmの地図を作る', 'v2']],
    ['Happy to hike Mt. Tsukuba with Dr. Mori, e.g. in May. I bake.', ['Happy to hike Mt. Tsukuba with Dr. Mori, e.g. in May', 'I bake']],
    ['大学院生だ．体温は３６．５度，夜型だ．', ['大学院生だ', '体温は３６．５度，夜型だ']],
    ['会長をやってます林と申しますもともとは現場監督でした 囲碁が好きですえーと鍵は私が持っておりますので聞いてください外国の方も増えてきました', ['会長をやってます', '林と申します', 'もともとは現場監督でした', '囲碁が好きです', 'えーと鍵は私が持っておりますので聞いてください', '外国の方も増えてきました']],
    ['仲間を励ます会に伺いました際、前職の話をしましたから好きですがよくできますと言われました', ['仲間を励ます会に伺いました際、前職の話をしましたから好きですがよくできますと言われました']],
    ['図書館で司書をしてます 前職は営業です3年前に来ました', ['図書館で司書をしてます', '前職は営業です', '3年前に来ました']],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));

  it('is also told up to a comma', () => {
    expect([...'畑、田んぼ。魚を釣ります海が好き'.matchAll(new RegExp(sentencePattern('[、,]'), 'gu'))].map(([words]) => words)).toEqual(['畑', '田んぼ', '魚を釣ります', '海が好き']);
  });
});
