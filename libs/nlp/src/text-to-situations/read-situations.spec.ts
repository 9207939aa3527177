import { describe, expect, it } from '@jest/globals';
import { parseSituations } from './parse-situations.js';
import { countTopics, readSituations } from './read-situations.js';

const names = { name: 'situations/names.txt', text: ['場所 = 場所 = a place', '運び手 = 運ぶ手段 = means of carrying > 場所', '*人手 = 人手 = helping hands', 'データ = データ = data', '@高齢者 = 高齢の人 = older people', '~海 = 海 = the sea'].join('\n') };
const words = {
  name: 'situations/words.txt',
  text: ['場所 place = 会場 | 脱衣場 | 集会所', '運び手 vehicle = 軽トラ', '運び手 vehicle ? 運ぶ…(?:人|手段)', '運び手 vehicle ! 二種免許', '人手 hands = 人手', 'データ data = ログ | logs', '高齢者 @ お年寄り', '海 ~ 漁船'].join('\n'),
};
const { everyday, problems } = parseSituations([names, words]);
const read = (text: string): string[] => readSituations(text, everyday).map(({ stance, concept }) => `${stance} ${concept}`).sort();

describe('everyday words', () => {
  it('tell by the verb of their clause whether a thing is lacking or given', () => {
    expect(problems).toEqual([]);
    expect(read('会場が足りません。')).toEqual(['need くらし:場所']);
    expect(read('開店前は脱衣場が空いてるんで。')).toEqual(['offer くらし:場所']);
    expect(read('会場を使ってくれる人を探しています。')).toEqual(['offer くらし:場所']);
    expect(read('会場を貸してくれる人を探しています。')).toEqual(['need くらし:場所']);
    expect(read('集会所の話をした。')).toEqual(['touch くらし:場所']);
    expect(read('軽トラはありますが、人手が足りない。')).toEqual(['need くらし:人手', 'offer くらし:運び手']);
  });

  it('are what others need, where their writer helps these', () => {
    expect(read('運ぶ手段がほしい人を応援したい。')).toEqual(['offer くらし:運び手']);
    expect(read('人手を探す若者の相談に乗ります。')).toEqual(['offer くらし:人手']);
    expect(read('人手を探しています。')).toEqual(['need くらし:人手']);
  });

  it('name a place where something is done, which is not given', () => {
    expect(read('集会所で体操を教えています。')).toEqual(['touch くらし:場所']);
    expect(read('集会所の花壇を手伝えます。')).toEqual(['touch くらし:場所']);
    expect(read('集会所があります。')).toEqual(['offer くらし:場所']);
    expect(read('軽トラで手伝えます。')).toEqual(['offer くらし:運び手']);
  });

  it('say by themselves that something is needed or given, over a short gap', () => {
    expect(read('捨てるくらいなら食べてほしいけど運ぶ人がいない')).toEqual(['need くらし:運び手']);
    expect(read('二種免許です')).toEqual(['offer くらし:運び手']);
    expect(read('二種免許を持っている方を探しています')).toEqual([]);
    expect(read('二種免許を持っているひとを探しています')).toEqual([]);
  });

  it('offer nothing that their writer is bad at or cannot, and need nothing because of a polite ending', () => {
    const skills = parseSituations([names, { name: 'situations/words.txt', text: '人手 hands ! 大工 | 左官(?:が|は)…でき | 手話(?:が|は)…話せ\n人手 knowledge = sns | 英語\n運び手 vehicle = 軽トラ\n場所 place = 会場\nデータ data = ログ' }]).everyday;
    const heard = (text: string): string[] => readSituations(text, skills).map(({ stance, concept }) => `${stance} ${concept}`).sort();
    expect(heard('大工は苦手ですが、軽トラを使えます。')).toEqual(['offer くらし:運び手']);
    expect(heard('左官はできませんが、軽トラならあります。')).toEqual(['offer くらし:運び手']);
    expect(heard('左官ができます。')).toEqual(['offer くらし:人手']);
    expect(heard('ログが使えません。')).toEqual(['touch くらし:データ']); // a lack of data is told by lines of their own
    expect(heard('軽トラが使えません。')).toEqual(['need くらし:運び手']);
    expect(heard('軽トラに興味があります。')).toEqual(['touch くらし:運び手']);
    expect(heard('手話は話せます。')).toEqual(['offer くらし:人手']);
    expect(heard('手話は話せません。')).toEqual([]);
    expect(heard('軽トラは持っていません。')).toEqual(['need くらし:運び手']);
    expect(heard('英語は教えられません。')).toEqual(['touch くらし:人手']);
    expect(heard('英語を話せます。')).toEqual(['offer くらし:人手']);
    expect(heard('会場は貸せません。')).toEqual(['touch くらし:場所']);
    expect(heard('会場は貸せませんが、軽トラを貸せます。')).toEqual(['offer くらし:運び手', 'touch くらし:場所']);
    expect(heard('会場は昼に使っていません。')).toEqual(['offer くらし:場所']);
    expect(heard('snsは使っていません。')).toEqual(['touch くらし:人手']);
  });

  it('tell whom somebody meets from whom they look for', () => {
    expect(read('お年寄りを毎日まわっています')).toEqual(['reach ひと:高齢者']);
    expect(read('お年寄りに来てほしい')).toEqual(['need ひと:高齢者']);
    expect(read('お年寄りの皆さんを募集しています')).toEqual(['need ひと:高齢者']);
    // a thing of theirs is meant, not they
    expect(read('お年寄りの服を探しています')).toEqual(['reach ひと:高齢者']);
    expect(read('お年寄り施設を探しています')).toEqual(['reach ひと:高齢者']);
  });

  it('are only touched on where they name a topic, or data that nobody reads', () => {
    expect(read('漁船がほしい')).toEqual([]);
    expect(countTopics('漁船がほしい', everyday)).toEqual(new Map([['話題:海', 1]]));
    expect(read('ログは誰も読めない')).toEqual(['touch くらし:データ']);
  });

  it('are read sentence by sentence in English too', () => {
    expect(read('I can share logs.')).toEqual(['offer くらし:データ']);
    expect(read('I can cook. Our logs are old.')).toEqual(['touch くらし:データ']);
  });

  it('are no part of a longer word in Latin letters', () => {
    const ui = parseSituations([names, { name: 'situations/words.txt', text: '場所 place = ui | \\bsecretar\\w* | residents? | i (?:love to )?(?:cook|bake)' }]).everyday;
    const found = (text: string): number => readSituations(text, ui).length;
    expect(['My building has fruit trees', 'The guide is here', 'Good UI', 'UIの話', 'two UIs', 'our secretaries', 'I am the president', 'a Hawaii cook', 'for residents', 'I bake'].map(found)).toEqual([0, 0, 1, 1, 1, 1, 0, 0, 1, 1]);
  });

  it('point to the words in the text', () => {
    expect(readSituations('うちの集会所が空いています', everyday)[0].span).toEqual([3, 6]);
  });

  it('are refused with file and line where a name is unknown or a pattern is no pattern', () => {
    const faulty = { name: 'situations/faulty.txt', text: '# comment\n倉庫 place = 倉庫\n場所 place = (会場' };
    expect(parseSituations([names, faulty]).problems).toEqual([
      { file: 'situations/faulty.txt', line: 2, message: expect.stringContaining('倉庫') },
      { file: 'situations/faulty.txt', line: 3, message: expect.stringContaining('Invalid regular expression') },
    ]);
    const roles = { name: 'situations/roles.txt', text: '学校 ? 場所 ! 人手\n学校 ? 体育館 ! 人手\n学校' };
    expect(parseSituations([names, roles]).problems.map(({ line }) => line)).toEqual([2, 3]);
  });
});
