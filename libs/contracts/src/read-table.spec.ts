import { describe, expect, it } from '@jest/globals';
import { decodeTable, separatorOf, type Separator } from './read-table.js';

const TEXT = '名前,所属\r\n髙橋①,市役所\r\n';
/** TEXT as Excel in Japan saves it. */
const SHIFT_JIS = Buffer.from('96bc914f2c8f8a91ae0d0afbfc8bb487402c8e7396f08f8a0d0a', 'hex');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

describe('the text of a list', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)], ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`)], ['Shift_JIS', SHIFT_JIS],
    ['UTF-16 as Excel saves "Unicode text"', utf16(`\uFEFF${TEXT}`)], ['UTF-16 the other way round', utf16(`\uFEFF${TEXT}`).swap16()],
  ])('is read from %s', (_, bytes) => {
    expect(decodeTable(bytes)).toEqual({ text: TEXT });
  });

  it.each([
    ['UTF-16 without its mark', utf16('a,b\n'), 1], ['letters of Western Europe', Buffer.from('name\nZo\u00eb, Caf\u00e9\n', 'latin1'), 2],
    ['a workbook', Buffer.from('504b0304140006000800000021', 'hex'), 1], ['half a letter of UTF-16', Buffer.concat([utf16('\uFEFFa\n'), Buffer.from([0x42])]), 2],
  ])('is not read from %s; the line is told', (_, bytes, brokenLine) => {
    expect(decodeTable(bytes)).toEqual({ brokenLine });
  });

  it('may hold what stands for a lost letter, where it was saved so', () => {
    expect(decodeTable(Buffer.from('a\uFFFD'))).toEqual({ text: 'a\uFFFD' });
  });
});

describe('what separates the columns', () => {
  const of = (text: string, among?: readonly Separator[]): Separator | undefined => separatorOf((one) => text.split('\n').filter(Boolean).map((row) => row.split(one)), among);

  it.each([
    ['a,b\n1,2', ','], ['a;b\n1;2', ';'], ['a\tb\n1\t2', '\t'], ['a\n1;2', ','], ['', ','],
    ['a;b,c;d\n1;2;3', ';'], ['a,b;c,d\n1,x;y,3', ','], ['a,b\tc\n1\t2', '\t'], ['a,b;c,d\n1', ','],
  ] as const)('%j: %j', (text, separator) => {
    expect(of(text)).toBe(separator);
  });

  it('is not guessed where two would do', () => {
    expect(of('a;b,c\n1;2,3')).toBeUndefined();
    expect(of('a;b,c\n1;2,3', [',', '\t'])).toBe(',');
  });
});
