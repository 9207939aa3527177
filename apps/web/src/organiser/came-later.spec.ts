import { describe, expect, it } from '@jest/globals';
import type { PersonView, ProposalView, UnplacedCode } from '@tsunagu/contracts';
import { cameLater } from './came-later.js';

const person = (id: string, state: Partial<PersonView> = {}): PersonView => ({ id, here: true, paused: false, left: false, ...state }) as PersonView;
const without = (participantId: string, code: UnplacedCode) => ({ participantId, code, cause: { ja: '', en: '' } });
const plan = { teams: [{ members: [{ participantId: 'seated', pinned: false }] }], unplaced: [without('outside', 'other')] } as unknown as ProposalView;

describe('who came after a draft was made', () => {
  it('is in the room and in no part of the plan, also where they wait or have a seat in the teams that stand', () => {
    const people = [person('seated'), person('outside'), person('late'), person('waits')];
    expect(cameLater(plan, people, [without('waits', 'waiting')]).map(({ id }) => id)).toEqual(['late', 'waits']);
  });

  it('is nobody who is away, paused, gone, or wants no seat', () => {
    const people = [person('away', { here: false }), person('paused', { paused: true }), person('gone', { left: true }), person('declined'), person('freed')];
    expect(cameLater(plan, people, [without('declined', 'declined'), without('freed', 'freed')])).toEqual([]);
  });
});
