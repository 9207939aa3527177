import { LexiconError } from '../lexicon-to-concepts/concepts.js';
import { foldSpelling } from '../lexicon-to-concepts/fold-spelling.js';
import { inflectedForms } from '../text-to-mentions/inflected-forms.js';
import { standsInCompounds, Vocabulary } from '../text-to-mentions/vocabulary.js';

/** What `scripts/learn-encounters.mjs` writes into `lexicon/encounters/`. */
export interface EncounterFiles {
  /** A row a line: the words that share its vectors, parted by blanks. */
  words: string;
  /** A scale (float32, little endian) per row, then the rows' numbers, one signed byte each: what lacks, then what gives. */
  vectors: Uint8Array;
}

/** Two vectors a word, learnt from scenes of people who were glad to meet: what a text with the word lacks, and what it gives. */
export interface EncounterModel {
  /** Numbers per vector. */
  width: number;
  words: Vocabulary<number>;
  scales: Float32Array;
  numbers: Int8Array;
}

/** Words by their row, in the spelling under which they are found: with every inflection that does not begin another word. */
export function encounterWords(rows: readonly (readonly string[])[]): Vocabulary<number> {
  const words = new Vocabulary<number>(standsInCompounds);
  rows.forEach((row, number) => row.forEach((word) => words.set(foldSpelling(word), number)));
  rows.forEach((row, number) => row.forEach((word) => inflectedForms(word).forEach((form) => {
    if (words.get(form) === undefined) words.set(form, number);
  })));
  return words;
}

/** @throws LexiconError where the two files do not fit each other */
export function parseEncounterModel({ words, vectors }: EncounterFiles): EncounterModel {
  const rows = words.trimEnd().split('\n').map((line) => line.split(' '));
  const perRow = vectors.length / rows.length;
  const width = (perRow - Float32Array.BYTES_PER_ELEMENT) / 2;
  if (!Number.isInteger(width) || width < 1) {
    throw new LexiconError([{ file: 'encounters/vectors.bin', line: 1, message: `expected the vectors of the ${rows.length} lines of words.txt, got ${vectors.length} bytes: run scripts/learn-encounters.mjs` }]);
  }
  const scaleBytes = rows.length * Float32Array.BYTES_PER_ELEMENT;
  // a copy, since the bytes of a file may begin anywhere in their buffer
  const { buffer } = Uint8Array.from(vectors);
  return {
    width,
    words: encounterWords(rows),
    scales: new Float32Array(buffer, 0, rows.length),
    numbers: new Int8Array(buffer, scaleBytes),
  };
}
