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

  it('reads the same where semicolons or tabs separate the columns, also as the "Unicode text" of Excel', () => {
    const plain = readPeopleCsv(utf8(table.replaceAll('ja;en', 'ja、en').replaceAll('海;山', '海、山')));
    const separated = (separator: string): string => table.replaceAll('ja;en', 'ja、en').replaceAll('海;山', '海、山').replaceAll(',', separator);
    expect(readPeopleCsv(utf8(separated(';')))).toEqual(plain);
    expect(readPeopleCsv(shiftJis(separated('\t')))).toEqual(plain);
    expect(readPeopleCsv(Buffer.from(`\uFEFF${separated('\t')}`, 'utf16le'))).toEqual(plain);
    expect(readPeopleCsv(Buffer.from(`\uFEFF${separated('\t')}`, 'utf16le').swap16())).toEqual(plain);
  });

  it('takes the name as id where there is no column of ids', () => {
    expect(readPeopleCsv(utf8('name,age\nAki,30\nBo,x\n')).map(({ id, attributes }) => [id, attributes])).toEqual([['Aki', { age: 30 }], ['Bo', { age: 'x' }]]);
  });

  it('reads the headings of a form as the console does, and leaves what rules may ask for to them', () => {
    expect(readPeopleCsv(utf8('お名前,ご所属,自己紹介をお願いします,会社,スキル\n花子,市役所,畑が好きです,A,木工\n'))).toMatchObject([{ id: '花子', name: '花子', affiliation: '市役所', intro: '畑が好きです', attributes: { 会社: 'A', スキル: '木工' } }]);
  });

  it('keeps numbers with leading zeros as text', () => {
    expect(readPeopleCsv(utf8('id,phone\n001,0451\n'))).toMatchObject([{ id: '001', attributes: { phone: '0451' } }]);
  });

  it.each([
    ['', 'table.no_headings', 'line 1'],
    ['age,town\n3,x\n', 'table.no_people', 'line 1'],
    ['id,name,名前\n', 'table.heading_twice', 'line 1'],
    ['id,\n1,2\n', 'table.heading_missing', 'line 1'],
    ['id,name\n1,a\n2\n', 'table.columns', 'line 3'],
    ['id,name\n1,a\n,b\n', 'table.cell_missing', 'line 3), id'],
    ['id,name\n1,a\n2,b\n1,c\n', 'match.person_twice', 'lines 2, 4), id'],
    ['名前,レベル\n花子,1\n太郎,2\n花子,3\n', 'table.name_twice', 'lines 2, 4'],
    [`id,intro\n1,a\n2,${'あ'.repeat(1_001)}\n`, 'intro.too_long', 'line 3), intro'],
    ['id,name\n1,a\n2,"b\n3,c\n', 'table.quote', 'line 3'],
    ['id,name\n1,"a\n2,"b"\n', 'table.quote', 'line 2'],
    ['id;name,age\n1;a,2\n', 'table.separator', 'line 1'],
  ])('refuses %j as %s, naming file and line', (text, code, place) => {
    expect(() => readPeopleCsv(utf8(text), 'people.csv')).toThrow(InputError);
    expect(() => readPeopleCsv(utf8(text), 'people.csv')).toThrow(`[${code}] people.csv`);
    expect(() => readPeopleCsv(utf8(text), 'people.csv')).toThrow(`(${place}`);
  });

  it('refuses bytes in an encoding that it does not know, saying how Excel saves one that it does', () => {
    expect(() => readPeopleCsv(Uint8Array.of(105, 100, 10, 0xff, 0xfe, 0x80, 10))).toThrow(/^\[table\.encoding\] 2行目 \(line 2\): .*CSV UTF-8.* \/ .*CSV UTF-8/);
    expect(() => readPeopleCsv(Buffer.from('id,name\n1,a\n', 'utf16le'))).toThrow(/^\[table\.encoding\] /);
  });
});
