import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readTokens, writeTokens } from '../../../../test/helpers/token-notation.js';
import { buildLexicon, type Lexicon } from '../lexicon-to-concepts/build-lexicon.js';
import { loadKuromoji } from './kuromoji-tokenizer.js';
import { protectKnownTerms } from './protect-known-terms.js';
import type { Tokenizer } from './tokens.js';

describe('tokens', () => {
  let tokenizer: Tokenizer;
  let lexicon: Lexicon;
  const tokens = (text: string) => tokenizer.tokenize(text, protectKnownTerms(text, lexicon));

  beforeAll(async () => {
    tokenizer = await loadKuromoji();
    ({ lexicon } = buildLexicon([{ name: 'concepts/t.txt', text: '[t] kind=skill\n再生可能エネルギー\nRuby on Rails\nUI/UX\nC++\nNode.js\nラン\n絵本\n' }]));
  });

  it.each([
    ['機械学習をしています', '機械/名詞 学習/名詞 を/助詞 し/動詞 て/助詞 い/動詞 ます/助動詞'],
    ['C++とNode.jsとUI/UX', 'C++/名詞 と/助詞 Node.js/名詞 と/助詞 UI/UX/名詞'],
    ['Ruby on Railsを5年', 'Ruby on Rails/名詞 を/助詞 5/名詞 年/名詞'],
    ['再生可能エネルギー固定価格', '再生可能エネルギー/名詞 固定/名詞 価格/名詞'],
    ['ブランド', 'ブランド/名詞'],
    ['減ってるんで入って', '減っ/動詞 てる/動詞 んで/助詞 入っ/動詞 て/助詞'],
    ['会計に強い方', '会計/名詞 に/助詞 強い/形容詞 方/名詞'],
  ])('%s → %s', (text, notation) => expect(writeTokens(tokens(text))).toBe(notation));

  it('keep neighbouring terms apart', () => {
    expect(tokens('再生可能エネルギーNode.js再生可能エネルギー').map(({ surface }) => surface)).toEqual(['再生可能エネルギー', 'Node.js', '再生可能エネルギー']);
  });

  it('count UTF-16 units, also behind a surrogate pair', () => {
    expect(tokens('𠮷野家が好き').find(({ surface }) => surface === '好き')).toMatchObject({ start: 5, end: 7 });
  });

  it('cover any text without gap or overlap', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      let at = 0;
      for (const token of tokens(text)) {
        expect(token.start).toBe(at);
        expect(text.slice(token.start, token.end)).toBe(token.surface);
        at = token.end;
      }
      expect(at).toBe(text.length);
    }), { numRuns: 50 });
  });

  it('are read back from their notation', () => {
    expect(readTokens('機械/名詞 学習/名詞:サ変接続 を/助詞')).toMatchObject([{ surface: '機械', start: 0 }, { detail: 'サ変接続', start: 2 }, { pos: '助詞', end: 5 }]);
  });
});
