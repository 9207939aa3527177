import { describe, expect, it } from '@jest/globals';
import { toMovePreview } from './to-move-preview.js';

describe('feature 46: the preview of a move', () => {
  const effects = (teams: number) => Array.from({ length: teams }, (_, at) => ({ objective: -at / 7000, broken: at % 2, terms: { pairs: at / 3000, mix: -at / 9000, theme: at / 8000, needs: at / 5000 } }));
  const preview = (teams: number) => toMovePreview({ id: 'p', version: 3 }, 'a', effects(teams));

  it('holds for each team what changes, of the whole and of each wish', () => {
    expect(toMovePreview({ id: 'p', version: 3 }, 'a', [{ objective: 1 / 7, broken: 1, terms: { pairs: 1 / 3, mix: -1 / 9 } }])).toEqual({
      proposalId: 'p', version: 3, participantId: 'a', wishes: ['pairs', 'mix'], effects: [[0.1429, 1, 0.3333, -0.1111]],
    });
  });

  it.each([[76, 4], [251, 0]])('fits a notification with %i teams, then with %i wishes', (teams, wishes) => {
    expect(preview(teams)!.effects.map(({ length }) => length)).toEqual(Array(teams).fill(2 + wishes));
    expect(Buffer.byteLength(JSON.stringify({ eventId: '00000000-0000-4000-8000-000000000000', progress: preview(teams) }))).toBeLessThan(8_000);
  });

  it('is left out where it would be longer', () => {
    expect(preview(2_000)).toBeNull();
  });
});
