import { eastAsianWidth } from 'get-east-asian-width';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import type { Vocabulary } from '../text-to-mentions/vocabulary.js';
import { smallLetters } from '../text-to-situations/small-letters.js';
import { onlyAsks } from '../text-to-situations/stances.js';
import { cleanText } from '../text-to-tokens/clean-text.js';
import { LIST_MARK, sentencePattern } from '../text-to-tokens/sentence-letters.js';
import type { EncounterModel } from './encounter-model.js';

/** What somebody's texts lack and what they give, as unit vectors: one's lacks lie near the gives of those worth meeting. */
export interface EncounterSides {
  lacks: Float32Array;
  gives: Float32Array;
}

/** Fewer known words than this say too little. */
const FEWEST_WORDS = 3;

/** The rows of the words of texts, each once, in the order of the rows. */
export function rowsOf(texts: readonly (string | undefined)[], words: Vocabulary<number>): number[] {
  const rows = new Set<number>();
  for (const text of texts) {
    for (const part of cleanText(text ?? '').text.split(/\s+/u)) for (const { meaning } of words.find(foldSpelling(part))) rows.add(meaning);
  }
  return [...rows].sort((a, b) => a - b);
}

/** The sum of the words' vectors on each side, at unit length; undefined where hardly a word is known. Neither the order of words nor their spelling counts. */
export const readEncounter = (texts: readonly (string | undefined)[], model: EncounterModel): EncounterSides | undefined => sidesOf(rowsOf(texts, model.words), model);

function sidesOf(rows: number[], { width, scales, numbers }: EncounterModel): EncounterSides | undefined {
  if (rows.length < FEWEST_WORDS) return undefined;
  const sums = new Float64Array(2 * width);
  for (const row of rows) for (let at = 0; at < sums.length; at += 1) sums[at] += scales[row] * numbers[row * sums.length + at];
  return { lacks: unit(sums.subarray(0, width)), gives: unit(sums.subarray(width)) };
}

/** A sentence of a text, or a clause of a long one, where it stands. */
export interface QuotedScene {
  /** UTF-16 units of the given text. */
  span: [start: number, end: number];
  /** The words there. */
  quote: string;
  /** It asks for something and offers nothing, so that it answers nobody. */
  onlyAsks: boolean;
}

/**
 * What a scene asks for and what it answers: the product of one's asks and another's answers is the log odds that the two, quoted
 * side by side, tell why their writers should meet.
 */
export interface SceneSides {
  asks: Float32Array;
  answers: Float32Array;
}

export type TextScene = QuotedScene & SceneSides;

const SENTENCE = new RegExp(sentencePattern(), 'gu');
const CLAUSE = /[^、,，]+[、,，]*/gu;
/** 音声入力なので変なところは勘弁, #買い物 #坂の街: of the text itself, or no sentence. */
const TELLS_NOTHING = /^音声入力(?:な|です)|(?:誤字|脱字|乱文|長文|読みにく|変なところ)[^。]{0,14}(?:すみません|すいません|ごめん|容赦|勘弁|お許し|許して|失礼)|^(?:[#＃]\S+\s*)+$/u;
/** Columns, of which a kanji takes two and a Latin letter one: a quote is read at a glance, but a shorter one often ends before its point. */
const LONGEST_SCENE = 120;
/** English words that say enough, whichever of them are known. */
const FEWEST_ENGLISH_WORDS = 4;

/** The sentences that say enough to be compared; one of more than 120 columns falls into runs of its clauses. */
export function scenesOf(text: string, model: EncounterModel): QuotedScene[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: sentence, index }) => runsOfClauses(sentence, index)).flatMap((run) => {
    const [start, end] = withoutEdges(text, run);
    const quote = text.slice(start, end);
    return opened(quote) === 0 && !TELLS_NOTHING.test(quote) && (rowsOf([quote], model.words).length >= FEWEST_WORDS || isEnglish(quote)) ? [{ span: [start, end], quote, onlyAsks: onlyAsks(smallLetters(quote)) }] : [];
  });
}

const isEnglish = (quote: string): boolean => !/[ぁ-ヿ一-鿿]/u.test(quote) && (quote.match(/\p{Script=Latin}+(?:['’]\p{Script=Latin}+)?/gu) ?? []).length >= FEWEST_ENGLISH_WORDS;
const columnsOf = (text: string): number => [...text].reduce((columns, letter) => columns + eastAsianWidth(letter.codePointAt(0)!), 0);

/** What a quote is better without: a bullet, and 「でも、」, which joins it to what is not quoted. */
const BEFORE = new RegExp(String.raw`^${LIST_MARK}?(?:(?:が|で|でも|だが|ですが|しかし|けど|けれど|けれども|ただ|ただし|なので|だから|それで|そして|また|あと|ちなみに)[、,]\s*|(?:and|but|so)\s+)?`, 'u');

/** Without that before it and commas behind it. */
function withoutEdges(text: string, [start, end]: [start: number, end: number]): [start: number, end: number] {
  const scene = text.slice(start, end);
  return [start + (scene.length - scene.trimStart().replace(BEFORE, '').length), end - (scene.length - scene.replace(/[、,\s]+$/u, '').length)];
}

/** How many brackets a scene leaves open, or closes too many: half a quotation is not to be quoted. */
const opened = (scene: string): number => Math.abs([...scene].reduce((depth, letter) => depth + (/[「『（(]/u.test(letter) ? 1 : /[」』）)]/u.test(letter) ? -1 : 0), 0));

function runsOfClauses(sentence: string, start: number): [start: number, end: number][] {
  if (columnsOf(sentence) <= LONGEST_SCENE) return [[start, start + sentence.length]];
  const runs: [number, number][] = [];
  for (const { 0: clause, index } of sentence.matchAll(CLAUSE)) {
    const [from, to] = [start + index, start + index + clause.length];
    const last = runs.at(-1);
    if (last && columnsOf(sentence.slice(last[0] - start, to - start)) <= LONGEST_SCENE) last[1] = to;
    else runs.push([from, to]);
  }
  return runs;
}

function unit(sum: Float64Array): Float32Array {
  const length = Math.hypot(...sum) || 1;
  return Float32Array.from(sum, (value) => value / length);
}
