import { beforeAll, describe, expect, it } from '@jest/globals';
import { readEncounterFiles } from '../lexicon-to-concepts/lexicon-files.js';
import { loadReaders } from '../load-readers.js';
import { parseEncounterModel, type EncounterModel } from './encounter-model.js';
import { packEncounter, unpackEncounter, type EncounterReader, type PersonSides } from './encounter-reader.js';

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

const product = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, at) => sum + value * b[at], 0);

describe('what texts lack and give, with the words and the network of this repository', () => {
  let words: EncounterModel;
  let read: EncounterReader;
  beforeAll(async () => {
    words = parseEncounterModel(await readEncounterFiles());
    read = (await loadReaders({ withoutAspects: true })).encounters;
  });
  const sidesOf = async (introduction: string): Promise<PersonSides> => (await read({ introduction })).sides!;

  it('leads each of eight scenes to the one that meets it, though they share hardly a word', async () => {
    const sides: [lacking: PersonSides, giving: PersonSides][] = [];
    for (const [lacking, giving] of MEETINGS) sides.push([await sidesOf(lacking), await sidesOf(giving)]);
    const firsts = sides.map(([{ lacks }]) => {
      const all = sides.map(([, { gives }]) => product(lacks, gives));
      return all.indexOf(Math.max(...all));
    });
    expect(firsts.filter((first, at) => first === at)).toHaveLength(8);
  });

  it('sees what is said of the words: who has a room gives it, who looks for one does not', async () => {
    const { lacks } = await sidesOf('劇団の稽古をする場所が足りません。');
    const [has, looks] = [await sidesOf('夜は使っていない部屋があります。'), await sidesOf('夜に使える部屋がありません。')];
    expect(product(lacks, has.gives)).toBeGreaterThan(product(lacks, looks.gives));
  });

  it('sees what a text is about, whoever lacks or gives it', async () => {
    const { about } = await sidesOf('港で魚を水揚げしています。');
    const [near, far] = [await sidesOf('海に出て網を引く漁師の手が足りません。'), await sidesOf('小学生に算数を教えています。')];
    expect(product(about, near.about)).toBeGreaterThan(product(about, far.about) + 0.05);
  });

  it('finds, of all sentences of two people, those that tell why they should meet', async () => {
    const { scenes: mine } = await read({ introduction: '町内会で会計をしています。一人暮らしの祖母が電話に出ないと心配で眠れません。休みの日は孫と公園に行きます。' });
    const { scenes: theirs } = await read({ introduction: '新聞屋の三代目です。毎朝同じ家を回るので、郵便受けがたまっていれば気づきます。好きな食べ物はとんかつと冷やし中華です。' });
    const pairs = mine.flatMap((a) => theirs.map((b) => ({ odds: Math.max(product(a.asks, b.answers), product(b.asks, a.answers)), quotes: [a.quote, b.quote] })));
    const [best, ...others] = pairs.sort((a, b) => b.odds - a.odds);
    expect(best.quotes).toEqual(['一人暮らしの祖母が電話に出ないと心配で眠れません', '毎朝同じ家を回るので、郵便受けがたまっていれば気づきます']);
    expect(best.odds).toBeGreaterThan(others[0].odds + 0.5);
  });

  it('is at unit length, about, and has what each scene asks for and answers; nothing without a text', async () => {
    const { sides, scenes } = await read({ introduction: '毎朝早くから港で魚を運んでいます。畑の野菜が余っています。', affiliation: '漁協', jackets: ['水揚げの記録'] });
    expect(scenes).toHaveLength(2);
    for (const side of [sides!.lacks, sides!.gives]) expect(Math.hypot(...side, ...sides!.about)).toBeCloseTo(1, 1);
    expect(new Set(sides!.about).size).toBeGreaterThan(20);
    for (const { asks, answers } of scenes) expect([asks.length, answers.length]).toEqual([66, 66]);
    for (const { asks, answers } of scenes) for (const side of [asks, answers]) expect(new Set(side).size).toBeGreaterThan(20); // kept in whole numbers, but not so coarse that nothing is left
    expect(await read({ introduction: '', jackets: [] })).toEqual({ sides: undefined, scenes: [] });
  });

  it('is the same from its bytes, and from none where nothing was read', async () => {
    const introduction = '一人暮らしの祖母が電話に出ないと心配で眠れません。新聞配達で毎朝同じ家を回ります。';
    const encounter = await read({ introduction });
    expect(unpackEncounter(packEncounter(encounter), introduction, words)).toEqual(encounter);
    expect(unpackEncounter(packEncounter({ scenes: [] }), '', words)).toEqual({ scenes: [] });
    expect(await read({ introduction })).toEqual(encounter);
  });

  it('is undefined where its bytes are of other scenes', async () => {
    const bytes = packEncounter(await read({ introduction: '新聞配達で毎朝同じ家を回ります。' }));
    expect(unpackEncounter(bytes, '新聞配達で毎朝同じ家を回ります。一人暮らしの祖母が電話に出ないと心配です。', words)).toBeUndefined();
  });
});
