import { foundedInPlan } from './founded-in-plan.js';

const people = (...ids: string[]): { participantId: string; nickname: string }[] => ids.map((participantId) => ({ participantId, nickname: participantId }));
const own = { id: 'own', members: people('a', 'b') };
const fate = (teams: { slot?: string; members: { participantId: string }[] }[], unplaced = people()): string => foundedInPlan(own, { teams, unplaced });

describe('a team that people formed themselves, in a plan', () => {
  it('is together where all of them that the plan knows sit in one team', () => {
    expect(fate([{ members: people('a', 'b', 'c') }])).toBe('together');
    expect(fate([{ slot: 'own', members: people('a', 'c') }])).toBe('together');
  });

  it('is apart where they do not, or one has no seat, or one alone sits in a team that was not formed around it', () => {
    expect(fate([{ members: people('a', 'c') }, { members: people('b', 'd') }])).toBe('apart');
    expect(fate([{ slot: 'own', members: people('a', 'c') }, { members: people('b', 'd') }])).toBe('apart');
    expect(fate([{ slot: 'own', members: people('a', 'c') }], people('b'))).toBe('apart');
    expect(fate([{ members: people('a', 'c') }])).toBe('apart');
  });

  it('is away where the plan knows none of them', () => expect(fate([{ members: people('c') }])).toBe('away'));
});
