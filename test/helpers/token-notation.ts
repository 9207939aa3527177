import type { Token } from '../../libs/nlp/src/text-to-tokens/tokens.js';

/** Writes tokens as people read them. @example '機械/名詞 学習/名詞' */
export const writeTokens = (tokens: Token[]): string => tokens.map((token) => `${token.surface}/${token.pos}`).join(' ');

/**
 * Reads `機械/名詞 学習/名詞:サ変接続 し/動詞::連用形:する` back: surface/pos[:detail[:form[:base]]].
 * A surface without a part of speech is a common noun.
 */
export function readTokens(notation: string): Token[] {
  let start = 0;
  return notation.split(' ').filter(Boolean).map((word) => {
    const slash = word.lastIndexOf('/');
    const surface = slash > 0 ? word.slice(0, slash) : word;
    const [pos = '名詞', detail = '', form = '', base = ''] = slash > 0 ? word.slice(slash + 1).split(':') : [];
    const token: Token = { surface, pos, detail: detail || (pos === '名詞' ? '一般' : ''), subdetail: '', form, base: base || surface, reading: '', start, end: start + surface.length };
    start = token.end;
    return token;
  });
}
