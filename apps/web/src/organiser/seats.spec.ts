import { describe, expect, it } from '@jest/globals';
import { translate } from '../look/translation.js';
import { seatsOf } from './seats.js';
import { board as en } from './words/en.js';
import { board as ja } from './words/ja.js';

const teams = [{ number: 1, table: null, members: [{ participantId: 'a' }] }, { number: 2, table: '5', members: [{ participantId: 'b' }] }] as never;
const words = (board: object) => (key: string, values?: Record<string, string | number>) => translate({ board }, 'board', key, values);

describe('where somebody who arrives is sent to', () => {
  it('is their team, and its table where it has one', () => {
    expect([...seatsOf(teams, words(ja))]).toEqual([['a', 'チーム1'], ['b', 'チーム2 ・ テーブル 5']]);
    expect([...seatsOf(teams, words(en))]).toEqual([['a', 'Team 1'], ['b', 'Team 2 · Table 5']]);
  });
});
