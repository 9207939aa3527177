import { describe, expect, it } from '@jest/globals';
import { readProgress } from './progress.js';

const id = '00000000-0000-4000-8000-000000000001';
const run = { proposalId: id, elapsedMs: 200, limitMs: 5_000, objective: null };
const move = { proposalId: id, version: 3, participantId: id, wishes: ['skills'], effects: [[-1.5, 0, 2], [0, 1, 0]] };

describe('progress of a team run, as processes tell each other', () => {
  it.each([['a run', run], ['a move', move]])('reads %s as it was told', (_, progress) => {
    expect(readProgress(JSON.stringify({ eventId: id, progress }))).toEqual({ eventId: id, progress });
  });

  it.each(['', 'no json', 'null', '[]', '{}', JSON.stringify({ eventId: 'a', progress: run }), JSON.stringify({ eventId: id, progress: { ...run, elapsedMs: '200' } }), JSON.stringify({ eventId: id, progress: { ...move, effects: [[1]] } })])('drops %s', (text) => {
    expect(readProgress(text)).toBeNull();
  });

  it('passes nothing on that the contract does not name', () => {
    expect(readProgress(JSON.stringify({ eventId: id, progress: { ...run, html: '<b>' } }))?.progress).toEqual(run);
  });
});
