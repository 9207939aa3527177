import { describe, expect, it } from '@jest/globals';
import { csvCell, csvFile } from './csv.js';

describe('a CSV cell', () => {
  it.each(['=1+1', '+81-3', '-2', '@SUM', '\tx', '＝HYPERLINK("x")'])('makes %j text, not a formula', (text) => {
    expect(csvCell(text)).toBe(`"'${text.replaceAll('"', '""')}"`);
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvCell('a,"b"\nc')).toBe('"a,""b""\nc"');
  });

  it('leaves a number a number', () => {
    expect(csvCell(-140.3)).toBe('-140.3');
  });
});

it('a CSV file begins with a byte-order mark and ends each row', () => {
  expect(csvFile([['a', 1], ['b', 2]])).toBe('\uFEFFa,1\r\nb,2\r\n');
});
