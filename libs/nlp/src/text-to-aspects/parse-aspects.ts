import type { ConceptNode, LexiconProblem } from '../lexicon-to-concepts/concepts.js';
import type { LexiconFile } from '../lexicon-to-concepts/parse-lexicon.js';
import { standsInCompounds, Vocabulary } from '../text-to-mentions/vocabulary.js';
import { inflectedForms } from '../text-to-mentions/inflected-forms.js';

/** What a word is about: aspects by number, the most important first. */
export type AspectsOfWord = readonly number[];

/** The files of `lexicon/aspects/`: what everyday words are about. */
export interface AspectDictionary {
  /** Ids of the aspects by number. */
  ids: string[];
  /** The aspects as nodes of the concept graph, by id. */
  nodes: Map<string, ConceptNode>;
  /** Every written form of the words, their inflections included. */
  words: Vocabulary<AspectsOfWord>;
}

/** Tells aspects from concepts of the lexicon. */
const ASPECT = '観点:';
/** Too short in kana to be told from a part of another word. */
const SHORT_KANA = /^[ぁ-ん]{1,2}$|^[ァ-ヴー]$/u;
const NAME_LINE = /^(\S+) = ([^=]+?)(?: = (.+))?$/u;

const isName = ({ name }: LexiconFile): boolean => name.endsWith('/names.txt');

/** Reads `aspects/*.txt`: in `names.txt` the aspects, elsewhere `word/spelling aspect aspect …`. Faults are collected, not thrown. */
export function parseAspects(files: LexiconFile[]): { aspects: AspectDictionary; problems: LexiconProblem[] } {
  const aspects: AspectDictionary = { ids: [], nodes: new Map(), words: new Vocabulary(standsInCompounds) };
  const problems: LexiconProblem[] = [];
  const numbers = new Map<string, number>();
  const words = new Map<string, AspectsOfWord>();
  const read = (file: LexiconFile, take: (line: string) => string | undefined): void => file.text.split('\n').forEach((line, index) => {
    if (!line || line.startsWith('#')) return;
    const message = take(line.trimEnd());
    if (message) problems.push({ file: file.name, line: index + 1, message });
  });
  for (const file of files.filter(isName)) read(file, (line) => addName(line, aspects, numbers));
  for (const file of files.filter((one) => !isName(one))) read(file, (line) => addWord(line, words, numbers));
  for (const [word, about] of words) if (!SHORT_KANA.test(word)) aspects.words.set(word, about);
  for (const [word, about] of words) for (const form of inflectedForms(word)) if (!aspects.words.get(form)) aspects.words.set(form, about);
  return { aspects, problems };
}

function addName(line: string, { ids, nodes }: AspectDictionary, numbers: Map<string, number>): string | undefined {
  const parts = NAME_LINE.exec(line);
  if (!parts) return `expected "aspect = English name = wording", got "${line}"`;
  const [, key, en, ja = key] = parts;
  if (numbers.has(key)) return `the aspect "${key}" is already there`;
  numbers.set(key, ids.length);
  ids.push(ASPECT + key);
  nodes.set(ASPECT + key, { ja, en, category: ASPECT, broader: [], related: [], metBy: [], practises: [] });
  return undefined;
}

function addWord(line: string, words: Map<string, AspectsOfWord>, numbers: Map<string, number>): string | undefined {
  const [spellings, ...keys] = line.split(' ');
  const about = keys.map((key) => numbers.get(key));
  if (about.length === 0) return `no aspect after "${spellings}"`;
  const unknown = about.indexOf(undefined);
  if (unknown >= 0) return `names.txt has no "${keys[unknown]}"`;
  for (const word of spellings.split('/')) {
    if (!word) return `an empty spelling in "${spellings}"`;
    const known = words.get(word);
    words.set(word, known ? [...new Set([...known, ...about as number[]])] : about as number[]);
  }
  return undefined;
}
