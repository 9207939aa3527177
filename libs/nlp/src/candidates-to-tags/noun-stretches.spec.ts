import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadKuromoji } from '../text-to-tokens/kuromoji-tokenizer.js';
import type { Tokenizer } from '../text-to-tokens/tokens.js';
import { nounStretches, quotedStretches } from './noun-stretches.js';

let tokenizer: Tokenizer;
beforeAll(async () => { tokenizer = await loadKuromoji(); });

const stretchesOf = (text: string): string[] => nounStretches(tokenizer.tokenize(text, [])).map(([start, end]) => text.slice(start, end));

describe('stretches that stand together like a noun', () => {
  it.each([
    ['焼き芋優先です', ['焼き芋', '焼き芋優先']],
    ['黒塗りの書類を読みます', ['黒塗りの書類', '黒塗り', '書類']],
    ['採用と研修を担当', ['採用', '研修', '採用と研修']],
    ['新しい働き方を考える', ['新しい働き方', '働き方']],
    ['静かな場所がほしい', ['静かな場所', '場所']],
    ['小さな祭りを手伝う', ['小さな祭り', '祭り']],
    ['講演の書き起こしをしている', ['書き起こし', '講演の書き起こし']],
    ['里親のことを知りたい', ['里親のこと', '里親']],
  ])('%s', (text, expected) => {
    expect(stretchesOf(text)).toEqual(expect.arrayContaining(expected));
  });

  it.each([
    ['a verb with an ending', '畑を耕します', '耕'],
    ['a joint at the edge', '黒塗りの書類', '黒塗りの'],
    ['what only follows a noun', '参加者さんの声', 'さんの声'],
    ['a name of somebody', '田中です', '田中'],
    ['a place alone', '横浜から来ました', '横浜'],
    ['an amount', '三人で来ました', '三人'],
    ['what a mark parts', '料理、登山', '料理、登山'],
  ])('are not %s', (_, text, unexpected) => {
    expect(stretchesOf(text)).not.toContain(unexpected);
  });

  it('are no longer than a name may be, however long a text goes on without a mark', () => {
    const text = '地域交流会'.repeat(40);
    const found = stretchesOf(text);
    expect(found.length).toBeGreaterThan(40);
    expect(Math.max(...found.map((stretch) => stretch.length))).toBeLessThanOrEqual(22);
    expect(found.length).toBeLessThan(text.length * 7);
    const longWords = stretchesOf('インターネット回線コンサルティング会社ファシリテーター');
    expect(longWords).toContain('インターネット回線');
    expect(Math.max(...longWords.map((stretch) => stretch.length))).toBeLessThanOrEqual(22);
  });

  it('are also what stands in quotation marks', () => {
    const quoted = (text: string, from = 0): string[] => quotedStretches(text, tokenizer.tokenize(text, []).slice(from)).map(([start, end]) => text.slice(start, end));
    expect(quoted('前書き「おはようコール」と『本棚』を担当')).toEqual(['おはようコール', '本棚']);
    expect(quoted('前「本棚」「窓辺」', 4)).toEqual(['窓辺']);
    expect(quoted('「」「長すぎる言葉が続いていて名前とはとても呼べないもの」')).toEqual([]);
    expect(quotedStretches('(孫の口まね)', [])).toEqual([]);
  });

  it('begin with no word of time that stands loose', () => {
    expect(stretchesOf('昔SEでした')).toEqual(['SE']);
  });

  it('are not what somebody says', () => {
    const left = (text: string): string[] => {
      const tokens = tokenizer.tokenize(text, []).filter(({ start, end }) => start < text.indexOf('「') || end > text.indexOf('」')); // as a sentence keeps none of them
      return quotedStretches(text, tokens).map(([start, end]) => text.slice(start, end));
    };
    for (const said of ['最近見ないよ', '元気ですか', '来てください', '行きます', 'どうしてる？', '知りません']) expect(left(`声「${said}」の声`)).toEqual([]);
    expect(left('会「歩いて話そう」の会')).toEqual(['歩いて話そう']);
    expect(quotedStretches('声「まちなか」の会', tokenizer.tokenize('声「まちなか」の会', []))).toEqual([[2, 6]]);
  });
});
