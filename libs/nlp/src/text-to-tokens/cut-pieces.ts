import type { ProtectedTerm } from './tokens.js';

/** kuromoji takes quadratic time in an unbroken run, so runs are cut here. */
const LONGEST_RUN = 64;
const LONGEST_CHUNK = 200;
const BREAK = /[\n。、！？!?・/()「」『』【】[\]:：;…]/;

/** Nouns that IPADIC does not know, of two scripts so that neighbours are not joined. */
const PLACEHOLDERS = ['Q', 'Ψ'];

/** kuromoji loses units of words outside the basic plane; these stand in for them. */
const RARE_KANJI = '㐂';
const RARE_SIGN = '〓';

/** A text as the tokeniser sees it. */
export interface Piece {
  text: string;
  /** Start and end in the analysed text for each unit of `text`; a placeholder maps to its term. */
  origins: number[];
  ends: number[];
  terms: (ProtectedTerm | undefined)[];
}

/** Replaces each term by a placeholder noun. */
export function withPlaceholders(text: string, terms: ProtectedTerm[]): Piece {
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
export function* cutRuns(text: string): Generator<[start: number, end: number]> {
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
