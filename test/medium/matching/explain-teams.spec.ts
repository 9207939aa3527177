import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TeamView } from '@tsunagu/contracts';
import { addProposal, addTeams, changeParticipant, changeProposal, explainStanding, forgetTold, freeSeat, lockTeam, readTeams, setHere, takeSeat, tellSeats, tellSomeTeams, type EventRow, type ParticipantRow } from '@tsunagu/storage';
import { TeamsDesk } from './teams-desk.js';

let teams: TeamsDesk;
beforeAll(async () => { teams = await TeamsDesk.open(); });
afterAll(() => teams.close());

const publish = async (event: EventRow, ...all: ParticipantRow[][]): Promise<string[]> => {
  const tx = teams.stores.database.reader;
  const proposal = await addProposal(tx, { eventId: event.id, sizeMin: 2, sizeMax: 4, seed: 1, seconds: 1, rules: {}, createdBy: null });
  await changeProposal(tx, { id: proposal.id, version: 1, status: 'forming' }, { status: 'published' });
  const ids = all.map(() => randomUUID());
  await teams.desk.commit(event.id, async (work) => {
    await addTeams(work, event.id, proposal.id, all.map((members, at) => ({ id: ids[at], number: at + 1, name: `${at + 1}`, reasons: [], question: null, theme: null, members: members.map(({ id }) => id), openSeats: 2 })));
    return { result: undefined, tell: [tellSeats(event.id, ids)] };
  });
  await teams.desk.settled();
  return ids;
};
const standing = async (event: EventRow, id: string): Promise<TeamView> => (await readTeams(teams.stores.database.reader, event.id, [id]))[0];
const sentences = async (event: EventRow, id: string): Promise<string> => (await standing(event, id)).reasons.map(({ text }) => text.ja).join('\n');
/** Who would like to fish, and who can. */
const anglers = async (event: EventRow): Promise<ParticipantRow[]> => {
  const both = [await teams.desk.enter(event, { tags: [['seeking', '釣り']] }, { nickname: 'つりたい' }), await teams.desk.enter(event, { tags: [['skill', '釣り']] }, { nickname: 'つりびと' })];
  await setHere(teams.stores.database.reader, event.id, both.map(({ id }) => id), true);
  await teams.desk.settled();
  return both;
};

describe('what a published team is told of itself', () => {
  it('is worked out after it was published before that was done; phones and console are told', async () => {
    const event = await teams.desk.openEvent();
    const [seeker, angler] = await anglers(event);
    const [id] = await publish(event, [seeker, angler]);
    expect(await sentences(event, id)).toContain('釣り');
    expect((await standing(event, id)).question).not.toBeNull();
    expect((await teams.desk.last('participant', seeker.id, 'team.changed')).team.reasons).toHaveLength((await standing(event, id)).reasons.length);
    expect((await teams.desk.last('console', event.id, 'some-teams.changed')).ids).toEqual([id]);
  });

  it('tells of who came late, and no more of who has gone; other teams hear nothing of it', async () => {
    const event = await teams.desk.openEvent();
    const [seeker, angler] = await anglers(event);
    const [one, two, three] = await teams.people(event, 3);
    const [id] = await publish(event, [seeker, one], [two, three]);
    expect(await sentences(event, id)).not.toContain('つりびと');
    const question = { ja: 'どんな魚が好きですか？', en: 'Which fish do you like?', yasashii: 'どの さかなが すきですか？' };
    const asked = (people: string[]) => teams.stores.database.reader.query('UPDATE team SET question = $2 WHERE id = $1', [id, JSON.stringify({ ...question, people })]);
    await asked([seeker.id]);
    const elsewhere = (await teams.desk.rows('participant', two.id)).length;
    await teams.desk.commit(event.id, async (tx) => {
      await takeSeat(tx, (await lockTeam(tx, event.id, id))!, angler.id);
      return { result: undefined, tell: [tellSeats(event.id, [id])] };
    });
    await teams.desk.settled();
    expect(await sentences(event, id)).toContain('つりびと');
    // they may be talking about it
    expect((await standing(event, id)).question).toEqual(question);
    await asked([one.id]);
    await teams.desk.commit(event.id, async (tx) => {
      await freeSeat(tx, event.id, one.id);
      return { result: undefined, tell: [tellSeats(event.id, [id])] };
    });
    await teams.desk.settled();
    expect(await sentences(event, id)).not.toContain(one.nickname);
    expect(await sentences(event, id)).toContain('つりびと');
    expect((await standing(event, id)).question).not.toEqual(question);
    expect((await teams.desk.rows('participant', two.id)).slice(elsewhere).filter(({ type }) => type === 'team.changed')).toEqual([]);
  });

  it('calls everybody as they are called now, and follows what they write', async () => {
    const event = await teams.desk.openEvent();
    const [seeker, angler] = await anglers(event);
    const silent = await teams.desk.enter(event, { tags: [] }, { nickname: 'しずか' });
    const [id] = await publish(event, [seeker, angler, silent]);
    await teams.desk.commit(event.id, async (work) => {
      await changeParticipant(work, angler.id, { nickname: 'うみさん' });
      await forgetTold(work, id, angler.id);
      return { result: undefined, tell: [tellSomeTeams(event.id, [id])] };
    });
    await teams.desk.settled();
    expect(await sentences(event, id)).toContain('うみさん');
    expect(await sentences(event, id)).not.toContain('つりびと');
    await teams.desk.rewrite(silent, { tags: [['skill', '養蜂']] });
    await teams.desk.settled();
    expect(await sentences(event, id)).toContain('養蜂');
  });

  it('is not written where something has changed once more while it was worked out', async () => {
    const event = await teams.desk.openEvent();
    const [seeker, angler] = await anglers(event);
    const [id] = await publish(event, [seeker, angler]);
    const tx = teams.stores.database.reader;
    const [{ changes }] = await tx.query('SELECT changes FROM team WHERE id = $1', [id]);
    await tx.query('UPDATE team SET changes = changes + 1 WHERE id = $1', [id]);
    const before = await sentences(event, id);
    expect(await explainStanding(tx, { id, changes, members: [seeker.id, angler.id] }, [])).toEqual([]);
    expect(await sentences(event, id)).toBe(before);
  });

  it('is told once: where nothing about it is new nobody hears of it', async () => {
    const event = await teams.desk.openEvent();
    const [seeker, angler] = await anglers(event);
    await publish(event, [seeker, angler]);
    const told = async (): Promise<number> => (await teams.desk.rows('participant', seeker.id)).filter(({ type }) => type === 'team.changed').length;
    const before = await told();
    expect(before).toBeGreaterThan(0);
    await teams.stores.database.reader.query('UPDATE team SET changes = changes + 1 WHERE event_id = $1', [event.id]);
    await teams.desk.commit(event.id, async () => ({ result: undefined, tell: [tellSeats(event.id, [])] }));
    await teams.desk.settled();
    expect(await told()).toBe(before);
    expect(await teams.stores.database.reader.query('SELECT 1 FROM team WHERE event_id = $1 AND changes <> explained', [event.id])).toEqual([]);
  });
});
