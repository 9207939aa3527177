import { describe, expect, it } from '@jest/globals';
import { respell } from './respell.js';

const clean = (text: string) => ({ text, starts: [...text].map((_, at) => at), ends: [...text].map((_, at) => at + 1) });

describe('an activity named by its bare verb', () => {
  it.each([['歌うのが好き', '歌が好き'], ['走ることは得意', 'ランニングは得意'], ['本を読むのが好き', '本を読むのが好き'], ['歌う人が好き', '歌う人が好き'], ['一緒に走りませんか', '一緒にランニングしませんか'], ['一緒に本を読みませんか', '一緒に本を読みませんか'], ['みんなで走りましょう', 'みんなで走りましょう']])('%s → %s', (given, read) => {
    expect(respell(clean(given)).text).toBe(read);
  });

  it('still points at the words that were written', () => {
    const { starts, ends } = respell(clean('朝は走るのが好き'));
    expect([starts[2], ends[2]]).toEqual([2, 5]);
  });
});

describe('what is left to somebody else', () => {
  it.each([
    ['溶接は職人さんの仕事で、見積もりは私です', '溶接は人任せで、見積もりは私です'], ['統計はチームメイトの担当です。', '統計は人任せです。'], ['配線の技術面は知り合いの業者に回します', '配線の技術面は人任せです'],
    ['議事録はAIにやらせています', '議事録は人任せです'], ['登記は司法書士の先生に頼んでいます', '登記は人任せです'],
  ])('%s → %s', (given, read) => {
    expect(respell(clean(given)).text).toBe(read);
  });

  it.each(['今は看護師の仕事です', '溶接は私の仕事です', '野菜は近所に配ります', '困ったら保健師さんに頼んでください', '平日は役場の会計を担当しています'])('%s stays', (given) => {
    expect(respell(clean(given)).text).toBe(given);
  });
});

describe('a pause or filler of speech', () => {
  it.each([['犬の、トリマー', '犬のトリマー'], ['壁の、え、塗り', '壁の塗り'], ['仕事はですねえ橋の点検', '仕事は橋の点検'], ['介護の しごと', '介護の仕事']])('%s → %s', (given, read) => expect(respell(clean(given)).text).toBe(read));
  it.each(['それはそうですね、山に', '好きなの、です'])('%s stays', (given) => expect(respell(clean(given)).text).toBe(given));
});

describe('what is written in kana', () => {
  it.each([['おかしがすき。', 'お菓子が好き。'], ['海がおかしい', '海がおかしい'], ['おかしくなる', 'おかしくなる'], ['おかしな話', 'おかしな話']])('%s → %s', (given, read) => {
    expect(respell(clean(given)).text).toBe(read);
  });

  it('goes with the place where people are greeted', () => {
    expect(respell(clean('Discordではじめまして。左官です')).text.trim()).toBe('。左官です');
    expect(respell(clean('左官で、はじめまして')).text.trim()).toBe('左官で、');
  });
});
