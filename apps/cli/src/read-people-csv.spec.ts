import { describe, expect, it } from '@jest/globals';
import Encoding from 'encoding-japanese';
import { InputError } from './problems.js';
import { readPeopleCsv } from './read-people-csv.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const shiftJis = (text: string): Uint8Array => Uint8Array.from(Encoding.convert(Encoding.stringToCode(text), { to: 'SJIS', from: 'UNICODE' }));

describe('readPeopleCsv', () => {
  const table = '番号,名前,所属,立場,言語,自己紹介,レベル,希望\n1,花子,市役所,public,ja;en,"畑が好き、\n空き家も",3,海;山\n2,太郎,,,,,,\n';

  it('reads headings in Japanese, cells with line breaks, lists and further columns as attributes', () => {
    expect(readPeopleCsv(utf8(table))).toEqual([
      { id: '1', name: '花子', affiliation: '市役所', sector: 'public', languages: ['ja', 'en'], intro: '畑が好き、\n空き家も', choices: ['海', '山'], attributes: { レベル: 3 } },
      { id: '2', name: '太郎', attributes: {} },
    ]);
  });

  it('reads the same from Shift_JIS and from UTF-8 with a BOM', () => {
    const plain = readPeopleCsv(utf8(table));
    expect(readPeopleCsv(shiftJis(table))).toEqual(plain);
    expect(readPeopleCsv(utf8(`\uFEFF${table}`))).toEqual(plain);
  });

  it('takes the name as id where there is no column of ids', () => {
    expect(readPeopleCsv(utf8('name,age\nAki,30\nBo,x\n')).map(({ id, attributes }) => [id, attributes])).toEqual([['Aki', { age: 30 }], ['Bo', { age: 'x' }]]);
  });

  it('keeps numbers with leading zeros as text', () => {
    expect(readPeopleCsv(utf8('id,phone\n001,0451\n'))).toMatchObject([{ id: '001', attributes: { phone: '0451' } }]);
  });

  it.each([
    ['', /^line 1: expected a row of headings/],
    ['age,town\n3,x\n', /^line 1: expected a column "id" or "name"/],
    ['id,name,名前\n', /^line 1: two columns mean "name"/],
    ['id,\n1,2\n', /^line 1: column 2 has no heading/],
    ['id,name\n1,a\n2\n', /^line 3: expected 2 columns, got 1/],
    ['id,name\n1,a\n,b\n', /^line 3: no id/],
    ['id,name\n1,a\n2,b\n1,c\n', /^line 4: "1" stands in line 2 already/],
    ['id,name\n1,"a\n', /^line \d: not CSV/],
  ])('refuses %j naming the line', (text, message) => {
    expect(() => readPeopleCsv(utf8(text))).toThrow(InputError);
    expect(() => readPeopleCsv(utf8(text))).toThrow(message);
  });

  it('refuses bytes that are neither UTF-8 nor Shift_JIS', () => {
    expect(() => readPeopleCsv(Uint8Array.of(105, 100, 10, 0xff, 0xfe, 0x80, 10))).toThrow(/neither UTF-8 nor Shift_JIS/);
  });
});
