import type { Token } from '../text-to-tokens/tokens.js';

/** Words of the text that stand side by side and name one thing: 機械 + 学習. */
export interface Compound {
  tokens: Token[];
  text: string;
  start: number;
  end: number;
}

/** Parts of speech that can stand inside a compound noun. */
const JOINABLE = new Set(['一般', 'サ変接続', '形容動詞語幹', '固有名詞', '接尾', '数', '名詞接続', 'ナイ形容詞語幹']);

/** Adjectival nouns that are cues about the phrase before them, never part of it. */
export const CUE_WORDS = new Set(['好き', '大好き', '得意', '苦手', '不得意', '嫌い', '下手', '上手', '可能', '必要', '大事', '大切', '未経験', '無理', 'きらい', 'すき', 'だめ', 'ダメ']);

const joins = (token: Token): boolean =>
  (token.pos === '名詞' || token.pos === '接頭詞') && JOINABLE.has(token.detail) && !CUE_WORDS.has(token.surface);

export function compoundOf(tokens: Token[], text: string): Compound {
  const start = tokens[0].start;
  const end = tokens[tokens.length - 1].end;
  return { tokens, text: text.slice(start, end), start, end };
}

/** The compound nouns of a text in order. @example 機械/名詞 学習/名詞 を/助詞 → 機械学習 */
export function joinCompounds(tokens: Token[], text: string): Compound[] {
  const compounds: Compound[] = [];
  let open: Token[] = [];
  for (const token of [...tokens, undefined]) {
    if (token && joins(token)) {
      open.push(token);
      continue;
    }
    if (open.length) compounds.push(compoundOf(open, text));
    open = [];
  }
  return compounds;
}
