import { describe, expect, it } from '@jest/globals';
import { readTokens } from '../../../../test/helpers/token-notation.js';
import { readCompound } from './join-compounds.js';

const compound = (notation: string) => readCompound(readTokens(notation), 0)?.tokens.map(({ surface }) => surface).join('+');

describe('compounds', () => {
  it.each([
    ['機械/名詞 学習/名詞:サ変接続 を/助詞', '機械+学習'],
    ['地域 包括 ケア システム が/助詞', '地域+包括+ケア+システム'],
    ['保健/名詞 師/名詞:接尾 です/助動詞', '保健+師'],
    ['見守り/動詞:自立:連用形:見守る 活動/名詞:サ変接続 を/助詞', '見守り+活動'],
    ['パン/名詞 作り/動詞:自立:連用形:作る を/助詞', 'パン+作り'],
    ['データ/名詞 分析/名詞:サ変接続 し/動詞:自立:連用形:する て/助詞:接続助詞', 'データ'],
    ['読書/名詞:サ変接続 好き/名詞:形容動詞語幹 です/助動詞', '読書'],
    ['経験/名詞:サ変接続 者/名詞:接尾 を/助詞', '経験+者'],
    ['最近/名詞:副詞可能 編み物/名詞 に/助詞', undefined],
    ['立派/名詞:形容動詞語幹 な/助動詞 庭/名詞', undefined],
    ['を/助詞 機械/名詞', undefined],
  ])('%s → %s', (notation, joined) => expect(compound(notation)).toBe(joined));
});
