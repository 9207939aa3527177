import { describe, expect, it } from '@jest/globals';
import { consentIn, defaultConsent, PHONE_PROBLEMS, RECIPES, TEXT_PROBLEMS } from '@tsunagu/contracts';
import { phone as phoneJa } from '../attendee/words/ja.js';
import { phone as phoneEasy } from '../attendee/words/yasashii.js';
import { look as lookJa } from './words/ja.js';
import { look as lookEasy } from './words/yasashii.js';

type Pair = readonly [key: string, normal: string, easy: string];
const flat = (tree: object, path: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value as object, `${path}${key}.`)));
const together = (ja: object, easy: object, name: string): Pair[] => {
  const normal = new Map(flat(ja, name));
  return flat(easy, name).map(([key, text]) => [key, normal.get(key)!, text]);
};
const consent = { consentText: defaultConsent('会', 30), consentTranslations: {}, textsLeaveTo: '送り先' };

/** All that the phone can say in やさしい日本語: its words, the refusals, the prompts and the consent text that are there with every event. */
const EVERYTHING: Pair[] = [
  ...together(phoneJa, phoneEasy, 'phone:'), ...together(lookJa, lookEasy, 'look:'),
  ...Object.entries({ ...TEXT_PROBLEMS, ...PHONE_PROBLEMS }).map(([code, [, ja, , easy]]): Pair => [code, ja, easy]),
  ...Object.values(RECIPES).flatMap(({ id, prompts }) => prompts.flatMap(({ field, text, example }): Pair[] => [[`${id} ${field}`, text.ja, text.yasashii], [`${id} ${field} example`, example.ja, example.yasashii]])),
  ['consent', consentIn(consent, 'ja')!, consentIn(consent, 'yasashii')!],
];

/** The characters that children learn in their first two years at school, and a few that everybody meets in the street. */
const KANJI = new Set('一右雨円王音下火花貝学気九休玉金空月犬見五口校左三山子四糸字耳七車手十出女小上森人水正生青夕石赤千川先早草足村大男竹中虫町天田土二日入年白八百文木本名目立力林六引羽雲園遠何科夏家歌画回会海絵外角楽活間丸岩顔汽記帰弓牛魚京強教近兄形計元言原戸古午後語工公広交光考行高黄合谷国黒今才細作算止市矢姉思紙寺自時室社弱首秋週春書少場色食心新親図数西声星晴切雪船線前組走多太体台地池知茶昼長鳥朝直通弟店点電刀冬当東答頭同道読内南肉馬売買麦半番父風分聞米歩母方北毎妹万明鳴毛門夜野友用曜来里理話'
  + '参加開送英号役所度使写真持乗始終待住秒');
/** Nothing plainer can be said. */
const PLAIN_ALREADY = ['phone:join.sending', 'look:copied', 'request.not_found'];
/** What cannot be said in fewer letters, between two stops. */
const MOST_LETTERS = 45;
const withoutValues = (text: string): string => text.replace(/\{\{?\w+\}?\}/g, '').replace(/「[^」]*」/g, '');

describe('feature 106: やさしい日本語 stands for everything the phone says', () => {
  it('no sentence of normal Japanese is left, and none is only a key', () => {
    const copied = EVERYTHING.filter(([key, normal, easy]) => easy === normal && (/。/.test(easy) || withoutValues(easy).length > 6) && !PLAIN_ALREADY.includes(key));
    expect(copied.map(([key]) => key)).toEqual([]);
    expect(EVERYTHING.filter(([, , easy]) => !/[ぁ-んァ-ヶ一-龠：、【{/]/.test(easy))).toEqual([]);
  });

  it('sentences are short, their phrases stand apart, and their characters are the first that one learns', () => {
    for (const [key, , easy] of EVERYTHING) {
      for (const part of withoutValues(easy).split(/[。？\n]/)) expect([key, part, part.length <= MOST_LETTERS]).toEqual([key, part, true]);
      expect([key, easy, /[ぁ-ん]{13,}/.test(easy)]).toEqual([key, easy, false]);
      expect([key, [...easy.matchAll(/[一-龠]/g)].map(([letter]) => letter).filter((letter) => !KANJI.has(letter))]).toEqual([key, []]);
    }
  });

  it('one thing has one name: the page about oneself is not called as data are, and taking part and offering are written in one way', () => {
    const page = phoneEasy.tabs.data;
    expect(page).not.toContain(lookEasy.kind.data);
    for (const text of [phoneEasy.data.title, phoneEasy.over.own, phoneEasy.me.kindHidden, phoneEasy.people.avoidHelp, phoneEasy.people.avoidedReport, consentIn(consent, 'yasashii')]) expect(text).toContain(page);
    expect(EVERYTHING.filter(([, , easy]) => easy.includes('さんか'))).toEqual([]);
    expect(phoneEasy.people.offers).toBe(phoneEasy.me.offers);
  });
});
