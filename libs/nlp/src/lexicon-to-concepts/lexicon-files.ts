import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EncounterFiles } from '../text-to-encounters/encounter-model.js';
import type { LexiconFile } from './parse-lexicon.js';

/** The lexicon folder of this repository, found upward from this file: the built code lies elsewhere than the source. */
export function lexiconFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'libs/nlp/lexicon');
    if (existsSync(join(folder, 'package.json')) && existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) throw new Error('Expected a folder libs/nlp/lexicon beside a package.json above this file');
    folder = parent;
  }
}

/** Reads `concepts/*.txt`, `links/*.txt`, `situations/*.txt` and `aspects/*.txt`, in the order of their names. */
export async function readLexiconFiles(folder = lexiconFolder()): Promise<LexiconFile[]> {
  const names: string[] = [];
  for (const part of ['concepts', 'links', 'situations', 'aspects']) {
    const inside = existsSync(join(folder, part)) ? await readdir(join(folder, part)) : [];
    names.push(...inside.filter((name) => name.endsWith('.txt')).sort().map((name) => `${part}/${name}`));
  }
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

/** One group of words that mean the same, without those that are too ambiguous to trigger anything. */
export type SynonymGroup = string[];

/**
 * Synonym groups of SudachiDict (nouns that may be expanded freely) that lead to a concept of ours, a line each: the fallback for
 * spellings that our files lack. `scripts/write-synonyms.mjs` takes them out of the package `sudachi-synonyms-dictionary`, whose
 * 14 MB a start need not read.
 */
export async function readSynonymGroups(): Promise<SynonymGroup[]> {
  const text = await readFile(join(lexiconFolder(), 'synonyms/sudachi.tsv'), 'utf8');
  return text.split('\n').filter((line) => line && !line.startsWith('# ')).map((line) => line.split('\t'));
}

/** How words sound and are written: `scripts/write-kana-words.mjs` writes it. */
export const readKanaWordsFile = (): Promise<string> => readFile(join(lexiconFolder(), 'kana-words.tsv'), 'utf8');

/** The vectors learnt from the scenes of `encounters/`. */
export async function readEncounterFiles(folder = lexiconFolder()): Promise<EncounterFiles> {
  const [words, vectors] = await Promise.all([readFile(join(folder, 'encounters/words.txt'), 'utf8'), readFile(join(folder, 'encounters/vectors.bin'))]);
  return { words, vectors };
}

/** A file of `libs/nlp/model`, which `scripts/learn-networks` wrote. */
export const modelFile = (name: string): string => join(lexiconFolder(), '../model', name);

/** The first layer that the networks share: the vocabulary, and a vector for each piece of it. */
export async function readPieceFiles(): Promise<{ lines: string; bytes: Uint8Array }> {
  const [lines, bytes] = await Promise.all([readFile(modelFile('pieces.txt'), 'utf8'), readFile(modelFile('pieces.bin'))]);
  return { lines, bytes };
}

/** Changes whenever one of the learnt networks does. */
export const readModelVersion = (): Promise<string> => readFile(modelFile('version.txt'), 'utf8');

/** What the choice of tags was learnt to be, `weights.txt`, words that are used alike, `families.txt`, and how likely needs and offers are right, `statements.txt`. */
export async function readJudgementFiles(folder = lexiconFolder()): Promise<{ weights: string; families: string; statements: string }> {
  const [weights, families, statements] = await Promise.all(['weights', 'families', 'statements'].map((name) => readFile(join(folder, `judgement/${name}.txt`), 'utf8')));
  return { weights, families, statements };
}
