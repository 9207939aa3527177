import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { IpadicFeatures } from 'kuromoji';
import { cutRuns, withPlaceholders, type Piece } from './cut-pieces.js';
import { mendTokens } from './mend-tokens.js';
import type { ProtectedTerm, Token, Tokenizer } from './tokens.js';
import { writeKana, type WordLattices } from './write-kana.js';

const require = createRequire(import.meta.url);
const inflate = promisify(gunzip);

const known = (value: string | undefined): string => (value === undefined || value === '*' ? '' : value);

/** IPADIC calls ASCII symbols verbal nouns. */
const SYMBOLS = /^[\s\p{P}\p{S}]+$/u;

function toToken(features: IpadicFeatures, start: number, end: number, surface: string): Token {
  if (SYMBOLS.test(surface)) return { surface, pos: '記号', detail: '一般', subdetail: '', form: '', base: surface, reading: '', start, end };
  return {
    surface,
    pos: features.pos,
    detail: known(features.pos_detail_1),
    subdetail: known(features.pos_detail_2),
    form: known(features.conjugated_form),
    base: known(features.basic_form) || surface,
    reading: known(features.reading),
    start,
    end,
  };
}

function termToken(term: ProtectedTerm, text: string): Token {
  const surface = text.slice(term.start, term.end);
  return { surface, pos: '名詞', detail: '一般', subdetail: '', form: '', base: surface, reading: '', start: term.start, end: term.end, term };
}

/** The tokens behind one kuromoji token: it may hold placeholders glued to each other or to letters. */
function* tokensBehind(features: IpadicFeatures, piece: Piece, at: number, text: string): Generator<Token> {
  const length = features.surface_form.length;
  let plain = at;
  for (let unit = at; unit <= at + length; unit++) {
    const term = unit < at + length ? piece.terms[unit] : undefined;
    if (!term && unit < at + length) continue;
    if (unit > plain) {
      const start = piece.origins[plain];
      const end = piece.ends[unit - 1];
      yield toToken(features, start, end, text.slice(start, end));
    }
    if (term) yield termToken(term, text);
    plain = unit + 1;
  }
}

/** kuromoji's files are padded with zeros to a power of two. These two are read to their end: 150,000 classes without a name. */
const READ_TO_THE_END = ['unk_invoke.dat.gz', 'unk_map.dat.gz'];
/** No word of IPADIC is longer. */
const LONGEST_WORD = 48;

interface DictionaryLoader {
  prototype: { loadArrayBuffer(file: string, done: (error: Error | null, content?: ArrayBuffer) => void): void };
}

/** Those entries of the dictionary that a word has: kuromoji looks them up by the word's number. */
interface EntryDictionary {
  target_map: Record<number, number[]>;
  loadTargetMap(content: Uint8Array): EntryDictionary;
}

/** What looks words up in kuromoji. */
interface WordSearch {
  trie: { commonPrefixSearch(tail: string): { v: number }[] };
  token_info_dictionary: { target_map: Record<number, number[]>; entries?: WordEntries };
}

/** Bytes of content that a gzip file of one member ends with. */
const contentSize = (gzipped: Buffer): number => gzipped.readUInt32LE(gzipped.length - 4);

function withoutPadding(content: ArrayBuffer): ArrayBuffer {
  const last = new Int32Array(content).findLastIndex((number) => number !== 0);
  return content.slice(0, (last + 2) * Int32Array.BYTES_PER_ELEMENT); // a zero ends the last string
}

/** Inflates each file into one piece of the right size: gathering 100 MB from pieces of 16 kB took a third of kuromoji's time. */
function inflateAtOnce({ prototype }: DictionaryLoader): void {
  prototype.loadArrayBuffer = (file, done) => {
    readFile(file)
      .then(async (gzipped) => {
        const { buffer, byteOffset, byteLength } = await inflate(gzipped, { chunkSize: Math.max(contentSize(gzipped), 64) });
        const content = (byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength)) as ArrayBuffer;
        return READ_TO_THE_END.includes(basename(file)) ? withoutPadding(content) : content;
      })
      .then((content) => done(null, content), done);
  };
}

/** The entries of 326,000 words, as they lie in the file: how many words, then of each its number, how many entries, and these. */
class WordEntries {
  readonly #numbers: Int32Array;
  readonly #places: Int32Array;

  constructor({ buffer, byteOffset, byteLength }: Uint8Array) {
    this.#numbers = new Int32Array(buffer, byteOffset, byteLength / Int32Array.BYTES_PER_ELEMENT);
    this.#places = new Int32Array(this.#numbers.length);
    for (let at = 1, left = this.#numbers[0]; left > 0; left--) {
      this.#places[this.#numbers[at]] = at + 1;
      at += 2 + this.#numbers[at + 1];
    }
  }

  of(word: number): number[] {
    const at = this.#places[word];
    return [...this.#numbers.subarray(at + 1, at + 1 + this.#numbers[at])];
  }
}

/** A list for each of 326,000 words took a tenth of a second and 90 MB, most of them never looked up: `quickenSearch` makes those that are. */
function listEntriesLater(known: EntryDictionary & { entries?: WordEntries }, unknown: EntryDictionary): void {
  unknown.loadTargetMap = known.loadTargetMap; // a dozen classes of signs
  known.loadTargetMap = function loadTargetMap(this: typeof known, content) {
    this.entries = new WordEntries(content);
    this.target_map = {};
    return this;
  };
}

let isQuick = false;

/** Lets kuromoji load its dictionary sooner and smaller; what it builds then needs `quickenSearch`. */
export function quickenLoading(): void {
  if (isQuick) return;
  isQuick = true;
  const classOf = (file: string): { prototype: unknown } => require(`kuromoji/src/${file}`) as { prototype: unknown };
  inflateAtOnce(classOf('loader/NodeDictionaryLoader.js') as DictionaryLoader);
  listEntriesLater(classOf('dict/TokenInfoDictionary.js').prototype as EntryDictionary, classOf('dict/UnknownDictionary.js').prototype as EntryDictionary);
}

/**
 * Shows kuromoji's trie no more than a word's length, where it would encode the whole rest of a sentence at every position, and
 * lists the entries of the words that it finds. Tokens stay the same.
 */
export function quickenSearch({ viterbi_builder: { trie, token_info_dictionary: { target_map: listed, entries } } }: { viterbi_builder: WordSearch }): void {
  const search = trie.commonPrefixSearch.bind(trie);
  trie.commonPrefixSearch = (tail) => {
    const words = search(tail.length > LONGEST_WORD ? tail.slice(0, LONGEST_WORD) : tail);
    if (entries) for (const { v: word } of words) listed[word] ??= entries.of(word);
    return words;
  };
}

/** The part of kuromoji that is used here. */
export interface Engine extends WordLattices {
  tokenize(text: string): IpadicFeatures[];
  viterbi_builder: WordLattices['viterbi_builder'] & WordSearch;
}

/** Builds kuromoji with IPADIC. */
export function buildEngine(): Promise<Engine> {
  const kuromoji = require('kuromoji') as typeof import('kuromoji');
  const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict');
  return new Promise((resolve, reject) => kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built as unknown as Engine))));
}

/** Builds a tokenizer on kuromoji. Takes half a second: build one and keep it. */
export async function loadKuromoji(): Promise<Tokenizer> {
  quickenLoading();
  const engine = await buildEngine();
  quickenSearch(engine);
  return {
    tokenize(text, terms) {
      const piece = withPlaceholders(text, terms);
      const tokens: Token[] = [];
      for (const [start, end] of cutRuns(piece.text)) {
        let at = start;
        for (const features of engine.tokenize(piece.text.slice(start, end))) {
          tokens.push(...tokensBehind(features, piece, at, text));
          at += features.surface_form.length;
        }
      }
      return mendTokens(tokens);
    },
    write: (run, words, borders) => writeKana(engine, run, words, borders),
  };
}
