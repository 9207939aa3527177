import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readEncounterFiles } from '../lexicon-to-concepts/lexicon-files.js';
import { parseEncounterModel, type EncounterModel } from './encounter-model.js';
import { readEncounter, readScenes, type EncounterSides } from './read-encounter.js';

/** Rows of two vectors of two numbers each. */
function modelOf(rows: [words: string, lacks: [number, number], gives: [number, number]][]): EncounterModel {
  const scales = Float32Array.from(rows, () => 0.01);
  const numbers = Int8Array.from(rows.flatMap(([, lacks, gives]) => [...lacks, ...gives]));
  return parseEncounterModel({ words: `${rows.map(([words]) => words).join('\n')}\n`, vectors: new Uint8Array([...new Uint8Array(scales.buffer), ...new Uint8Array(numbers.buffer)]) });
}

const model = modelOf([['サーバー', [100, 0], [0, 50]], ['運ぶ', [0, 100], [50, 0]], ['魚 鮮魚', [100, 0], [0, 50]], ['畑', [0, 10], [10, 0]], ['ウェブサイト', [5, 0], [0, 5]]]);
const numbers = (sides: EncounterSides | undefined) => sides && [...sides.lacks, ...sides.gives].map((value) => Math.round(value * 1000) / 1000);

describe('readEncounter', () => {
  it('adds the vectors of the words on each side, each word once, to unit length', () => {
    expect(numbers(readEncounter(['魚をサーバーに運ぶ。鮮魚です。'], model))).toEqual([0.894, 0.447, 0.447, 0.894]);
  });

  it('is the same whatever the order of words, their inflection and their spelling', () => {
    const once = numbers(readEncounter(['魚をサーバーに運ぶ'], model));
    for (const text of ['ｻｰﾊﾞへ運んで、魚', '運びます。魚 サーバ', '鮮魚とサーバーを運べば']) expect(numbers(readEncounter([text], model))).toEqual(once);
    expect(readEncounter(['ウエブサイトで魚と畑'], model)).toEqual(readEncounter(['ウェブ・サイトで魚と畑'], model));
    expect(readEncounter(['ウェブサイトで魚と畑'], model)).toBeDefined();
    expect(numbers(readEncounter(['魚', undefined, 'サーバーを', '運ぶ'], model))).toEqual(once);
  });

  it('says nothing where hardly a word is known', () => {
    expect(readEncounter(['魚を運ぶ'], model)).toBeUndefined();
    expect(readEncounter([undefined, ''], model)).toBeUndefined();
  });

  it('takes any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const lengths = Object.values(readEncounter([text, '魚をサーバーに運ぶ畑'], model)!).map((side: Float32Array) => Math.hypot(...side));
      for (const length of lengths) expect(length).toBeCloseTo(1, 5);
    }));
  });
});

describe('readScenes', () => {
  it('gives each sentence that says enough, and where it stands', () => {
    const text = 'はじめまして！魚をサーバーに運ぶ。\n畑が好き。畑の魚を運んでサーバへ';
    const scenes = readScenes(text, model);
    expect(scenes.map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ', '畑の魚を運んでサーバへ']);
    for (const { quote, span: [start, end] } of scenes) expect(text.slice(start, end)).toBe(quote);
  });

  it('leaves bullets and commas out, and half a quotation altogether', () => {
    const text = '・魚をサーバーに運ぶ、\n「魚をサーバーに運ぶ？」と畑で聞かれて魚をサーバーに運ぶ。';
    expect(readScenes(text, model).map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ']);
  });

  it('parts a long sentence at its commas, so that a quote is read at a glance', () => {
    const clause = '毎朝早くから港でサーバーに魚を運んでいるのですが、';
    const quotes = readScenes(clause.repeat(3), model).map(({ quote }) => quote);
    expect(quotes).toEqual(Array(3).fill(clause.replace(/、$/u, '')));
  });
});

/** Written after the vectors were learnt: who lacks something, and who has it. */
const MEETINGS = [
  ['子どもたちの夕飯を作っていますが、野菜の値段に毎月頭を抱えています', '家庭菜園のトマトが毎朝食べきれないほど実って、隣近所にも配り尽くしました'],
  ['一人暮らしの祖母が電話に出ないと心配で眠れません', '新聞配達で毎朝同じ家を回り、郵便受けがたまっていれば気づきます'],
  ['劇団の稽古をする場所が、夜になるとどこも閉まってしまいます', '幼稚園のホールは夕方六時から朝まで誰も使いません'],
  ['試作した歩行器を、実際に歩く高齢者に試してもらいたい', 'デイサービスには毎日三十人、足腰を鍛えたい利用者が通っています'],
  ['雪かきの手が足りず、坂の上の家は玄関から出られません', 'ラグビー部の合宿所です。冬は練習ができず体力を持て余しています'],
  ['外国人の保護者に、学校の手紙が読んでもらえません', '日本語学科で翻訳を学ぶ留学生です。実際の文書で練習したい'],
  ['祖父の古い写真が段ボール三箱、誰がどこで写っているのか分かりません', '郷土史を調べて四十年。昔の町並みなら一目で言い当てます'],
  ['店の帳簿がいつも後回しで、確定申告の前は徹夜です', '信用金庫を退職しました。数字を見るのは苦になりません'],
] as const;

describe('the vectors of this repository', () => {
  it('lead each of eight scenes to the one that meets it, though they share hardly a word', async () => {
    const real = parseEncounterModel(await readEncounterFiles());
    const lacks = MEETINGS.map(([lacking]) => readEncounter([lacking], real)!.lacks);
    const gives = MEETINGS.map(([, giving]) => readEncounter([giving], real)!.gives);
    const firsts = lacks.map((side) => {
      const closeness = gives.map((other) => side.reduce((sum, value, at) => sum + value * other[at], 0));
      return closeness.indexOf(Math.max(...closeness));
    });
    expect(firsts.filter((first, at) => first === at).length).toBeGreaterThanOrEqual(7);
  });

  it('are refused with the name of the file where they do not fit', () => {
    expect(() => parseEncounterModel({ words: '魚\n畑\n', vectors: new Uint8Array(13) })).toThrow(/encounters\/vectors\.bin.*2 lines.*13 bytes/);
  });
});
