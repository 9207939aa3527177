import { describe, expect, it } from '@jest/globals';
import type { TeamView } from '@tsunagu/contracts';
import { fullBy } from './full-by.js';

const team = (people: number, openSeats: number) => ({ members: Array.from({ length: people }), openSeats }) as Pick<TeamView, 'members' | 'openSeats'>;

describe('a published team that takes more people in', () => {
  it('is too full by those for whom it has no open seat', () => {
    expect([fullBy(team(6, 0), 1), fullBy(team(5, 1), 1), fullBy(team(3, 2), 3), fullBy(team(3, 3), 3)]).toEqual([7, null, 6, null]);
  });
});
