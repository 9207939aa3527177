import { foldWithOrigins } from '../lexicon-to-concepts/fold-spelling.js';
import type { CleanText } from './clean-text.js';
import type { KanaWords } from './kana-words.js';
import { replaceStretches, replaceUnits, type Replacement } from './replace-units.js';
import type { Tokenizer } from './tokens.js';

/** 給食(きゅうしょく): how a word is read is told to learners, and is no word of its own. */
const FURIGANA = /(?<=[一-鿿々])[(（][ぁ-ゖァ-ヶー]+[)）]/g;
/** Letters and figures, with single blanks in between: a sentence or less. */
const RUN = /[ぁ-ゖァ-ヶー一-鿿々\w]{1,64}(?: [ぁ-ゖァ-ヶー一-鿿々\w]{1,64}){0,15}/g;
/** Hiragana for each kanji from which on a writer hardly uses any; less where words are parted by blanks. */
const MOSTLY = { kana: 5, withBlanks: 3 };

/** さとうと いいます, なまえは ひかりです: a name is no word that sounds like it. */
const NAMED = /(?:(?:^|[。、!?\n])\s*|は ?)([ぁ-ゖー]{1,8}(?: [ぁ-ゖー]{1,8})?) ?(?:と|って) ?(?:いいます|いう ?(?:もの|者)|もうします|申します|言います|よばれて|よんで)|(?:なまえ|名前)は ?([ぁ-ゖー]{1,8}?(?: [ぁ-ゖー]{1,8}?)?) ?(?:です|だよ|。)/dgu;

/** Whether somebody writes in hiragana throughout, as learners, children and those who write for them do. */
function isMostlyKana(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const [kanji, kana] = [count(/[一-鿿]/g), count(/[ぁ-ゖ]/g)];
  return kana > MOSTLY.kana * kanji || (kana > MOSTLY.withBlanks * kanji && text.includes(' '));
}

/** Where the event's own words stand, by their folded spellings: みなとラボ is no 港ラボ. */
function* placesOf(own: readonly string[], text: string): Generator<[start: number, end: number]> {
  if (own.length === 0) return;
  const { text: folded, origins } = foldWithOrigins(text);
  for (const word of own) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) yield [origins[at], origins[at + word.length - 1] + 1];
  }
}

/** What a run writes, at its place in the text. */
function writtenIn(run: string, from: number, words: KanaWords, tokenizer: Tokenizer): Replacement[] {
  const parts = run.split(' ');
  const borders = parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('').length);
  const placed = (at: number): number => from + at + borders.filter((border) => border <= at).length;
  return tokenizer.write(parts.join(''), words, borders).map(({ start, end, by }) => ({ start: placed(start), end: placed(end - 1) + 1, by }));
}

/**
 * Writes a text that is nearly all in hiragana as everybody else does, so that its words are known. Of other texts only readings in
 * brackets go.
 * @param own folded spellings of the event's own words, which stay as they are
 * @example inKanji(cleanText('りょうりが すきです'), words, tokenizer).text === '料理が 好きです'
 */
export function inKanji(clean: CleanText, words: KanaWords, tokenizer: Tokenizer, own: readonly string[] = []): CleanText {
  const plain = replaceUnits(clean, FURIGANA, '');
  if (!isMostlyKana(plain.text)) return plain;
  const names = [...[...plain.text.matchAll(NAMED)].map(({ indices }) => (indices![1] ?? indices![2])!), ...placesOf(own, plain.text)];
  const written = [...plain.text.matchAll(RUN)].flatMap(({ 0: run, index }) => (/[ぁ-ゖ]/.test(run) ? writtenIn(run, index, words, tokenizer) : []));
  return replaceStretches(plain, written.filter(({ start, end }) => !names.some(([from, to]) => start < to && from < end)));
}
