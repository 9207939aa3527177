import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseEncounterModel, type EncounterModel } from './encounter-model.js';
import { readEncounter, scenesOf, type EncounterSides } from './read-encounter.js';

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

describe('scenesOf', () => {
  it('gives each sentence that says enough, and where it stands', () => {
    const text = 'はじめまして！魚をサーバーに運ぶ。\n畑が好き。畑の魚を運んでサーバへ';
    const scenes = scenesOf(text, model);
    expect(scenes.map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ', '畑の魚を運んでサーバへ']);
    for (const { quote, span: [start, end] } of scenes) expect(text.slice(start, end)).toBe(quote);
  });

  it('leaves bullets and commas out, and half a quotation altogether', () => {
    const text = '・魚をサーバーに運ぶ、\n「魚をサーバーに運ぶ？」と畑で聞かれて魚をサーバーに運ぶ。';
    expect(scenesOf(text, model).map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ']);
  });

  it('leaves out the word that joins a sentence to the one before', () => {
    expect(scenesOf('1. 魚をサーバーに運ぶ\n○ 畑の魚を運んでサーバへ\n○印の魚をサーバーに運ぶ', model).map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ', '畑の魚を運んでサーバへ', '○印の魚をサーバーに運ぶ']);
    const text = 'でも、魚をサーバーに運ぶ。・ただ、畑の魚を運んでサーバへ。がらんとした畑に魚をサーバーで運ぶ';
    const scenes = scenesOf(text, model);
    expect(scenes.map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ', '畑の魚を運んでサーバへ', 'がらんとした畑に魚をサーバーで運ぶ']);
    for (const { quote, span: [start, end] } of scenes) expect(text.slice(start, end)).toBe(quote);
  });

  it('leaves out pardons for the text, and what is no sentence', () => {
    const text = '音声入力なので魚や畑のところは勘弁。魚をサーバーに運ぶ。誤字や畑の魚はご容赦。#魚 #畑 #運ぶ';
    expect(scenesOf(text, model).map(({ quote }) => quote)).toEqual(['魚をサーバーに運ぶ']);
    expect(scenesOf('魚を運ぶ音声入力をサーバーに作る', model)).toHaveLength(1);
  });

  it('parts what was dictated without stops where a sentence ends', () => {
    expect(scenesOf('畑の魚をサーバーに運んでます畑が好きですもともと魚をサーバーに運ぶ畑です', model).map(({ quote }) => quote)).toEqual(['畑の魚をサーバーに運んでます', 'もともと魚をサーバーに運ぶ畑です']);
  });

  it('parts a long sentence at its commas, so that a quote is read at a glance', () => {
    const clause = '毎朝早くから港の市場のとなりでサーバーに魚を運んでいるのですが、';
    const quotes = scenesOf(clause.repeat(3), model).map(({ quote }) => quote);
    expect(quotes).toEqual(Array(3).fill(clause.replace(/、$/u, '')));
  });
});

describe('scenes of an English text', () => {
  const quotes = (text: string): string[] => scenesOf(text, model).map(({ quote }) => quote);

  it('are its sentences, whichever of their words are known, and twice as long as Japanese ones', () => {
    const long = 'I can sequence the microbes in any handful of soil and tell you what is wrong with it';
    expect(quotes(`Hi there. ${long}. Happy to hike Mt. Tsukuba with anyone! I use Node.js, mostly at night.`)).toEqual([long, 'Happy to hike Mt. Tsukuba with anyone', 'I use Node.js, mostly at night']);
  });

  it('stand beside Japanese ones', () => {
    expect(quotes('I bake bread every Sunday morning. 畑の魚を運んでサーバへ。')).toEqual(['I bake bread every Sunday morning', '畑の魚を運んでサーバへ']);
  });
});

describe('scenes that only ask', () => {
  it.each([
    ['魚を畑に運んでくれる人を探しています', true], ['I am looking for someone who sells fish', true],
    ['畑の魚を運んでくれる人にサーバーを貸したい', false], ['魚をサーバーに運ぶ畑があります', false], ['I sell the fish of this harbour', false],
  ])('%s: %s', (text, expected) => expect(scenesOf(text, model).map(({ onlyAsks }) => onlyAsks)).toEqual([expected]));
});

describe('the vectors of words', () => {
  it('are refused with the name of the file where they do not fit', () => {
    expect(() => parseEncounterModel({ words: '魚\n畑\n', vectors: new Uint8Array(13) })).toThrow(/encounters\/vectors\.bin.*2 lines.*13 bytes/);
  });
});
