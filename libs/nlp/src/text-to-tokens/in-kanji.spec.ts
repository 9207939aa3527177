import { beforeAll, describe, expect, it } from '@jest/globals';
import { lexiconLines } from '../../../../scripts/write-kana-words.mjs';
import { readKanaWordsFile } from '../lexicon-to-concepts/lexicon-files.js';
import { loadReadingTools, type ReadingTools } from '../load-extractor.js';
import { readIntroduction } from '../read-introduction.js';
import { cleanText, givenSpan } from './clean-text.js';
import { inKanji } from './in-kanji.js';
import { parseKanaWords } from './kana-words.js';

let tools: ReadingTools;
beforeAll(async () => { tools = await loadReadingTools({ withoutAspects: true }); });
const read = (text: string) => inKanji(cleanText(text), tools.lexicon.kanaWords, tools.tokenizer);

describe('what is written in hiragana by who learns Japanese or writes for them', () => {
  it.each([
    ['words of the lexicon', 'ぷろぐらみんぐを ならいたいです。', 'プログラミングを 習いたいです。'],
    ['verbs and adjectives', 'ふるい いえを なおして みんなが あつまる ばしょに したい。', '古い 家を 直して みんなが 集まる 場所に したい。'],
    ['the likelier of two words that sound alike', 'かんじは よめません。びょういんの そうじを しています。', '漢字は 読めません。病院の 掃除を しています。'],
    ['by what it stands beside', 'はなしを はなします', '話を 話します'],
    ['without blanks', 'としょかんでえほんをあつめています。', '図書館で絵本を集めています。'],
    ['no word over a blank', 'にわの はなと りを みる', '庭の 花と りを 見る'],
    ['what most people write in hiragana', 'できることは ありません。ください。', 'できることは ありません。ください。'],
    ['names stay', 'わたしは たなか ひろこです。', '私は たなか ひろこです。'],
    ['names stay that sound like words', 'わたしは さとう ひかりと いいます。なまえは もりです。さくらと もうします。', '私は さとう ひかりと いいます。名前は もりです。さくらと 申します。'],
    ['what the lexicon names in hiragana', 'ひきこもりの しえん、よさこい、いちご', 'ひきこもりの 支援、よさこい、いちご'],
    ['what it names with kanji', 'おりがみと そろばん', '折り紙と そろばん'],
    ['beside kanji', 'わたしは 小学生です。すきなのは 電車と おりがみです。', '私は 小学生です。好きなのは 電車と 折り紙です。'],
    ['readings in brackets', 'はたけで つくって 給食(きゅうしょく)を くばります', '畑で 作って 給食を 配ります'],
    ['no reading in brackets', '東京(上野)の給食(きゅうしょく)係です', '東京(上野)の給食係です'],
  ])('%s', (_, given, expected) => expect(read(given).text).toBe(expected));

  it.each(['りょうりが得意な看護師で、休日は山を歩きます。', 'データ分析をしています。', 'アノ ヒト', ''])('stays in a text that has kanji, or no hiragana: %s', (given) => expect(read(given).text).toBe(given));

  it.each(['あ'.repeat(1_000), 'すき '.repeat(300), 'カ '.repeat(400) + 'です', '😀すき😀です😀'])('is bounded, and loses nothing that is no hiragana: %#', (given) => {
    expect(read(given).text.replace(/[ぁ-ん一-鿿]/g, '')).toBe(cleanText(given).text.replace(/[ぁ-ん一-鿿]/g, ''));
  });

  it.each([
    ['みなとラボが すきです。', 'みなとラボが 好きです。', ['みなとラボ']],
    ['みなと らぼで りょうりを します。', 'みなと らぼで 料理をします。', ['みなとらぼ']],
    ['さくらひろばのうんえい、さくらひろば', 'さくらひろばの運営、さくらひろば', ['サークルわ', 'さくらひろば']],
  ])('leaves the event’s own words as they are: %s', (given, expected, own) => {
    expect(readIntroduction(given, tools.tokenizer, tools.lexicon.withWords(own.map((label) => ({ label })))).clean.text).toBe(expected);
  });

  it('still points at the words that were written', () => {
    const given = 'わたしは りょうりが すきです';
    const clean = read(given);
    const at = clean.text.indexOf('料理');
    expect(given.slice(...givenSpan(clean, at, at + 2))).toBe('りょうり');
    const liked = clean.text.indexOf('好き');
    expect(given.slice(...givenSpan(clean, liked, liked + 2))).toBe('すき');
  });

  it('stays where no words are known', () => expect(inKanji(cleanText('りょうりが すきです'), parseKanaWords('# none\n'), tools.tokenizer).text).toBe('りょうりが すきです'));
});

it('leads every word that the lexicon writes in hiragana to its concept', () => {
  const words = [...tools.lexicon.concepts()].flatMap(({ id, spellings }) => spellings.filter((word) => /^[ぁ-ゖー]{3,12}$/.test(word)).map((word) => ({ id, word })));
  const { lexicon } = tools;
  const missed = words.filter(({ id, word }) => {
    const written = /^私は (.+)が 好きです$/.exec(read(`わたしは ${word}が すきです`).text)![1];
    return lexicon.meaning(written) !== lexicon.meaning(word) && !lexicon.concept(id)?.spellings.includes(written);
  });
  expect(words.length).toBeGreaterThan(150);
  expect(missed).toEqual([]);
});

it('knows the words of the lexicon as kuromoji reads them', async () => {
  const lines = (await readKanaWordsFile()).split('\n').filter((line) => line && !line.startsWith('#'));
  expect(lines.filter((line) => line.split('\t').length === 2)).toEqual(lexiconLines(tools.lexicon, tools.tokenizer));
}, 60_000);
