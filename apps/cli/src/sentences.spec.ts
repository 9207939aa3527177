import { describe, expect, it } from '@jest/globals';
import { InputError, UsageError } from './problems.js';
import { refusal, SENTENCES, type Pair } from './sentences.js';

const VALUES = { expected: ['1以上の整数', 'a whole number'], name: 'x', reason: 'ENOENT', word: 'x', got: 0, other: '--x', column: 2, headings: 2, most: 5, elements: 5, last: 4, concept: 'x', id: 'x', user: 'x', words: 7, fields: ['x'], known: ['x'], count: 3, to: 'x', model: 'x', faults: [{ ja: '整数にしてください。', en: 'Expected a number.' }], typed: 4, min: 3, max: 5 };

describe('what the command line refuses', () => {
  it.each(Object.entries(SENTENCES))('%s is said in Japanese and in English, with nothing left open', (_, sentence) => {
    const [ja, en] = (sentence as (values: unknown) => Pair)(VALUES);
    expect(ja).toMatch(/[ぁ-ん].*。$/);
    expect(en).toMatch(/^[\x20-\x7e]+(?:\.|ENOENT)$/);
    expect(`${ja}${en}`).not.toContain('undefined');
  });

  it('stands on one line: code, file and lines, field, both sentences', () => {
    expect(new InputError(refusal('file.not_utf8'), { file: 'a.json', line: [2, 7], field: 'rules.0' }).message)
      .toBe('[file.not_utf8] a.json 2、7行目 (lines 2, 7), rules.0: UTF-8 ではありません。UTF-8 で保存し直してください。 / It is not UTF-8: save it as UTF-8.');
    expect(new InputError(refusal('file.not_utf8'), { file: '-' }).message).toMatch(/^\[file\.not_utf8\] UTF-8 では/);
  });

  it('ends with the usage where a command is used wrongly', () => {
    expect(new UsageError(refusal('option.unknown'), 'usage: tsunagu tag [FILE]', '--x').message).toMatch(/^\[option\.unknown\] --x: .*。 \/ .*\. usage: tsunagu tag \[FILE\]$/);
  });
});
