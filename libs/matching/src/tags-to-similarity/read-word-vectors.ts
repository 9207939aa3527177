import { isBlank, parseNumbers } from './parse-numbers.js';

/** Static word vectors: rows in the order of the file, which is by falling frequency. */
export interface WordVectors {
  dimension: number;
  /** Word → row. */
  rows: ReadonlyMap<string, number>;
  /** All rows one after the other. */
  values: Float32Array;
}

/** Why a file of word vectors cannot be read; the message names the line, and `ja` says it in Japanese. */
export class WordVectorError extends Error {
  readonly code = 'vectors.invalid';

  constructor(message: string, readonly ja: string, options?: ErrorOptions) {
    super(message, options);
  }
}

/** Takes the bytes of a file in word2vec text format, chunk by chunk. Throws `WordVectorError`. */
export interface WordVectorReader {
  push(chunk: Uint8Array): void;
  /** True when as many words as asked for are read: the rest of the file is not needed. */
  readonly full: boolean;
  end(): WordVectors;
}

const mostDimensions = 4096;
const newline = 0x0a;
const space = 0x20;

/**
 * Reads `words dimension` on the first line, then a word and its numbers per line, as chiVe and fastText write them.
 * Keeps the first `mostWords` words, since files are sorted by frequency.
 */
export const createWordVectorReader = ({ mostWords = 200_000 }: { mostWords?: number } = {}): WordVectorReader => new TextReader(mostWords);

/** Reads a file's chunks until enough words are known. @throws WordVectorError */
export async function readWordVectors(chunks: AsyncIterable<Uint8Array>): Promise<WordVectors> {
  const reader = createWordVectorReader();
  for await (const chunk of chunks) {
    reader.push(chunk);
    if (reader.full) break;
  }
  return reader.end();
}

class TextReader implements WordVectorReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #rows = new Map<string, number>();
  readonly #mostWords: number;
  #rest: Uint8Array = new Uint8Array(0);
  #line = 0;
  /** Lines with a word: more than words, where two are spelt alike but for case or width. */
  #read = 0;
  #header: { words: number; dimension: number } | undefined;
  #values = new Float32Array(0);

  constructor(mostWords: number) {
    this.#mostWords = mostWords;
  }

  get full(): boolean {
    return this.#header !== undefined && this.#rows.size >= this.#header.words;
  }

  push(chunk: Uint8Array): void {
    let bytes = chunk;
    if (this.#rest.length > 0) {
      bytes = new Uint8Array(this.#rest.length + chunk.length);
      bytes.set(this.#rest);
      bytes.set(chunk, this.#rest.length);
    }
    let start = 0;
    for (let at = bytes.indexOf(newline); at >= 0 && !this.full; at = bytes.indexOf(newline, start)) {
      this.#readLine(bytes.subarray(start, at));
      start = at + 1;
    }
    this.#rest = this.full ? new Uint8Array(0) : bytes.slice(start);
  }

  end(): WordVectors {
    if (this.#rest.length > 0) this.#readLine(this.#rest);
    if (!this.#header || this.#rows.size === 0) return this.#fail('no word vectors', '単語ベクトルがありません');
    const { dimension, words } = this.#header;
    if (this.#read < words) this.#fail(`the file ends after ${this.#read} of the ${words} words that its first line promises`, `1行目には${words}語とありますが、${this.#read}語で終わっています`);
    return { dimension, rows: this.#rows, values: this.#values.subarray(0, this.#rows.size * dimension) };
  }

  #fail(problem: string, ja: string): never {
    throw new WordVectorError(`line ${this.#line}: ${problem}`, `${this.#line}行目：${ja}`);
  }

  #readLine(bytes: Uint8Array): void {
    this.#line += 1;
    if (!this.#header) this.#readHeader(bytes);
    else if (!this.full) this.#readWord(bytes, this.#header.dimension);
  }

  #readHeader(bytes: Uint8Array): void {
    const header = parseHeader(bytes);
    if (!header) return this.#fail('expected the number of words and the dimension, as in "100000 300" (word2vec text format)', '「100000 300」のように、語の数と次元を書いてください');
    this.#header = { ...header, words: Math.min(header.words, this.#mostWords) };
    this.#values = new Float32Array(this.#header.words * header.dimension);
  }

  #readWord(bytes: Uint8Array, dimension: number): void {
    const end = trimmedEnd(bytes);
    if (end === 0) return;
    const row = this.#rows.size;
    const into = this.#values.subarray(row * dimension, (row + 1) * dimension);
    let cut = bytes.indexOf(space);
    if (cut < 1 || !parseNumbers(bytes, cut, end, into)) {
      cut = startOfNumbers(bytes, end, dimension);
      if (cut < 1 || !parseNumbers(bytes, cut, end, into)) this.#fail(`expected a word and ${dimension} numbers`, `言葉と${dimension}個の数を書いてください`);
    }
    this.#read += 1;
    const word = this.#readUtf8(bytes.subarray(0, cut)).normalize('NFKC').toLowerCase();
    if (!this.#rows.has(word)) this.#rows.set(word, row);
  }

  #readUtf8(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return this.#fail('the word is not UTF-8', '言葉が UTF-8 ではありません');
    }
  }
}

function parseHeader(bytes: Uint8Array): { words: number; dimension: number } | undefined {
  const match = /^(\d+)[ \t]+(\d+)\s*$/.exec(new TextDecoder().decode(bytes));
  const [words, dimension] = [Number(match?.[1]), Number(match?.[2])];
  return match && words >= 1 && dimension >= 1 && dimension <= mostDimensions ? { words, dimension } : undefined;
}

function trimmedEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && isBlank(bytes[end - 1])) end -= 1;
  return end;
}

/** End of a word that holds blanks, found from behind; 0 where there are too few numbers. */
function startOfNumbers(bytes: Uint8Array, end: number, dimension: number): number {
  let at = end;
  for (let count = 0; count < dimension; count += 1) {
    while (at > 0 && !isBlank(bytes[at - 1])) at -= 1;
    while (at > 0 && isBlank(bytes[at - 1])) at -= 1;
  }
  return at;
}
