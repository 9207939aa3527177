import { describe, expect, it } from '@jest/globals';
import { decodeTable, readCsv, readTable, separatorOf, type Separator } from './read-table.js';

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
    ['ISO-2022-JP', Buffer.from('name\n\u001B$BF|K\\\u001B(B,1\n', 'latin1'), 2],
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

const cells = (text: string): string[][] => readCsv(text).rows.map((row) => row.cells);

describe('rows of CSV', () => {
  it('takes quotes, commas and line breaks inside of quotes', () => {
    expect(cells('名前,紹介\r\n"山田, 花","一行目\n""二""行目"\r\n')).toEqual([['名前', '紹介'], ['山田, 花', '一行目\n"二"行目']]);
  });

  it('numbers rows by their first line in the file, and as a spreadsheet does, over empty lines and long cells', () => {
    expect(readCsv('a\n"x\ny"\n\nb').rows.map(({ line, row }) => [line, row])).toEqual([[1, 1], [2, 2], [5, 4]]);
  });

  it.each([['\n'], ['\r\n'], ['\r']])('takes lines that end with %j', (end) => {
    expect(readCsv(['a,b', '"c', 'd",e', 'f,g'].join(end)).rows).toEqual([{ line: 1, row: 1, cells: ['a', 'b'] }, { line: 2, row: 2, cells: [`c${end}d`, 'e'] }, { line: 4, row: 3, cells: ['f', 'g'] }]);
  });

  it.each([
    ['at the end of the file', '名前,紹介\n花,"閉じない\n太郎,会計\n次郎,大工\n', 2],
    ['before the next one that opens', '名前,紹介\n花,写真\n太郎,"閉じない\n次郎,"大工"\n三郎,会計\n', 3],
    ['within a line', '名前,紹介\n花,"写真"が好き\n', 2],
  ])('tells the line where a quotation mark opens that is not closed %s', (_, text, line) => {
    expect(readCsv(text).openQuote).toBe(line);
    expect(readTable(Buffer.from(text))).toMatchObject({ bad: { line, code: 'table.quote' } });
  });

  it('lets quotation marks stand within a cell, and blanks behind a quoted one', () => {
    expect(cells('5"の板,"a" ,b')).toEqual([['5"の板', 'a', 'b']]);
  });

  it('needs no line break at the end, and keeps empty cells', () => {
    expect(cells('a,,c')).toEqual([['a', '', 'c']]);
  });
});

describe('a list as a spreadsheet saved it', () => {
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
