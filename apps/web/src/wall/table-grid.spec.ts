import { describe, expect, it } from '@jest/globals';
import { tableGrid } from './table-grid.js';

const area = { width: 1_150, height: 720 };

describe('the teams on the wall', () => {
  it.each([1, 2, 7, 12, 25, 40, 75])('%i of them are all in sight', (cards) => {
    const { columns, height } = tableGrid(cards, area);
    expect(columns).toBeGreaterThanOrEqual(1);
    expect(Math.ceil(cards / columns) * (height + 14) - 14).toBeLessThanOrEqual(area.height);
  });

  it('are large while they are few, and shrink no more than they must', () => {
    expect(tableGrid(4, area).letter).toBeGreaterThan(60);
    expect(tableGrid(24, area).letter).toBeGreaterThan(24);
    expect(tableGrid(75, area).letter).toBeGreaterThanOrEqual(14);
  });
});
