import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addFoundedMember, addFoundedTeam, setHere, type DraftPlan, type EventRow, type ParticipantRow, type ProposalRow } from '@tsunagu/storage';
import { TeamsDesk } from './teams-desk.js';

describe('teams that people formed themselves, from the draft to the repair', () => {
  let teams: TeamsDesk;
  beforeAll(async () => {
    teams = await TeamsDesk.open();
  });
  afterAll(() => teams.close());

  /** Two people in a team of two, smaller than the event's smallest, and others. */
  const withOwnTeam = async (others: number): Promise<{ event: EventRow; all: ParticipantRow[] }> => {
    const { desk, stores: { database: { reader: tx } } } = teams;
    const event = await desk.openEvent();
    const all = await teams.people(event, others + 2);
    await tx.query('UPDATE event SET team_min = 4, team_max = 5 WHERE id = $1', [event.id]);
    const own = await addFoundedTeam(tx, { eventId: event.id, name: '花壇の会', seats: 2, wants: ['料理'] }, all[0].id);
    await addFoundedMember(tx, own.id, all[1].id);
    await setHere(tx, event.id, all.map(({ id }) => id), true);
    return { event, all };
  };
  const seen = ({ objective, broken, plan, wishes }: ProposalRow) => ({
    broken, numbers: [objective!, ...plan.teams.map(({ score }) => score!), ...wishes.map(({ value }) => value)],
  });
  const edited = async (proposal: ProposalRow, change: (plan: DraftPlan) => DraftPlan): Promise<ReturnType<typeof seen>> => {
    await teams.rewrite(proposal, 'score-proposal', change);
    await teams.desk.settled();
    return seen(await teams.present(proposal));
  };
  const close = (now: ReturnType<typeof seen>, then: ReturnType<typeof seen>): void => {
    expect(now.broken).toEqual(then.broken);
    now.numbers.forEach((value, at) => expect(value).toBeCloseTo(then.numbers[at], 9));
  };

  it('an edit is judged under the rules that the draft was formed by: a pin changes nothing, and what is undone is as before', async () => {
    const { event } = await withOwnTeam(9);
    const proposal = await teams.formed(event, { sizeMin: 4, sizeMax: 5 });
    const before = seen(proposal);
    expect(before.broken).toEqual([]);
    close(await edited(proposal, (plan) => ({
      ...plan, teams: plan.teams.map((team, at) => (at === 1 ? { ...team, members: team.members.map((member) => ({ ...member, pinned: true })) } : team)),
    })), before);
    const own = proposal.plan.teams.find(({ name }) => name === '花壇の会')!;
    const moved = await edited(proposal, (plan) => {
      const other = plan.teams.find(({ id }) => id !== own.id)!;
      return { ...plan, teams: plan.teams.map((team) => (team.id === own.id ? { ...team, members: own.members.slice(1) } : team.id === other.id ? { ...team, members: [...team.members, own.members[0]] } : team)) };
    });
    expect(moved.broken).toContainEqual(expect.objectContaining({ rule: 'size', teamId: own.id, by: 1 }));
    close(await edited(proposal, () => proposal.plan), before);
    await teams.rewrite(proposal, 'form-teams', (plan) => ({ ...plan, teams: plan.teams.map((team) => (team.id === own.id ? { ...team, locked: true } : team)) }));
    await teams.desk.settled();
    const again = seen(await teams.present(proposal));
    expect(again.broken).toEqual([]);
    close(await edited(proposal, (plan) => ({ ...plan, teams: plan.teams.map((team) => ({ ...team, locked: false })) })), again);
  });
});
