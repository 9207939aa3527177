import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { IpadicFeatures } from 'kuromoji';
import type { ProtectedTerm, Token, Tokenizer } from './tokens.js';

const require = createRequire(import.meta.url);
const inflate = promisify(gunzip);

/** kuromoji takes quadratic time in an unbroken run, so runs are cut here. */
const LONGEST_RUN = 64;
const LONGEST_CHUNK = 200;
const BREAK = /[\n。、！？!?・/()「」『』【】[\]:：;…]/;

/** Nouns that IPADIC does not know, of two scripts so that neighbours are not joined. */
const PLACEHOLDERS = ['Q', 'Ψ'];

/** kuromoji loses units of words outside the basic plane; these stand in for them. */
const RARE_KANJI = '㐂';
const RARE_SIGN = '〓';

interface Piece {
  text: string;
  /** Start and end in the analysed text for each unit of `text`; a placeholder maps to its term. */
  origins: number[];
  ends: number[];
  terms: (ProtectedTerm | undefined)[];
}

/** Replaces each term by a placeholder noun. */
function withPlaceholders(text: string, terms: ProtectedTerm[]): Piece {
  const piece: Piece = { text: '', origins: [], ends: [], terms: [] };
  let at = 0;
  const put = (unit: string, end: number, term: ProtectedTerm | undefined) => {
    piece.text += unit;
    piece.origins.push(at);
    piece.ends.push(end);
    piece.terms.push(term);
    at = end;
  };
  const copy = (to: number) => {
    for (; at < to; ) {
      const point = text.codePointAt(at)!;
      const length = point > 0xffff ? 2 : 1;
      put(length === 1 ? text[at] : point >= 0x20000 ? RARE_KANJI : RARE_SIGN, at + length, undefined);
    }
  };
  terms.forEach((term, index) => {
    copy(term.start);
    put(PLACEHOLDERS[index % 2], term.end, term);
  });
  copy(text.length);
  return piece;
}

/** Cuts at punctuation; runs without any are cut by length. */
function* cutRuns(text: string): Generator<[start: number, end: number]> {
  let start = 0;
  let sinceBreak = 0;
  for (let at = 0; at < text.length; at++) {
    sinceBreak++;
    const isBreak = BREAK.test(text[at]);
    if (isBreak || text[at] === ' ') sinceBreak = 0;
    if (isBreak || sinceBreak >= LONGEST_RUN || at + 1 - start >= LONGEST_CHUNK) {
      yield [start, at + 1];
      start = at + 1;
      sinceBreak = 0;
    }
  }
  if (start < text.length) yield [start, text.length];
}

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

/** 強い方 is read as 強いる + 方: put right what comes before a person. */
function mend(token: Token, next: Token | undefined): void {
  // A noun in kana that is taken for a verb before 屋.
  if (token.form.startsWith('体言接続特殊') && next?.pos === '名詞' && next.detail !== '非自立') Object.assign(token, { pos: '名詞', detail: '一般', form: '', base: token.surface });
  if (token.surface === '強い' && token.pos === '動詞') Object.assign(token, { pos: '形容詞', detail: '自立', form: '基本形', base: '強い' });
  if (next?.surface === '方' && next.detail === '接尾' && /[うくすつぬむるぐぶたいだ]$/.test(token.surface) && token.form !== '連用形') Object.assign(next, { detail: '非自立' });
}

/** 在宅 でし て: で + する, not です. */
function splitDe(token: Token, next: Token | undefined): Token[] {
  if (token.surface !== 'でし' || token.pos !== '助動詞' || next?.surface !== 'て') return [token];
  const middle = token.start + 1;
  return [
    { ...token, surface: 'で', pos: '助詞', detail: '格助詞', form: '', base: 'で', end: middle },
    { ...token, surface: 'し', pos: '動詞', detail: '自立', form: '連用形', base: 'する', start: middle },
  ];
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

/** The part of kuromoji that is used here, with the trie inside it. */
interface Engine {
  tokenize(text: string): IpadicFeatures[];
  viterbi_builder: { trie: { commonPrefixSearch(tail: string): unknown } };
}

/** No word of IPADIC is longer. */
const LONGEST_WORD = 48;

/** Shows kuromoji's trie no more than a word's length: it would encode the whole rest of a sentence at every position. Tokens stay the same. */
export function narrowTrie({ viterbi_builder: { trie } }: Pick<Engine, 'viterbi_builder'>): void {
  const search = trie.commonPrefixSearch.bind(trie);
  trie.commonPrefixSearch = (tail) => search(tail.length > LONGEST_WORD ? tail.slice(0, LONGEST_WORD) : tail);
}

interface DictionaryLoader {
  prototype: { loadArrayBuffer(file: string, done: (error: Error | null, content?: ArrayBuffer) => void): void };
}

/** Bytes of content that a gzip file of one member ends with. */
const contentSize = (gzipped: Buffer): number => gzipped.readUInt32LE(gzipped.length - 4);

/** Lets kuromoji's loader inflate each dictionary into one piece: gathering 100 MB from pieces of 16 kB took a third of its time. */
function inflateAtOnce(loader: DictionaryLoader): void {
  loader.prototype.loadArrayBuffer = (file, done) => {
    readFile(file)
      .then(async (gzipped) => {
        const size = contentSize(gzipped);
        const content = await inflate(gzipped, { chunkSize: size + 64 }); // a little more, or zlib asks for a second piece
        return content.buffer.slice(content.byteOffset, content.byteOffset + size) as ArrayBuffer;
      })
      .then((content) => done(null, content), done);
  };
}

/** Builds a tokenizer on kuromoji with IPADIC. Takes most of a second: build one and keep it. */
export async function loadKuromoji(): Promise<Tokenizer> {
  const kuromoji = require('kuromoji') as typeof import('kuromoji');
  inflateAtOnce(require('kuromoji/src/loader/NodeDictionaryLoader.js') as DictionaryLoader);
  const dicPath = join(dirname(require.resolve('kuromoji/package.json')), 'dict');
  const engine = await new Promise<Engine>((resolve, reject) =>
    kuromoji.builder({ dicPath }).build((error, built) => (error ? reject(error) : resolve(built as unknown as Engine))),
  );
  narrowTrie(engine);
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
      tokens.forEach((token, at) => mend(token, tokens[at + 1]));
      return tokens.flatMap((token, at) => splitDe(token, tokens[at + 1]));
    },
  };
}
