import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RepairView } from '@tsunagu/contracts';
import {
  addFoundedMember, addFoundedTeam, addRepair, addTeams, changeParticipant, changeProposal, freeSeat, readRepair, readTeams, readUnplaced, setHere, setUnplaced, tellPerson, tellRepair,
  type DraftPlan, type EventRow, type ParticipantRow, type ProposalRow,
} from '@tsunagu/storage';
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
    now.numbers.forEach((value, at) => expect(value).toBeCloseTo(then.numbers[at]!, 9));
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

  /** Publishes a draft as the console does. */
  const publish = async (proposal: ProposalRow): Promise<void> => {
    const { database: { reader: tx } } = teams.stores;
    await changeProposal(tx, { id: proposal.id, version: proposal.version }, { status: 'published' });
    await addTeams(tx, proposal.eventId, proposal.id, proposal.plan.teams.map(({ id, number, name, theme, members }) => ({
      id, number, name, theme, reasons: [], question: null, members: members.map(({ participantId }) => participantId), openSeats: 0,
    })));
  };
  const repaired = async (event: EventRow): Promise<RepairView> => {
    await teams.desk.commit(event.id, async (work) => {
      const { id } = await addRepair(work, event.id, 3);
      return { result: undefined, tell: [tellRepair(event.id, { name: 'find-repair', data: { eventId: event.id, repairId: id } })] };
    });
    await teams.desk.settled();
    return (await readRepair(teams.stores.database.reader, event.id))!;
  };
  const place = async (event: EventRow, participantId: string): Promise<void> => {
    await teams.desk.commit(event.id, async () => ({ result: undefined, tell: [tellPerson(event.id, participantId, { name: 'place-late', data: { eventId: event.id, participantId } })] }));
    await teams.desk.settled();
  };
  /** Somebody leaves their seat. */
  const stands = (event: EventRow, participantId: string, code: 'freed' | 'declined'): Promise<void> => teams.desk.commit(event.id, async (work) => {
    await freeSeat(work, event.id, participantId, code === 'declined');
    await setUnplaced(work, event.id, participantId, { code, cause: CAUSE });
    return { result: undefined, tell: [] };
  });
  const CAUSE = { ja: '席を離れました。', en: 'Left.' };

  it('a repair moves nobody while nothing is wrong, and gives a seat to somebody whose own was freed, whom it names where there is none', async () => {
    const { event } = await withOwnTeam(9);
    const { database: { reader: tx } } = teams.stores;
    const proposal = await teams.formed(event, { sizeMin: 4, sizeMax: 5 });
    await publish(proposal);
    const right = await repaired(event);
    expect(right).toMatchObject({ status: 'ready', moves: [], unplaced: [] });
    expect(right.reshuffle?.gain ?? 0).toBeLessThan(0.5);
    const own = proposal.plan.teams.find(({ name }) => name === '花壇の会')!;
    const large = proposal.plan.teams.find(({ members }) => members.length === 5)!;
    const [founder, other] = [own.members[0].participantId, large.members[0].participantId];
    for (const id of [founder, other]) await stands(event, id, 'freed');
    const seated = await repaired(event);
    expect(seated.unplaced).toEqual([]);
    expect(seated.moves).toHaveLength(2);
    expect(seated.moves.map(({ participantId, fromTeamId }) => [participantId, fromTeamId]).sort()).toEqual([[founder, null], [other, null]].sort());
    expect(seated.moves.filter(({ toTeamId }) => toTeamId === own.id)).toHaveLength(1);
    await changeParticipant(tx, other, { paused: true });
    expect((await repaired(event)).unplaced).toEqual([{ participantId: other, code: 'freed', cause: expect.objectContaining({ ja: expect.stringContaining('会場にいない') }) }]);
    await setHere(tx, event.id, [other], false);
    expect((await repaired(event)).unplaced).toEqual([]);
  });

  it('somebody who said no to a team is never seated there again: elsewhere where there is room, else listed with the cause', async () => {
    const { event } = await withOwnTeam(9);
    const { database: { reader: tx } } = teams.stores;
    const proposal = await teams.formed(event, { sizeMin: 4, sizeMax: 5 });
    await publish(proposal);
    const left = proposal.plan.teams.find(({ members }) => members.length === 5)!;
    const elsewhere = proposal.plan.teams.find(({ members }) => members.length === 4)!;
    const [{ participantId: id }] = left.members;
    const seat = async (): Promise<string | undefined> => (await readTeams(tx, event.id)).find((team) => team.members.some((member) => member.participantId === id))?.id;
    const saysNo = (): Promise<void> => stands(event, id, 'declined');
    await saysNo();
    expect((await repaired(event)).moves).toEqual([{ participantId: id, fromTeamId: null, toTeamId: elsewhere.id }]);
    await place(event, id);
    expect(await seat()).toBe(elsewhere.id);
    await saysNo();
    await place(event, id);
    expect(await seat()).toBeUndefined();
    expect(await readUnplaced(tx, event.id)).toEqual([{ participantId: id, code: 'waiting', cause: expect.objectContaining({ ja: expect.stringContaining('見送った') }) }]);
    expect(await repaired(event)).toMatchObject({ moves: [], unplaced: [{ participantId: id, cause: { ja: expect.stringContaining('見送った') } }] });
  });
});
