import { describe, expect, it } from '@jest/globals';
import { isWhole, numberIn, textOf } from './typed-number.js';

describe('a number that is typed', () => {
  it('may be emptied and begun anew', () => {
    expect(['30', '3', '', '7'].map((text) => textOf(numberIn(text)))).toEqual(['30', '3', '', '7']);
  });

  it('is empty again when what was kept of it comes back', () => {
    expect(textOf(JSON.parse(JSON.stringify(numberIn(''))) as null)).toBe('');
  });

  it('is whole and within bounds, or it is not', () => {
    expect(['1', '10', '0', '11', '1.5', '', '-1'].map((text) => isWhole(numberIn(text), 1, 10))).toEqual([true, true, false, false, false, false, false]);
  });
});
