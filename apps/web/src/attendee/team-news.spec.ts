import { describe, expect, it } from '@jest/globals';
import { teamNews } from './team-news.js';

const members = (...names: string[]) => names.map((nickname) => ({ participantId: `id of ${nickname}`, nickname }));

describe('what a team is told of its members', () => {
  it('is who has come and who has gone', () => {
    expect(teamNews(members('さくら', 'Tom'), members('さくら', 'ノブ', 'Mika'))).toEqual([['came', 'ノブ'], ['came', 'Mika'], ['went', 'Tom']]);
  });

  it('is nothing of somebody who has another name or place in the list', () => {
    expect(teamNews(members('さくら', 'Tom'), [{ participantId: 'id of Tom', nickname: 'Thomas' }, ...members('さくら')])).toEqual([]);
  });
});
