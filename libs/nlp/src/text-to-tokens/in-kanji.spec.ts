import { beforeAll, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { readingsText } from '../../../../scripts/write-readings.mjs';
import { lexiconFolder, readReadingsFile } from '../lexicon-to-concepts/lexicon-files.js';
import { loadReadingTools, type ReadingTools } from '../load-extractor.js';
import { cleanText, givenSpan } from './clean-text.js';
import { inKanji, parseReadings } from './in-kanji.js';

let tools: ReadingTools;
beforeAll(async () => { tools = await loadReadingTools({ withoutAspects: true }); });
const read = (text: string) => inKanji(cleanText(text), tools.lexicon.readings);

describe('what is written in hiragana by who learns Japanese or writes for them', () => {
  it.each([
    ['わたしは りょうりが とくいです。やきゅうも すきです。', 'わたしは 料理が とくいです。野球も すきです。'],
    ['ぷろぐらみんぐを ならいたいです。', 'プログラミングを 習いたいです。'],
    ['りゅうがくせいです。でざいんの しごとを さがしています。', '留学生です。デザインの しごとを さがしています。'],
    ['おっとは さっかーを おしえています。', '夫は サッカーを おしえています。'],
    ['はたけと 給食(きゅうしょく)を つくります', '畑と 給食を 作ります'], ['東京(上野)の給食(きゅうしょく)係です', '東京(上野)の給食係です'],
    ['わたしは はたけなかです。', 'わたしは はたけなかです。'],
    ['たまごと うるさいほうの はなしです。', 'たまごと うるさいほうの はなしです。'],
  ])('%s', (given, expected) => expect(read(given).text).toBe(expected));

  it.each(['りょうりが得意な看護師で、休日は山を歩きます。', 'データ分析をしています。', ''])('stays in a text that has kanji, or no hiragana: %s', (given) => expect(read(given).text).toBe(given));

  it('still points at the words that were written', () => {
    const given = 'わたしは りょうりが すきです';
    const clean = read(given);
    const at = clean.text.indexOf('料理');
    expect(given.slice(...givenSpan(clean, at, at + 2))).toBe('りょうり');
  });

  it('knows nothing without readings', () => expect(inKanji(cleanText('りょうりが すきです'), parseReadings('# none\n')).text).toBe('りょうりが すきです'));
});

it('keeps the readings as kuromoji reads the lexicon', async () => {
  expect(await readFile(`${lexiconFolder()}/readings.tsv`, 'utf8')).toBe(readingsText(tools.lexicon, tools.tokenizer));
  expect(await readReadingsFile()).toContain('\nりょうり\t料理\n');
}, 60_000);
