import { beforeAll, describe, expect, it } from '@jest/globals';
import { createExtractor } from '../extract-profile.js';
import { buildLexicon, type Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { readIntroduction } from '../read-introduction.js';
import type { Likelihoods } from '../statements.js';
import { loadKuromoji } from '../text-to-tokens/kuromoji-tokenizer.js';
import type { Tokenizer } from '../text-to-tokens/tokens.js';
import type { ContextJudge } from './judge-in-context.js';
import { parseTagWeights } from './tag-weights.js';
import { seenTags } from './weigh-tags.js';
import { parseWordFamilies } from './word-families.js';

const families = parseWordFamilies('3 分析 解析\n5 料理 調理');
/** Lets stand what the weights say. */
const judge: ContextJudge = async (sentences) => sentences.map(({ priors }) => [...priors]);
let tokenizer: Tokenizer;
let lexicon: Lexicon;
beforeAll(async () => {
  tokenizer = await loadKuromoji();
  lexicon = buildLexicon([{ name: 'concepts/t.txt', text: '[情報技術 / 開発] kind=skill\nPython\n統計学 = 統計\n' }]).lexicon;
});

/** Tags of a text under weights of the test's own, `kind:label`. */
const tagsUnder = async (weights: string, text: string): Promise<string[]> =>
  (await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(weights), families, judge, statements: new Map() }).extract(text)).tags.map(({ kind, label }) => `${kind}:${label}`);
const seen = (text: string) => seenTags(readIntroduction(text, tokenizer, lexicon), lexicon, families);

describe('weights of tags', () => {
  it('add up per kind against none, and a feature they do not know weighs nothing', () => {
    const weights = parseTagWeights('a\t100\t0\t-50\nb\t100\t-100\t0\n');
    expect([...weights.sum(['a', 'b', 'c'])]).toEqual([2, -1, -0.5]);
    const { skill, interest, seeking } = weights.likelihoods(['a', 'b']);
    expect(skill).toBeCloseTo(Math.exp(2) / (1 + Math.exp(2) + Math.exp(-1) + Math.exp(-0.5)));
    expect(skill + interest + seeking).toBeLessThan(1);
  });
});

describe('families of words', () => {
  it('are found for a word, and for a compound by its longest known ending', () => {
    expect(families.of('解析')).toEqual({ wide: 3, close: 0 });
    expect(families.of('データ解析')).toBeUndefined();
    expect(['データ解析', '解析'].map(families.ofEnding)).toEqual([{ wide: 3, close: 0 }, { wide: 3, close: 0 }]);
    expect(families.ofEnding('漁業')).toBeUndefined();
  });
});

describe('possible tags', () => {
  it('are the whole phrase and its parts, other cuts than the rules make, and clauses with their noun', () => {
    const labels = (text: string) => seen(text).map(({ possible }) => possible.label);
    expect(labels('魚市場の帳簿を調べています。')).toEqual(expect.arrayContaining(['魚市場の帳簿', '魚市場', '帳簿']));
    expect(labels('車いすで楽しめる畑をつくりたい。')).toEqual(expect.arrayContaining(['車いすで楽しめる畑', '畑']));
    expect(labels('壁を塗るのが好きです。')).toContain('壁を塗る');
  });

  it('have features of their own sentence only', () => {
    const features = (text: string) => seen(text).filter(({ possible }) => possible.label === '統計学').map(({ possible, features: of }) => [...of.ofPlace(possible), ...of.ofTag(possible)]);
    expect(features('統計学を教えています。登山が趣味です。')).toEqual(features('統計学を教えています。'));
  });
});

describe('weighing', () => {
  it('takes nothing for a skill that an English sentence denies or tells of others, however sure the network is', async () => {
    const sure: ContextJudge = async (sentences) => sentences.map(({ spans }) => spans.map(() => ({ skill: 0.95, interest: 0.02, seeking: 0.02 })));
    const labels = async (text: string) => (await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(''), families, judge: sure, statements: new Map() }).extract(text)).tags.map(({ label }) => label);
    expect(await labels('we repair Python scripts')).toContain('Python');
    expect(await labels('Python is beyond me, sadly')).not.toContain('Python');
    expect(await labels('my brother writes Python scripts')).toEqual([]);
  });

  it.each([['if I knew Python I would sleep less', ['interest:Python']], ['we miss Python so much', ['interest:Python']], ['I help people with Python', ['skill:Python']], ['we are done with Python', []]])('hears of an English turn of phrase whether it can be a skill, however sure the network is: %s', async (text, expected) => {
    const of = (text: string): Likelihoods => (text.includes('help') ? { skill: 0.1, interest: 0.1, seeking: 0.75 } : { skill: 0.75, interest: 0.1, seeking: 0.1 });
    const sure: ContextJudge = async (sentences) => sentences.map(({ text: sentence, spans }) => spans.map(([start, end]) => (sentence.slice(start, end) === 'Python' ? of(sentence) : { skill: 0, interest: 0, seeking: 0 })));
    const { tags } = await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(''), families, judge: sure, statements: new Map() }).extract(text);
    expect(tags.map(({ kind, label }) => `${kind}:${label}`)).toEqual(expected);
  });

  /** The same likelihood of a skill for everything, or one by the words. */
  const heard = (likely: (words: string) => number): ContextJudge => async (sentences) =>
    sentences.map(({ text, spans }) => spans.map(([start, end]) => ({ skill: likely(text.slice(start, end)), interest: 0.01, seeking: 0.01 })));
  const tagsHeard = async (likely: (words: string) => number, text: string): Promise<string[]> =>
    (await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(''), families, judge: heard(likely), statements: new Map() }).extract(text)).tags.map(({ label }) => label);

  it('is the surer of a skill where its sentence denies something or tells of others, in either language', async () => {
    const python = (sure: number) => (words: string) => (words === 'Python' ? sure : 0.02);
    const both = (sure: number) => tagsHeard(python(sure), '登山はできませんが、仕事でPythonを教えています。');
    expect([await both(0.65), await both(0.75)]).toEqual([[], ['Python']]);
    expect(await tagsHeard(python(0.65), '登山は好きですが、仕事でPythonを教えています。')).toEqual(['Python']);
    const others = (sure: number) => tagsHeard(python(sure), '夫は登山をして、仕事でPythonを教えています。');
    expect([await others(0.65), await others(0.75)]).toEqual([[], ['Python']]);
    const english = (sure: number) => tagsHeard(python(sure), 'I write Python scripts and never sleep');
    expect([await english(0.65), await english(0.75)]).toEqual([[], ['Python']]);
  });

  it('needs more of English words without a name, of one alone and of a clause most, and no more of whom somebody looks for', async () => {
    const least = async (words: string, kind: 'skill' | 'interest' | 'seeking') => {
      for (const sure of [0.45, 0.6, 0.75, 0.9]) {
        const likely = (heard: string) => ({ skill: heard === 'Python' ? 0.9 : 0.01, interest: 0, seeking: 0, ...(heard === words && { [kind]: sure }) });
        const hears: ContextJudge = async (sentences) => sentences.map(({ text, spans }) => spans.map(([start, end]) => likely(text.slice(start, end))));
        const { tags } = await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(''), families, judge: hears, statements: new Map() }).extract(`we saw ${words} by Python`);
        if (tags.some(({ phrase }) => phrase === words)) return sure;
      }
      return undefined;
    };
    expect([await least('stairs', 'skill'), await least('stairs', 'seeking'), await least('stone stairs', 'skill'), await least('stone stairs', 'interest')]).toEqual([0.75, 0.45, 0.45, 0.6]);
    expect([await least('stairs painted bright red', 'skill'), await least('stairs painted bright red', 'seeking')]).toEqual([0.9, 0.45]);
  });

  describe('where network and weights differ', () => {
    const SURE = heard((words) => (words === 'Python' ? 0.9 : words === '統計学' ? 0.8 : 0.01));
    const STORY = '先週の夜、駅から歩いて帰る途中で雨に降られて、仕方なく角の店の軒下で四十分も待たされたのだけれど、そこへ来た人がずっとPythonを教えています。それから橋のところで犬に追いかけられて、鞄の中身を全部ぶちまけて、あとで別の友人に統計学を教えています。';
    const chosen = async (weights: string, text: string) =>
      (await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(weights), families, judge: SURE, statements: new Map() }).extract(text)).tags.map(({ label }) => label);

    it('what the weights hold for most unlikely is no tag, however sure the network is', async () => {
      expect(await chosen('bias\t-100\t-100\t-100\n', '仕事でPythonを週に一度教えています。')).toEqual(['Python']);
      expect(await chosen('bias\t-900\t-900\t-900\n', '仕事でPythonを週に一度教えています。')).toEqual([]);
    });

    it('both are to be the surer where a text tells a story, of which the surest tag stays', async () => {
      expect(await chosen('bias\t0\t0\t0\n', '仕事でPythonを週に一度、統計学も時々教えています。')).toEqual(['Python', '統計学']);
      expect(await chosen('bias\t0\t0\t0\n', STORY)).toEqual(['Python']);
      expect(await chosen('bias\t300\t0\t0\n', STORY)).toEqual(['Python', '統計学']);
    });
  });

  it('calls a doing by the noun that the rules have for it where only the clause is likely; whoever does it is somebody', async () => {
    const known = buildLexicon([{ name: 'concepts/t.txt', text: '[趣味 / 文化] kind=interest\n読書 = reading\n本\n' }]).lexicon;
    const read = async (clause: string, kind: 'interest' | 'seeking', text: string) => {
      const hears: ContextJudge = async (sentences) => sentences.map(({ text: all, spans }) => spans.map(([start, end]) => ({ skill: 0.01, interest: 0.01, seeking: 0.01, ...(all.slice(start, end) === clause && { [kind]: 0.8 }) })));
      return (await createExtractor(tokenizer, known, { weights: parseTagWeights(''), families, judge: hears, statements: new Map() }).extract(text)).tags.map((tag) => `${tag.kind}:${tag.label}`);
    };
    expect(await read('本を読むこと', 'interest', '昔から本を読むことが好きです。')).toEqual(['interest:読書']);
    expect(await read('本を読む人', 'seeking', '休みに本を読む人です。')).toEqual(['seeking:本を読む人']);
  });

  it('takes what is watched for an interest, however much of a skill weights and network hold it for', async () => {
    const sure: ContextJudge = async (sentences) => sentences.map(({ text, spans }) => spans.map(([start, end]) => ({ skill: text.slice(start, end) === 'Python' ? 0.9 : 0.01, interest: 0.01, seeking: 0.01 })));
    const { tags } = await createExtractor(tokenizer, lexicon, { weights: parseTagWeights('bias\t300\t-900\t-900\n'), families, judge: sure, statements: new Map() }).extract('夜はPythonの動画をよく見ます。');
    expect(tags.map(({ kind, label }) => `${kind}:${label}`)).toEqual(['interest:Python']);
  });

  it('seeks nothing that somebody looks for a taker of, but the taker', async () => {
    const sought = async (words: string, text: string) => {
      const hears: ContextJudge = async (sentences) => sentences.map(({ text: all, spans }) => spans.map(([start, end]) => ({ skill: 0.01, interest: 0.01, seeking: all.slice(start, end) === words ? 0.8 : 0.01 })));
      return (await createExtractor(tokenizer, lexicon, { weights: parseTagWeights(''), families, judge: hears, statements: new Map() }).extract(text)).tags.map(({ kind, label }) => `${kind}:${label}`);
    };
    const TAKER = '古い計測器をもらってくれる人を探しています。';
    expect(await sought('計測器', TAKER)).toEqual([]);
    expect(await sought('古い計測器をもらってくれる人', TAKER)).toEqual(['seeking:古い計測器をもらってくれる人']);
    expect(await sought('計測器', '古い計測器を譲ってくれる人を探しています。')).toEqual(['seeking:計測器']);
  });

  it('hears a sentence of two words as network and weights together do', async () => {
    const weighed = async (text: string) =>
      (await createExtractor(tokenizer, lexicon, { weights: parseTagWeights('bias\t900\t0\t0\n'), families, judge: heard(() => 0.3), statements: new Map() }).extract(text)).tags.map(({ label }) => label);
    expect(await weighed('Pythonできます。')).toEqual(['Python']);
    expect(await weighed('仕事でPythonを週に一度教えています。')).not.toContain('Python');
  });

  it('takes the word rather than the clause where both are about as likely', async () => {
    const clause = (ahead: number) => tagsHeard((words) => (words === 'Python' ? 0.8 : words === 'Pythonを教える人' ? 0.8 + ahead : 0.02), '町でPythonを教える人を集めています。');
    expect([await clause(0.03), await clause(0.1)]).toEqual([['Python'], ['Pythonを教える人']]);
  });

  const ALL_SKILLS = 'bias\t900\t0\t0\n';

  it('chooses by weights where rules would not', async () => {
    expect(await tagsUnder('bias\t0\t900\t0\n', '統計学を教えています。')).toEqual(['interest:統計学']);
    expect(await tagsUnder('bias\t-900\t-900\t-900\n', '統計学を教えています。')).toEqual([]);
  });

  it.each([
    'Pythonは苦手です。', '統計学はさっぱりです。', 'Pythonは初めてで、画面の作り方から調べています。', '■できない Python、統計学', 'Pythonは苦手です。仕事ではPythonも使います。', '統計学を教えられるのは夫だけです。', 'Python=外注さん／会計=私',
  ])('never makes a skill of what is denied, whatever the weights: %s', async (text) => {
    expect((await tagsUnder(ALL_SKILLS, text)).filter((tag) => /Python|統計/.test(tag))).toEqual([]);
  });

  it('makes no skill of a list under a heading of what is learnt, whatever the weights', async () => {
    expect(await tagsUnder(ALL_SKILLS, '勉強中: Python、統計学')).toEqual(['interest:Python', 'interest:統計学']);
    expect(await tagsUnder(ALL_SKILLS, '勉強中: Python\n得意: 統計学')).toEqual(expect.arrayContaining(['interest:Python', 'skill:統計学']));
    expect(await tagsUnder(ALL_SKILLS, '勉強中: 仕事でPythonを教えています。')).toContain('skill:Python');
  });

  it('gives a label its shape', async () => {
    expect(await tagsUnder('label:研究員等\t0\t0\t0\n' + ALL_SKILLS, '研究員等をしています。')).toEqual(['skill:研究員']);
  });

  it('makes no tag of words that would embarrass, whatever the weights', async () => {
    expect((await tagsUnder('bias\t0\t900\t0\n', '幼少期が好きです。')).filter((tag) => tag.includes('幼少期'))).toEqual([]);
  });

  it('makes no skill of a doing that is denied, though no rule has a name for it', async () => {
    expect((await tagsUnder(ALL_SKILLS, '人前で話すのはむりです。')).filter((tag) => /話す|人前/.test(tag))).toEqual([]);
  });

  it('takes one tag of a phrase, whichever of its parts is likelier', async () => {
    expect(await tagsUnder('length:2\t500\t0\t0\nlength:3\t900\t0\t0\n', '魚市場の帳簿を調べています。')).toEqual(['skill:魚市場']);
  });

  it('takes one of two tags that share words, and says each thing once', async () => {
    const tags = await tagsUnder(ALL_SKILLS, '魚市場の帳簿を調べています。Pythonで。Pythonも。');
    expect(tags.filter((tag) => tag.includes('Python'))).toEqual(['skill:Python']);
    expect(tags.filter((tag) => /市場|帳簿/.test(tag))).toHaveLength(1);
  });
});
