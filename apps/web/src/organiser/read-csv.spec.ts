import { describe, expect, it } from '@jest/globals';
import { decodeTable, readCsv } from './read-csv.js';

const cells = (text: string): string[][] => readCsv(text).map((row) => row.cells);

describe('reading CSV', () => {
  it('takes quotes, commas and line breaks inside of quotes', () => {
    expect(cells('名前,紹介\r\n"山田, 花","一行目\n""二""行目"\r\n')).toEqual([['名前', '紹介'], ['山田, 花', '一行目\n"二"行目']]);
  });

  it('numbers rows by their first line in the file, over empty lines and long cells', () => {
    expect(readCsv('a\n"x\ny"\n\nb').map((row) => row.line)).toEqual([1, 2, 5]);
  });

  it('needs no line break at the end, and keeps empty cells', () => {
    expect(cells('a,,c')).toEqual([['a', '', 'c']]);
  });
});

describe('decoding a table', () => {
  it('takes UTF-8, with or without its mark', () => {
    expect(decodeTable(new TextEncoder().encode('\uFEFF名前'))).toBe('名前');
    expect(decodeTable(new TextEncoder().encode('名前'))).toBe('名前');
  });

  it('takes Shift_JIS', () => {
    expect(decodeTable(Uint8Array.of(0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x8f, 0x8a, 0x91, 0xae))).toBe('名前,所属');
  });
});
