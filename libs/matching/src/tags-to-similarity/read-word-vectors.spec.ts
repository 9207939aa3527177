import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createWordVectorReader, readWordVectors, type WordVectors } from './read-word-vectors.js';

const read = (text: string, options: { mostWords?: number; chunk?: number } = {}): WordVectors => {
  const reader = createWordVectorReader(options);
  const bytes = new TextEncoder().encode(text);
  const step = options.chunk ?? bytes.length;
  for (let at = 0; at < bytes.length; at += step) reader.push(bytes.subarray(at, at + step));
  return reader.end();
};
const vectorOf = ({ rows, values, dimension }: WordVectors, word: string): number[] =>
  [...values.subarray(rows.get(word)! * dimension, (rows.get(word)! + 1) * dimension)];

const small = '3 2\n見守り 0.5 -0.25\n会食 1e-1 2\nice cream 3 4\n';

describe('a file of word vectors', () => {
  it('gives each word its numbers, exponents and words with blanks included', () => {
    const vectors = read(small);
    expect(vectors.dimension).toBe(2);
    expect(vectorOf(vectors, '見守り')).toEqual([0.5, -0.25]);
    expect(vectorOf(vectors, '会食')).toEqual([Math.fround(0.1), 2]);
    expect(vectorOf(vectors, 'ice cream')).toEqual([3, 4]);
  });

  it('reads the same in chunks of any size', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), (chunk) => {
      expect(read(small, { chunk })).toEqual(read(small));
    }));
  });

  it('reads every number as JavaScript does', () => {
    fc.assert(fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(vectorOf(read(`1 1\na ${number}\n`), 'a')[0]).toBeCloseTo(number, 5 - Math.ceil(Math.log10(Math.abs(number) + 1)));
    }));
  });

  it('takes Windows line ends, blanks at line ends and a missing last line end', () => {
    expect(vectorOf(read('2 2\r\na 1 2 \r\nb 3 4'), 'b')).toEqual([3, 4]);
  });

  it('is read no further than its header says there are words', async () => {
    const handed: string[] = [];
    async function* chunks() { for (const text of [small, 'more 1 2\n', 'and more 1 2\n']) { handed.push(text); yield new TextEncoder().encode(text); } }
    expect((await readWordVectors(chunks())).rows.size).toBe(3);
    expect(handed).toEqual([small]);
  });

  it('keeps the first words where told how many', () => {
    const vectors = read(small, { mostWords: 1 });
    expect([...vectors.rows.keys()]).toEqual(['見守り']);
  });

  it('takes words that are alike but for case or width as one, and misses none of them', () => {
    expect([...read('3 1\nJazz 1\nｊａｚｚ 2\nbe 3\n').rows.keys()]).toEqual(['jazz', 'be']);
  });

  it.each([
    ['no header', '見守り 0.5 0.25\n', 'line 1: expected the number of words and the dimension'],
    ['a short row', '2 2\na 1 2\nb 3\n', 'line 3: expected a word and 2 numbers'],
    ['a word for a number', '1 2\na 1 x\n', 'line 2: expected a word and 2 numbers'],
    ['fewer rows than promised', '100 2\na 1 2\nb 3 4\n', 'line 3: the file ends after 2 of the 100 words'],
    ['no rows', '5 2\n', 'no word vectors'],
    ['an empty file', '', 'no word vectors'],
    ['a giant dimension', '1 99999\n', 'line 1: expected the number of words'],
  ])('is refused with the line for %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
    expect(() => read(text)).toThrow(expect.objectContaining({ ja: expect.stringMatching(/\p{Script=Hiragana}/u) }));
  });
});
