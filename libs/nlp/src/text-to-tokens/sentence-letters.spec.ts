import { describe, expect, it } from '@jest/globals';
import { IN_SENTENCE } from './sentence-letters.js';

const sentences = (text: string): string[] => [...text.matchAll(new RegExp(`${IN_SENTENCE}+`, 'gu'))].map(([words]) => words.trim()).filter(Boolean);

describe('where a sentence ends', () => {
  it.each([
    ['畑をしています。魚も釣ります', ['畑をしています', '魚も釣ります']],
    ['I keep bees. Do you have a garden? Write to me!', ['I keep bees', 'Do you have a garden', 'Write to me']],
    ['Node.jsで3.5 kmの地図を作る。v2.', ['Node.jsで3.5 kmの地図を作る', 'v2']],
    ['Happy to hike Mt. Tsukuba with Dr. Mori, e.g. in May. I bake.', ['Happy to hike Mt. Tsukuba with Dr. Mori, e.g. in May', 'I bake']],
    ['大学院生だ．体温は３６．５度，夜型だ．', ['大学院生だ', '体温は３６．５度，夜型だ']],
  ])('%s', (text, expected) => expect(sentences(text)).toEqual(expected));
});
