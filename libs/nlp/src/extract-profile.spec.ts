import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createExtractor, type Extractor } from './extract-profile.js';
import { loadJudgement } from './load-extractor.js';
import { TextError } from './read-introduction.js';
import { buildLexicon } from './lexicon-to-concepts/build-lexicon.js';
import { loadKuromoji } from './text-to-tokens/kuromoji-tokenizer.js';

/** A lexicon of the test's own: rules must hold whatever the real one says. */
const CONCEPTS = `
[情報技術 / 開発] kind=skill
プログラミング = programming = coding
Python = パイソン < プログラミング
Java = ジャバ < プログラミング
Go = Go言語 = Golang = Go? < プログラミング
機械学習 = machine learning = マシンラーニング = ML? ~ データ分析
メーリングリスト = mailing list = ML?
データ分析 = data analysis = データ解析
データ可視化 = data visualization
マイクロビット = micro:bit
サーバー = server
Webデザイン = web design
デザイン = design
Illustrator = イラレ = Adobe Illustrator
統計学 = statistics = 統計
[職業 / 医療] kind=skill
看護師 = nurse ^ 看護
エンジニア = engineer = ITエンジニア
デザイナー = designer
[福祉 / 地域] kind=interest
見守り = watching over the elderly
食品ロス = food waste = フードロス
[言語 / 語学] kind=skill
英語 = English
中国語 = Chinese
[食 / 料理すること] kind=interest
カレー = curry
レシピ = recipe
焼きそば = fried noodles
[趣味 / アウトドアと自然] kind=interest
登山 = mountain climbing = 山登り
[趣味 / ゲーム] kind=interest
ボードゲーム = board games = ボドゲ
写真撮影 = photography = 写真
農業 = farming = 畑
`;

let extractor: Extractor;
beforeAll(async () => {
  extractor = createExtractor(await loadKuromoji(), buildLexicon([{ name: 'concepts/t.txt', text: CONCEPTS }]).lexicon, await loadJudgement());
});

const tags = async (text: string): Promise<string[]> => (await extractor.extract(text)).tags.map(({ kind, label }) => `${kind}:${label}`).sort();
const kinds = async (text: string, label: string): Promise<string[]> => (await extractor.extract(text)).tags.filter((tag) => tag.label === label).map(({ kind }) => kind);

it('takes no name with a colon for a heading', async () => {
  expect(await tags('micro:bitを教えられます。')).toEqual(['skill:マイクロビット']);
});

describe('feature 12: tags come from the introduction', () => {
  it.each([
    ['地域包括ケアシステムの研究をしています。', ['skill:地域包括ケアシステム']],
    ['再生可能エネルギー固定価格買取制度に詳しいです。', ['skill:再生可能エネルギー固定価格買取制度']],
    ['データの可視化ができます。', ['skill:データ可視化']],
    ['写真を撮ります。', ['skill:写真撮影']],
    ['写真を撮るのが趣味です。', ['interest:写真撮影']],
    ['写真を撮ることが趣味です', ['interest:写真撮影']],
    ['レシピを見るのが好きです。', ['interest:レシピ']],
    ['英語を話せます。', ['skill:英語']],
    ['アプリを作っています。', ['skill:アプリ開発']],
    ['保健師です。', ['skill:保健師']],
    ['第二種電気工事士です。', ['skill:第二種電気工事士']],
    ['Java歴10年です。', ['skill:Java']],
    ['・Python\n・データ分析', ['skill:Python', 'skill:データ分析']],
    ['#Python #データ分析', ['skill:Python', 'skill:データ分析']],
    ['【できること】Python／データ分析', ['skill:Python', 'skill:データ分析']],
    ['飲み忘れをどう防ぐかがテーマです。', ['interest:飲み忘れ']],
  ])('%s', async (text, expected) => expect(await tags(text)).toEqual(expected));

  it('marks the words it comes from in the text as given', async () => {
    const given = '🙏 ﾃﾞｰﾀ分析が得意です';
    const [tag] = (await extractor.extract(given)).tags;
    expect(tag.evidence.map(([start, end]) => given.slice(start, end))).toEqual(['ﾃﾞｰﾀ分析']);
  });

  it('gives plain data, and says which rules led to it', async () => {
    const profile = await extractor.extract('Pythonができます。');
    expect(structuredClone(profile)).toEqual(profile);
    expect(profile.tags[0].rule).toContain('できる');
  });
});

describe('feature 14: interest, skill and need are kept apart', () => {
  it.each([
    ['Pythonができます。', 'skill'], ['Pythonが得意です。', 'skill'], ['Pythonの経験があります。', 'skill'], ['前職ではPythonを担当していました。', 'skill'], ['Pythonなら任せてください。', 'skill'], ['得意：Python', 'skill'], ['専門はPythonです。', 'skill'],
    ['Pythonを学びたいです。', 'interest'], ['Pythonを勉強中です。', 'interest'], ['Pythonに興味があります。', 'interest'], ['Pythonが気になっています。', 'interest'], ['Pythonを使ってみたいです。', 'interest'], ['Pythonを書けるようになりたい。', 'interest'], ['興味：Python', 'interest'], ['Pythonができたらいいなと思います。', 'interest'],
    ['Pythonができる人を探しています。', 'seeking'], ['Pythonに詳しい方と組みたいです。', 'seeking'], ['Pythonできる人募集！', 'seeking'], ['Pythonを教えてください。', 'seeking'], ['どなたかPythonに強い方いませんか？', 'seeking'], ['探しています：Python', 'seeking'], ['Pythonを書ける方がいたら嬉しいです。', 'seeking'],
  ])('%s → %s', async (text, kind) => expect(await kinds(text, 'Python')).toEqual([kind]));

  it('lets one phrase be two kinds where the text says so', async () => {
    expect(await tags('看護師です。看護師の仲間を探しています。')).toEqual(expect.arrayContaining(['skill:看護師']));
    expect((await tags('夢はデザイナーです。デザイナーの方とつながりたいです。')).filter((tag) => tag.startsWith('seeking'))).toHaveLength(1);
  });

  it.each([
    ['登山が趣味です。', 'interest:登山'], ['食品ロスを減らしたいです。', 'interest:食品ロス'], ['見守りの活動をしています。', 'skill:見守り'], ['週末は登山をしています。', 'interest:登山'],
  ])('%s → %s', async (text, tag) => expect(await tags(text)).toEqual([tag]));
});

describe('whose, and whether at all', () => {
  const DENIED = [
    'Pythonは苦手です。', 'Pythonはできません。', 'Pythonは未経験です。', 'Pythonの経験はありません。', 'Pythonは全然です。', 'Pythonは無理です。', 'Pythonは書けないです。', 'Pythonは触ったこともありません。',
    'Pythonはさっぱり分かりません。', 'Pythonのことは何も知りません。', 'Pythonは得意ではありません。', 'Pythonは専門外です。', 'Python以外なら何でもやります。', 'Pythonなんて書けません。', 'Pythonは挫折しました。', '苦手：Python', 'Python？さっぱりです。', 'Pythonについては研修を受けただけで自信がありません。',
    '夫はPythonが得意です。', '同僚がPythonを書いています。', '友人はPythonのプロです。', '息子がPythonを習っています。', '弊社ではPythonも使っていますが、私は営業です。', '参加者がPythonで発表しました。', 'Pythonは妻に任せています。', '娘は看護師で、Pythonもできます。',
    "I can't write Python.", 'I have no experience with Python.', 'My husband is good at Python.',
  ];
  it.each(DENIED)('no skill from: %s', async (text) => expect(await kinds(text, 'Python')).not.toContain('skill'));

  it.each([
    ['Pythonは苦手だけど好きです。', 'interest'], ['Pythonは未経験ですが、学びたいです。', 'interest'], ['Pythonは苦手ではありません。', 'skill'], ['Pythonしか書けません。', 'skill'], ['Pythonだけでなく英語もできます。', 'skill'],
    ['私はPythonができますが、夫は英語です。', 'skill'], ['JavaではなくPythonを使っています。', 'skill'], ['妻は看護師ですが、私はPythonを書いています。', 'skill'],
  ])('%s → %s', async (text, kind) => expect(await kinds(text, 'Python')).toEqual([kind]));

  it.each([['昼はエンジニア、夜はPythonの講師です。', 'Python', ['skill']], ['野菜を毎日食べている。', '野菜', []], ['夜はサッカーの中継をよく観ます。', 'サッカーの中継', ['interest']]])('%s', async (text, label, expected) => expect(await kinds(text, label)).toEqual(expected));

  it.each([
    ['Pythonで困っている方はいませんか？', 'skill:Python'], ['Pythonを教えてくれる方はいませんか？', 'seeking:Python'], ['手伝ってください、祭りの片付け。', 'seeking:祭りの片付け'], ['笛が抜けてしまい、来月の祭りが危ういです。', 'seeking:笛'],
    ['政治活動の方はお引き取りください。', ''], ['名前のせいで「農家の方？」と言われます。', ''], ['Do you want to learn Python?', 'skill:Python'], ['I prefer Java to Python.', 'interest:Java'],
  ])('to the room: %s', async (text, expected) => expect((await tags(text)).join()).toBe(expected));

  it('what is liked best is an interest, whatever it is elsewhere', async () => expect(await tags('好きなOSはLinuxです。')).toEqual(['interest:Linux']));

  it('a hedge lowers the score', async () => {
    const score = async (text: string) => (await extractor.extract(text)).tags[0]?.score ?? 0;
    expect(await score('Pythonを少しかじった程度です。')).toBeLessThan(await score('Pythonが得意です。'));
  });

  it('property: a denied skill is never raised by anything said beside it', async () => {
    const DETAILS = ['英語を話せます。', '登山が趣味です。', 'デザイナーを探しています。', '横浜から来ました。', '見守りに関心があります。'];
    await fc.assert(fc.asyncProperty(fc.constantFrom(...DENIED.filter((text) => !/[a-z]{3} /.test(text) && !text.includes('：'))), fc.shuffledSubarray(DETAILS), fc.boolean(), async (denied, details, first) => {
      const text = first ? denied + details.join('') : details.join('') + denied;
      expect(await kinds(text, 'Python')).not.toContain('skill');
    }), { numRuns: 60 });
  });
});

describe('feature 15: spelling variants fold into one tag', () => {
  it.each([
    [['サーバの運用をしています。', 'サーバーの運用をしています。', 'ｻｰﾊﾞｰの運用をしています。']],
    [['Pythonが得意です。', 'Ｐｙｔｈｏｎが得意です。', 'ﾊﾟｲｿﾝが得意です。', 'python が得意です。']],
    [['機械学習が得意です。', 'マシンラーニングが得意です。', 'machine learningが得意です。', 'Machine Learning が得意です。']],
    [['イラレが得意です。', 'Illustratorが得意です。', 'Ilustratorが得意です。']],
  ])('%j', async (texts) => {
    const concepts = await Promise.all(texts.map(async (text) => (await extractor.extract(text)).tags.map(({ concept }) => concept)));
    for (const found of concepts) expect(found).toEqual(concepts[0]);
    expect(concepts[0]).toHaveLength(1);
  });

  it('property: width and case change nothing', async () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    await fc.assert(fc.asyncProperty(fc.constantFrom('Python', 'Java', 'Illustrator', 'machine learning'), fc.constantFrom('が得意です。', 'を勉強中です。', 'できる人を探しています。'), fc.constantFrom(wide, (text: string) => text.toUpperCase(), (text: string) => text.toLowerCase()), async (term, rest, change) => {
      expect(await tags(change(term) + rest)).toEqual(await tags(term + rest));
    }), { numRuns: 40 });
  });

  it('an ambiguous abbreviation is read by its neighbours', async () => {
    const conceptOf = async (text: string) => (await extractor.extract(text)).tags.find(({ phrase }) => phrase === 'ML')?.concept;
    expect(await conceptOf('データ分析とMLが得意です。')).toBe('機械学習');
  });
});

describe('feature 16: Japanese as people write it', () => {
  it.each([
    ['Python書けますあと登山好き', ['interest:登山', 'skill:Python']],
    ['Pythonできます英語も話せます', ['skill:Python', 'skill:英語']],
    ['わたしは えいごが できます。', ['skill:英語']],
    ['データ分析にきょうみがあります', ['interest:データ分析']],
    ['しゅみは登山です。しごとは看護師です。', ['interest:登山', 'skill:看護師']],
    ['Python／Java・英語OK', ['skill:Java', 'skill:Python', 'skill:英語']],
  ])('%s', async (text, expected) => expect(await tags(text)).toEqual(expected));
});

describe("feature 17: an event's own words", () => {
  it('are found like any other, for this event only', async () => {
    const text = '湘未ラボの運営をしています。';
    const words = [{ label: '湘南未来ラボ', spellings: ['湘未ラボ'] }];
    expect((await extractor.extract(text, { words })).tags.map(({ concept }) => concept)).toContain('湘南未来ラボ');
    expect((await extractor.extract(text)).tags.map(({ concept }) => concept)).not.toContain('湘南未来ラボ');
  });
});

describe('feature 18: related tags are near by their links', () => {
  it('a tag carries the concept whose links lead on', async () => {
    const [{ concept }] = (await extractor.extract('Pythonが得意です。')).tags;
    expect(extractor.lexicon.graph().concepts[concept].broader).toEqual(['プログラミング']);
  });
});

describe('feature 19: whoever has a tag has the same concept', () => {
  it('however each of them wrote it', async () => {
    const people = ['山登りが好きです。', '登山が趣味です。', 'I like mountain climbing.'];
    const concepts = await Promise.all(people.map(async (text) => (await extractor.extract(text)).tags[0].concept));
    expect(new Set(concepts)).toEqual(new Set(['登山']));
  });
});

describe('feature 13: what a person corrects can be traced', () => {
  it('each tag has evidence inside the text, a score and a rule', async () => {
    const text = '看護師です。データ分析を学びたいです。エンジニアを探しています。';
    for (const { evidence, score, rule } of (await extractor.extract(text)).tags) {
      expect(evidence.every(([start, end]) => start < end && end <= text.length)).toBe(true);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(rule).not.toBe('');
    }
  });
});

describe('feature 109: English and Japanese meet', () => {
  it.each([
    ["I'm a nurse and I can speak English.", '看護師です。英語が話せます。'],
    ["I'm interested in food waste and data analysis.", '食品ロスとデータ分析に興味があります。'],
    ["I'm looking for a designer.", 'デザイナーを探しています。'],
    ['My hobby is board games.', '趣味はボードゲームです。'],
    ['I want to learn machine learning.', '機械学習を学びたいです。'],
    ['I can do machine learning and photography.', '機械学習ができます。写真撮影ができます。'],
    ['I am learning photography.', '写真撮影を学んでいます。'],
  ])('%s = %s', async (english, japanese) => expect(await tags(english)).toEqual(await tags(japanese)));
});

describe('English is heard in its sentence', () => {
  it.each([
    ['Photography has been my work for twenty years.', ['skill:写真撮影']],
    ["I'd love to try farming one day.", ['interest:農業']],
    ['We need somebody for data analysis.', ['seeking:データ分析']],
    ['Glad to help anyone with data analysis.', ['skill:データ分析']],
    ['hello there my friends.\nLooking for:\n- photography\n\nbye', ['seeking:写真撮影']],
    ['hello there my friends.\nCan do:\n- photography\n\nbye', ['skill:写真撮影']],
  ])('%s', async (text, expected) => expect(await tags(text)).toEqual(expected));

  it.each(['My brother does data analysis.', 'Our CTO does data analysis.', 'Data analysis is beyond me.', 'I know data analysis in theory only.', 'hello there my friends. Data analysis ×', 'hello there my friends.\nCannot do:\n- data analysis'])('what the writer does not do is no skill: %s', async (text) =>
    expect((await tags(text)).filter((tag) => tag.startsWith('skill'))).toEqual([]));
});

describe('never a tag', () => {
  it.each([
    'はじめまして、山田太郎です。よろしくお願いします。', '横浜市に住んでいます。', '東京から来ました。', '今日は参加できて嬉しいです。', '5月3日生まれです。', 'https://example.com/python を見てください', '😀🎉', '皆さんと楽しく過ごしたいです。', '名前：さとう', 'よろしくです〜',
    'ケニアのオティエノです。', '私はオティエノといいます。', 'げんぞう、72歳。',
    '嫌いなことは数学の勉強です。', 'やりたくない仕事は営業です。', '嫌いなもの\n・プログラミング', 'やりたくないこと\n・プログラミング', '手先が器用な方です。', '本屋によく行きます。', '夕飯はだいたいカレーか焼きそばです。',
    '私が住んでいる地域が好きです。', 'にぎやかな場所が好きです。', '登山が趣味でしたが、今はもう登っていません。', 'カレーが嫌いで食べません。',
  ])('%s', async (text) => expect(await tags(text)).toEqual([]));

  it('the name of the writer, but what is said behind it', async () => expect(await tags('げんぞう、72歳。Pythonを書きます。')).toEqual(['skill:Python']));

  it('what somebody is like, as a whole clause', async () => expect(await tags('内臓脂肪が心配な体型をしている')).not.toContain('skill:内臓脂肪が心配な体型'));

  it('the words with which English says what one can and looks for', async () => {
    const labels = (await extractor.extract('日本語は少しだけ。I can help with: Python, photography. Looking for: designers')).tags.map(({ label }) => label);
    expect(labels).toContain('Python');
    expect(labels.filter((label) => /help|looking|for/i.test(label))).toEqual([]);
  });
});

describe('needs and offers', () => {
  it.each([
    ['会議に使える場所を探しています。', 'place'], ['ボランティアを募集しています。', 'hands'], ['気象データを探しています。', 'data'], ['トラックを貸してくれる方を探しています。', 'vehicle'], ['協賛企業のスポンサーを募集しています。', 'money'], ['データ分析に詳しい方を探しています。', 'knowledge'],
  ])('%s needs %s', async (text, role) => {
    const { needs } = await extractor.extract(text);
    expect(needs.map((need) => [need.kind, need.role])).toEqual([['seeking', role === 'knowledge' ? 'knowledge' : role]]);
  });

  it('an offer is surer where the text hands it over', async () => {
    const score = async (text: string) => (await extractor.extract(text)).offers[0].score;
    expect(await score('データ分析の相談に乗れます。')).toBeGreaterThan(await score('データ分析をしています。'));
  });
});

describe('any text', () => {
  it('of illegal form is refused with a code', async () => {
    await expect(extractor.extract('')).rejects.toThrow(TextError);
    await expect(extractor.extract('あ'.repeat(1_001))).rejects.toMatchObject({ code: 'intro.too_long' });
    expect(extractor.conceptsOf('')).toEqual([]);
  });

  it.each(['ア', 'a', '漢', 'あ', '(', '「', '【', '#', 'の', '1', '、', 'Ａ', '𠮷', '👍'])('a thousand times %s ends', async (unit) => {
    expect((await extractor.extract(unit.repeat(1_000))).tags.length).toBeLessThanOrEqual(12);
  });

  it('property: random Unicode gives well-formed tags or a coded refusal', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
      try {
        for (const { evidence } of (await extractor.extract(text)).tags) for (const [start, end] of evidence) expect(start < end && end <= text.length).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(TextError);
      }
    }), { numRuns: 150 });
  });

  it('property: brackets and quotation marks, wherever they stand, stop no reading', async () => {
    const part = fc.constantFrom('(夜型なので)', '「本棚」', '（孫の口まね）', '“”', '。', '！', '\n', 'Pythonが書けます', '『釣り', '「行きます」', '(', '」', '、', ' / ', '・釣り', '(笑)');
    await fc.assert(fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 8 }), async (parts) => {
      for (const { score } of (await extractor.extract(`溶接。${parts.join('')}`)).tags) expect(score).toBeGreaterThan(0);
    }), { numRuns: 150 });
  });

  it('property: independent sentences give the union, in any order', async () => {
    const SENTENCES = ['Pythonが得意です。', '登山が趣味です。', 'デザイナーを探しています。', '中国語を学びたいです。', '見守りに関心があります。', '看護師をしています。'];
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(SENTENCES, { minLength: 1 }), async (chosen) => {
      const apart = await Promise.all(chosen.map(tags));
      expect(await tags(chosen.join(''))).toEqual([...new Set(apart.flat())].sort());
    }), { numRuns: 40 });
  });
});
