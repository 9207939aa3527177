import { describe, expect, it } from '@jest/globals';
import { nextColumn } from './next-column.js';

const box = (id: string, left: number, top: number) => ({ id, left, top, width: 100, height: 200 });
const columns = [box('c', 0, 300), box('b', 110, 0), box('a', 0, 0)];

describe('the next column for a card carried by arrow keys', () => {
  it('goes in reading order, over the end of a row', () => {
    expect(nextColumn(columns, { x: 50, y: 50 }, 1)?.id).toBe('b');
    expect(nextColumn(columns, { x: 150, y: 50 }, 1)?.id).toBe('c');
    expect(nextColumn(columns, { x: 50, y: 350 }, -1)?.id).toBe('b');
  });

  it('stops at the ends', () => {
    expect(nextColumn(columns, { x: 50, y: 50 }, -1)).toBeUndefined();
    expect(nextColumn(columns, { x: 50, y: 350 }, 1)).toBeUndefined();
  });

  it('starts from the nearest column between columns', () => {
    expect(nextColumn(columns, { x: 106, y: 40 }, 1)?.id).toBe('c');
  });
});
