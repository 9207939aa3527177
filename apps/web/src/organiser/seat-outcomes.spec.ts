import { describe, expect, it } from '@jest/globals';
import type { TeamView, Unplaced } from '@tsunagu/contracts';
import { seatOutcomes } from './seat-outcomes.js';

const cause = { ja: '満員です。', en: 'Full.' };
const before: Unplaced[] = [{ participantId: 'late', code: 'waiting', cause }];
const team = (...ids: string[]): TeamView => ({ id: 'a', number: 1, members: ids.map((participantId) => ({ participantId })) }) as unknown as TeamView;
const asked = { participantId: 'late', before, told: false };

describe('what becomes of a seat that was asked for', () => {
  it('is told as the team, as soon as the person sits there, also after it was said that there is no seat', () => {
    expect(seatOutcomes([asked], [team('late')], [])).toEqual([{ participantId: 'late', team: team('late') }]);
    expect(seatOutcomes([{ ...asked, told: true }], [team('late')], [])).toHaveLength(1);
  });

  it('is told as the cause once the list has come anew and the person still stands on it, once', () => {
    expect(seatOutcomes([asked], [team()], before)).toEqual([]);
    expect(seatOutcomes([asked], [team()], [...before])).toEqual([{ participantId: 'late', cause }]);
    expect(seatOutcomes([{ ...asked, told: true }], [team()], [...before])).toEqual([]);
  });
});
