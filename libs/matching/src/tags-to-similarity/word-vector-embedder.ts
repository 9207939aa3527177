import type { WordVectors } from './read-word-vectors.js';
import type { Embedder } from './text-vectors.js';

/** Words this frequent and more are weighted down (Arora et al. 2017, smooth inverse frequency). */
const smoothing = 1e-3;
const longestWord = 12;
/** Rows that show what all words have in common. */
const sampleRows = 5_000;
const powerRounds = 20;

/**
 * Embeds a text as the weighted mean of its words' vectors: rare words weigh more, and what all words share is removed
 * (Arora, Liang, Ma 2017). A phrase that the file does not hold counts through its longest known parts.
 */
export function createWordVectorEmbedder(vectors: WordVectors): Embedder {
  const weigh = weightByRank(vectors.rows.size);
  const common = commonDirections(vectors);
  return {
    embed: (texts) => Promise.resolve(texts.map((text) => embedText(text, vectors, weigh, common))),
  };
}

/** Frequency by Zipf's law from the row, since files are sorted by frequency. */
function weightByRank(words: number): (row: number) => number {
  const harmonic = Math.log(words) + 0.5772;
  return (row) => smoothing / (smoothing + 1 / ((row + 1) * harmonic));
}

function embedText(text: string, { dimension, rows, values }: WordVectors, weigh: (row: number) => number, common: Common): Float32Array | undefined {
  const sum = new Float64Array(dimension);
  let total = 0;
  for (const row of wordsIn(text, rows)) {
    const weight = weigh(row);
    total += weight;
    for (let index = 0; index < dimension; index += 1) sum[index] += weight * values[row * dimension + index];
  }
  if (total === 0) return undefined;
  for (let index = 0; index < dimension; index += 1) sum[index] = sum[index] / total - common.mean[index];
  const along = dot(sum, common.direction);
  for (let index = 0; index < dimension; index += 1) sum[index] -= along * common.direction[index];
  return unit(sum);
}

/** Rows of the words of a text, by longest match from the left; what the file does not know is skipped. */
function wordsIn(text: string, rows: ReadonlyMap<string, number>): number[] {
  const found: number[] = [];
  for (const phrase of text.normalize('NFKC').toLowerCase().split(/[\s、。，．,;:!?「」()・/]+/u)) {
    const characters = [...phrase];
    for (let at = 0; at < characters.length;) {
      let length = Math.min(longestWord, characters.length - at);
      let row: number | undefined;
      while (length > 0 && row === undefined) {
        row = rows.get(characters.slice(at, at + length).join(''));
        if (row === undefined) length -= 1;
      }
      if (row !== undefined) found.push(row);
      at += Math.max(1, length);
    }
  }
  return found;
}

interface Common {
  mean: Float64Array;
  direction: Float64Array;
}

/** Mean and first principal direction of the frequent words, by power iteration. */
function commonDirections({ dimension, rows, values }: WordVectors): Common {
  const count = Math.min(sampleRows, rows.size);
  const mean = new Float64Array(dimension);
  for (let at = 0; at < count * dimension; at += 1) mean[at % dimension] += values[at] / count;
  let direction: Float64Array = new Float64Array(dimension).fill(1 / Math.sqrt(dimension));
  if (count <= dimension) return { mean: new Float64Array(dimension), direction: new Float64Array(dimension) };
  for (let round = 0; round < powerRounds; round += 1) {
    const next = new Float64Array(dimension);
    for (let row = 0; row < count; row += 1) {
      let along = 0;
      for (let index = 0; index < dimension; index += 1) along += (values[row * dimension + index] - mean[index]) * direction[index];
      for (let index = 0; index < dimension; index += 1) next[index] += along * (values[row * dimension + index] - mean[index]);
    }
    const length = Math.sqrt(dot(next, next)) || 1;
    direction = next.map((value) => value / length);
  }
  return { mean, direction };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index] * b[index];
  return sum;
}

function unit(vector: Float64Array): Float32Array | undefined {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? undefined : Float32Array.from(vector, (value) => value / length);
}
