/** Static word vectors: rows in the order of the file, which is by falling frequency. */
export interface WordVectors {
  dimension: number;
  /** Word → row. */
  rows: ReadonlyMap<string, number>;
  /** All rows one after the other. */
  values: Float32Array;
}

/** Why a file of word vectors cannot be read; the message names the line. */
export class WordVectorError extends Error {
  readonly code = 'vectors.invalid';
}

/** Takes the bytes of a file in word2vec text format, chunk by chunk. Throws `WordVectorError`. */
export interface WordVectorReader {
  push(chunk: Uint8Array): void;
  /** True when as many words as asked for are read: the rest of the file is not needed. */
  readonly full: boolean;
  end(): WordVectors;
}

const mostDimensions = 4096;
/** Up to here a decimal is exact as a whole number divided by a power of ten. */
const mostExactDigits = 15;
const powersOfTen = Array.from({ length: mostExactDigits + 1 }, (_, power) => 10 ** power);
const [newline, carriageReturn, space, tab] = [0x0a, 0x0d, 0x20, 0x09];

/**
 * Reads `words dimension` on the first line, then a word and its numbers per line, as chiVe and fastText write them.
 * Keeps the first `mostWords` words, since files are sorted by frequency.
 */
export function createWordVectorReader({ mostWords = 200_000 }: { mostWords?: number } = {}): WordVectorReader {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest: Uint8Array = new Uint8Array(0);
  let line = 0;
  let header: { words: number; dimension: number } | undefined;
  let values = new Float32Array(0);
  const rows = new Map<string, number>();

  const fail = (problem: string): never => { throw new WordVectorError(`line ${line}: ${problem}`); };

  const readHeader = (bytes: Uint8Array): void => {
    const match = /^(\d+)[ \t]+(\d+)\s*$/.exec(new TextDecoder().decode(bytes));
    const [words, dimension] = [Number(match?.[1]), Number(match?.[2])];
    if (!match || words < 1 || dimension < 1 || dimension > mostDimensions) {
      fail('expected the number of words and the dimension, as in "100000 300" (word2vec text format)');
    }
    header = { words: Math.min(words, mostWords), dimension };
    values = new Float32Array(header.words * dimension);
  };

  const readWord = (bytes: Uint8Array): void => {
    const { dimension } = header as { dimension: number };
    const end = trimmedEnd(bytes);
    if (end === 0) return;
    const row = rows.size;
    let cut = bytes.indexOf(space);
    if (cut < 1 || !parseNumbers(bytes, cut, end, values, row * dimension, dimension)) {
      cut = startOfNumbers(bytes, end, dimension);
      if (cut < 1 || !parseNumbers(bytes, cut, end, values, row * dimension, dimension)) fail(`expected a word and ${dimension} numbers`);
    }
    let word = '';
    try {
      word = decoder.decode(bytes.subarray(0, cut)).normalize('NFKC').toLowerCase();
    } catch {
      fail('the word is not UTF-8');
    }
    if (!rows.has(word)) rows.set(word, row);
  };

  const isFull = (): boolean => header !== undefined && rows.size >= header.words;
  const readLine = (bytes: Uint8Array): void => {
    line += 1;
    if (!header) readHeader(bytes);
    else if (!isFull()) readWord(bytes);
  };

  return {
    get full() { return isFull(); },
    push(chunk) {
      let bytes = chunk;
      if (rest.length > 0) {
        bytes = new Uint8Array(rest.length + chunk.length);
        bytes.set(rest);
        bytes.set(chunk, rest.length);
      }
      let start = 0;
      for (let at = bytes.indexOf(newline); at >= 0 && !isFull(); at = bytes.indexOf(newline, start)) {
        readLine(bytes.subarray(start, at));
        start = at + 1;
      }
      rest = isFull() ? new Uint8Array(0) : bytes.slice(start);
    },
    end() {
      if (rest.length > 0) readLine(rest);
      if (!header || rows.size === 0) return fail('no word vectors');
      const { dimension } = header;
      return { dimension, rows, values: values.subarray(0, rows.size * dimension) };
    },
  };
}

const isBlank = (byte: number): boolean => byte === space || byte === tab || byte === carriageReturn;

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

/** Parses `count` decimal numbers straight from the bytes, several times faster than through strings; false where they are not exactly that. */
function parseNumbers(bytes: Uint8Array, start: number, end: number, into: Float32Array, offset: number, count: number): boolean {
  let at = start;
  for (let index = 0; index < count; index += 1) {
    while (at < end && isBlank(bytes[at])) at += 1;
    const from = at;
    const negative = bytes[at] === 0x2d;
    if (negative) at += 1;
    const firstDigit = at;
    let digits = 0;
    let byte = bytes[at];
    while (byte >= 0x30 && byte <= 0x39 && at < end) {
      digits = digits * 10 + (byte - 0x30);
      byte = bytes[++at];
    }
    let decimals = 0;
    if (byte === 0x2e && at < end) {
      const point = at;
      byte = bytes[++at];
      while (byte >= 0x30 && byte <= 0x39 && at < end) {
        digits = digits * 10 + (byte - 0x30);
        byte = bytes[++at];
      }
      decimals = at - point - 1;
    }
    if (at === firstDigit || at - firstDigit > mostExactDigits || (at < end && !isBlank(byte))) {
      // Exponents, long numbers and anything odd take the slow and exact way.
      while (at < end && !isBlank(bytes[at])) at += 1;
      const value = Number(String.fromCharCode(...bytes.subarray(from, at)) || NaN);
      if (!Number.isFinite(value)) return false;
      into[offset + index] = value;
    } else into[offset + index] = (negative ? -digits : digits) / powersOfTen[decimals];
  }
  while (at < end && isBlank(bytes[at])) at += 1;
  return at === end;
}
