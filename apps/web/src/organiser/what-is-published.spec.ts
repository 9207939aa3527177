import { describe, expect, it } from '@jest/globals';
import type { ProposalView } from '@tsunagu/contracts';
import { whatIsPublished } from './what-is-published.js';

type Plan = Pick<ProposalView, 'teams' | 'unplaced' | 'broken'>;
const member = (participantId: string, pinned = false) => ({ participantId, pinned });
const plan = (teams: { id: string; name?: string; locked?: boolean; members: object[] }[], rest: object = {}): Plan => ({ teams, unplaced: [], broken: [], ...rest }) as unknown as Plan;

describe('what is published', () => {
  const asked = whatIsPublished(plan([{ id: 'a', name: 'A', members: [member('1'), member('2')] }, { id: 'b', members: [member('3')] }]));

  it('is the same whatever is pinned, locked or scored meanwhile, and in whichever order members come', () => {
    expect(whatIsPublished(plan([{ id: 'a', name: 'A', locked: true, members: [member('2', true), member('1')] }, { id: 'b', members: [member('3')] }], { objective: 0.4 }))).toBe(asked);
  });

  it('is another once somebody sits elsewhere, a team has another name, or a rule is broken', () => {
    expect(whatIsPublished(plan([{ id: 'a', name: 'A', members: [member('1')] }, { id: 'b', members: [member('2'), member('3')] }]))).not.toBe(asked);
    expect(whatIsPublished(plan([{ id: 'a', name: '港', members: [member('1'), member('2')] }, { id: 'b', members: [member('3')] }]))).not.toBe(asked);
    expect(whatIsPublished(plan([{ id: 'a', name: 'A', members: [member('1'), member('2')] }, { id: 'b', members: [member('3')] }], { broken: [{ rule: '0', label: {}, teamId: 'a', by: 1 }] }))).not.toBe(asked);
  });
});
