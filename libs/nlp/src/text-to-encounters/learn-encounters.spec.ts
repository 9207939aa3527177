import { describe, expect, it } from '@jest/globals';
import { learnTowers } from '../../../../scripts/learn-encounters/two-towers.mjs';

/** Eight matters of a word for the lack and one for the gift, given vectors that know nothing of each other. */
const MATTERS = 8;
const words = {
  count: 2 * MATTERS,
  vectors: Float32Array.from({ length: 4 * MATTERS * MATTERS }, (_, at) => (Math.floor(at / (2 * MATTERS)) === at % (2 * MATTERS) ? 1 : 0)),
  weights: new Float32Array(2 * MATTERS).fill(1),
};
const blocks = Array.from({ length: MATTERS }, (_, matter) => ({ lacks: [{ text: [matter], role: [] }], gives: [{ text: [MATTERS + matter], role: [] }] }));

function meetings(seed: number): number[][] {
  const { lacking, giving } = learnTowers(words, blocks, { size: 2 * MATTERS, width: 6, epochs: 150, batch: MATTERS, shiftPull: 0.01, dropped: 0, seed });
  const unit = (vector: Float64Array): number[] => [...vector].map((value) => value / Math.hypot(...vector));
  const sides = blocks.map((_, matter) => [unit(lacking.wordVector(matter)), unit(giving.wordVector(MATTERS + matter))]);
  return sides.map(([lack]) => sides.map(([, gift]) => lack.reduce((sum, value, at) => sum + value * gift[at], 0)));
}

describe('learning what meets what', () => {
  it('brings each lack near its own gift and away from the others, the same for the same seed', () => {
    const table = meetings(3);
    table.forEach((row, matter) => expect(row.indexOf(Math.max(...row))).toBe(matter));
    expect(meetings(3)).toEqual(table);
  });

  it('tells the loss of every epoch, which falls', () => {
    const losses: number[] = [];
    learnTowers(words, blocks, { size: 2 * MATTERS, width: 6, epochs: 40, batch: MATTERS, dropped: 0, report: (_, loss) => losses.push(loss) });
    expect(losses).toHaveLength(40);
    expect(losses[39]).toBeLessThan(losses[0]);
  });
});
