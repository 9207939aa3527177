import { describe, expect, it } from '@jest/globals';
import { insertOpening } from './insert-opening.js';

describe('inserting the opening of a sentence', () => {
  it('begins an empty text', () => {
    expect(insertOpening('', 0, '探しているのは、')).toEqual({ text: '探しているのは、', caret: 8 });
  });

  it('takes a line of its own after other words', () => {
    expect(insertOpening('写真が得意です。', 8, '探しているのは、')).toEqual({ text: '写真が得意です。\n探しているのは、', caret: 17 });
  });

  it('adds no empty line after a line break', () => {
    expect(insertOpening('写真。\n', 4, '興味は、').text).toBe('写真。\n興味は、');
  });

  it('pushes what follows the caret to the next line', () => {
    expect(insertOpening('前後', 1, '興味は、')).toEqual({ text: '前\n興味は、\n後', caret: 6 });
  });
});
