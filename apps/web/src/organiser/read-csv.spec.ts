import { describe, expect, it } from '@jest/globals';
import { readCsv, readTable } from './read-csv.js';

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

describe('reading a list as a spreadsheet saved it', () => {
  const HEAD = [['名前', '所属'], ['花子', '市, 役所']];
  const text = (separator: string): string => `名前${separator}所属\r\n花子${separator}"市, 役所"\r\n`;

  it.each([
    ['UTF-8', Buffer.from(text(','))],
    ['UTF-8 with semicolons', Buffer.from(`\uFEFF${text(';')}`)],
    ['the Unicode text of Excel', Buffer.from(`\uFEFF${text('\t')}`, 'utf16le')],
  ])('takes %s', (_, bytes) => {
    expect(readTable(bytes)).toMatchObject({ rows: HEAD.map((row) => ({ cells: row })) });
  });

  it('tells the line of what it cannot read, and how Excel saves it', () => {
    expect(readTable(Uint8Array.of(97, 10, 0xff, 10))).toMatchObject({ bad: { line: 2, code: 'table.encoding', ja: expect.stringContaining('CSV UTF-8'), en: expect.stringContaining('CSV UTF-8') } });
    expect(readTable(Buffer.from('a;b,c\n1;2,3\n'))).toMatchObject({ bad: { line: 1, code: 'table.separator', ja: expect.stringContaining('CSV UTF-8') } });
  });

  it('leaves to a cell what may not separate', () => {
    expect(readTable(Buffer.from('竹,ばんぶー;バンブー\n笹,ささ;さーさ\n'), [',', '\t'])).toMatchObject({ rows: [{ cells: ['竹', 'ばんぶー;バンブー'] }, { cells: ['笹', 'ささ;さーさ'] }] });
  });
});
