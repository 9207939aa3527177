import type { CleanText } from './clean-text.js';
import { replaceStretches, replaceUnits, type Replacement } from './replace-units.js';

/** Words as they are usually written, by how they sound in hiragana: りょうり → 料理, さっかー → サッカー. */
export type Readings = ReadonlyMap<string, string>;

/** Reads `lexicon/readings.tsv`: a reading and its word a line. */
export const parseReadings = (text: string): Readings =>
  new Map(text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t') as [string, string]));

/** 給食(きゅうしょく): how a word is read is told to learners, and is no word of its own. */
const FURIGANA = /(?<=[一-鿿々])[(（][ぁ-ゖァ-ヶー]+[)）]/g;
const SHORTEST = 3;
const LONGEST = 12;
const HIRAGANA_RUN = /[ぁ-ゖー]{3,}/g;
/** What stands behind a noun. */
const BEHIND_NOUN = /^(?:[をがはもにでとのやへ]|です|でし|だ|から|まで|さん|する|し(?=[まてたご])|$)/;
const PARTICLE = /[をがはもにでとのや]/;
/** Hiragana for each kanji from which on a writer hardly uses any; less where words are parted by blanks. */
const MOSTLY = { kana: 8, withBlanks: 4 };

/** Family, and what is said of nouns: words that the grammar listens for. */
const HEARD: [RegExp, string][] = [
  ...Object.entries({ おっと: '夫', つま: '妻', まご: '孫', むすこ: '息子', むすめ: '娘', おとうと: '弟', いもうと: '妹', おかあさん: 'お母さん', おとうさん: 'お父さん' }).map(([kana, kanji]): [RegExp, string] => [new RegExp(`(?<![ぁ-ん])${kana}(?=[はがもの])`, 'g'), kanji]),
  [/はなせ(?=[まるな])/g, '話せ'], [/はなし(?=ます|て|たい)/g, '話し'], [/よめ(?=[まるな])/g, '読め'], [/よみ(?=ます|たい)/g, '読み'], [/しりたい/g, '知りたい'], [/ならい(?=ます|たい)/g, '習い'], [/つくれ(?=[まるな])/g, '作れ'],
  [/つくり(?=ます|たい)/g, '作り'], [/つくって/g, '作って'], [/つくる/g, '作る'], [/おぼえたい/g, '覚えたい'], [/あいたい/g, '会いたい'],
];

/** Whether somebody writes in hiragana throughout, as learners, children and those who write for them do. */
function isMostlyKana(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [kanji, kana] = [count(/[一-鿿]/g), count(/[ぁ-ゖ]/g)];
  return kana > MOSTLY.kana * kanji || (kana > MOSTLY.withBlanks * kanji && text.includes(' '));
}

/** The longest known words of a run of hiragana, where words may begin: at its start and behind a particle. */
function* wordsOf(run: string, start: number, readings: Readings): Generator<Replacement> {
  let begins = true;
  for (let at = 0; at < run.length; ) {
    const length: number = begins ? wordLength(run, at, readings) : 0;
    if (length) yield { start: start + at, end: start + at + length, by: readings.get(run.slice(at, at + length))! };
    begins = !length && PARTICLE.test(run[at]);
    at += length || 1;
  }
}

function wordLength(run: string, at: number, readings: Readings): number {
  for (let end = Math.min(at + LONGEST, run.length); end >= at + SHORTEST; end--) {
    if (readings.has(run.slice(at, end)) && BEHIND_NOUN.test(run.slice(end))) return end - at;
  }
  return 0;
}

/**
 * Writes the words of a text that is nearly all in hiragana as everybody else does, so that they are known. Of other texts only
 * readings in brackets go.
 * @example inKanji(cleanText('りょうりが すきです'), readings).text === '料理が すきです'
 */
export function inKanji(clean: CleanText, readings: Readings): CleanText {
  const plain = replaceUnits(clean, FURIGANA, '');
  if (readings.size === 0 || !isMostlyKana(plain.text)) return plain;
  const nouns = replaceStretches(plain, [...plain.text.matchAll(HIRAGANA_RUN)].flatMap(({ 0: run, index }) => [...wordsOf(run, index, readings)]));
  return HEARD.reduce((text, [pattern, by]) => replaceUnits(text, pattern, by), nouns);
}
