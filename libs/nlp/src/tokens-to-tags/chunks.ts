import type { Token } from '../text-to-tokens/tokens.js';

/** A noun or compound with the particles behind it: 機械学習 に は. */
export interface NounChunk {
  type: 'noun';
  tokens: Token[];
  text: string;
  start: number;
  end: number;
  /** Particles in order: に, は. Empty where the noun stands bare. */
  particles: string[];
  /** こと, の, もの, ため …: a noun that only carries the clause before it. */
  formal: boolean;
  /** 私, これ, だれ … */
  pronoun: boolean;
}

/** A verb, adjective, adjectival noun, or cue noun in predicate place, with its auxiliaries. */
export interface PredicateChunk {
  type: 'predicate';
  tokens: Token[];
  text: string;
  start: number;
  end: number;
  /** Dictionary form: 探す, 好き, 担当する; `だ` for a bare copula. */
  lemma: string;
  /** Odd number of negations. */
  negative: boolean;
  /** たい, てほしい on the speaker's own doing, つもり, ようになりたい. */
  wish: boolean;
  /** できる, 話せる, られる. */
  potential: boolean;
  progressive: boolean;
  past: boolean;
  /** てくれる, ていただける, てもらう: someone else does it for the speaker. */
  giving: boolean;
  /** てください, ほしい, お願い: asks the reader. */
  request: boolean;
  question: boolean;
  /** たら, れば, と: a condition. */
  condition: boolean;
  /** です, ます. */
  polite: boolean;
  /** Stands directly before a noun that it describes. */
  attributive: boolean;
  /** Goes on: て, し, ながら, or a bare 連用形. */
  continues: boolean;
  /** が, けど, ですが: what follows contrasts. */
  contrast: boolean;
  /** The verbal noun of 〜する, which is itself worth a tag: 翻訳 + し. */
  verbalNoun?: Token[];
}

/** Adverb, conjunction, interjection: only its wording counts. */
export interface OtherChunk {
  type: 'other';
  text: string;
  start: number;
  end: number;
}

/** 、 / ・ ( ) 「 」 and blanks. */
export interface MarkChunk {
  type: 'mark';
  text: string;
  start: number;
  end: number;
}

export type Chunk = NounChunk | PredicateChunk | OtherChunk | MarkChunk;
