import type { Concept } from '../lexicon-to-concepts/concepts.js';
import type { KanaWords } from './kana-words.js';
import type { Replacement } from './replace-units.js';

/** A stretch of text that names something: taken out before the tokeniser runs. */
export interface ProtectedTerm {
  start: number;
  end: number;
  /** What it means; empty for a Latin name that the lexicon does not know. */
  concepts: Concept[];
  ambiguous: boolean;
}

/** One word of the analysed text. */
export interface Token {
  surface: string;
  /** Part of speech in IPADIC's words: 名詞, 動詞, 助詞 … */
  pos: string;
  /** 一般, サ変接続, 格助詞 … */
  detail: string;
  /** 人名, 地域 … or '' */
  subdetail: string;
  /** 連用形, 未然形 … or '' */
  form: string;
  /** Dictionary form. */
  base: string;
  /** Katakana reading, '' when unknown. */
  reading: string;
  /** UTF-16 units of the analysed text. */
  start: number;
  end: number;
  /** Set when the token stands for a protected term. */
  term?: ProtectedTerm;
}

export interface Tokenizer {
  /** Splits text into tokens; terms stay whole. */
  tokenize(text: string, terms: ProtectedTerm[]): Token[];
  /** How a run of hiragana is usually written: its words that are written otherwise. No word reaches over a border. */
  write(run: string, words: KanaWords, borders: readonly number[]): Replacement[];
}
