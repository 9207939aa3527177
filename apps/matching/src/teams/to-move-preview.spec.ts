import { describe, expect, it } from '@jest/globals';
import { toMovePreview } from './to-move-preview.js';

describe('feature 46: the preview of a move', () => {
  const effects = (teams: number) => Array.from({ length: teams }, (_, at) => ({ objective: at / 7, broken: at % 2, terms: { pairs: at / 3, mix: -at / 9 } }));

  it('holds for each team what changes, of the whole and of each wish', () => {
    expect(toMovePreview({ id: 'p', version: 3 }, 'a', effects(2))).toEqual({
      proposalId: 'p', version: 3, participantId: 'a', wishes: ['pairs', 'mix'],
      effects: [{ objective: 0, broken: 0, terms: [0, -0] }, { objective: 0.1429, broken: 1, terms: [0.3333, -0.1111] }],
    });
  });

  it('fits a notification also in an event of 500 people in fours', () => {
    const preview = toMovePreview({ id: 'p', version: 3 }, 'a', effects(126));
    expect(preview.effects.length).toBe(126);
    expect(Buffer.byteLength(JSON.stringify(preview))).toBeLessThan(7_900);
  });
});
