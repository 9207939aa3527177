import type { HttpAnswers } from '@tsunagu/contracts';
import { addRepair, findProposal, saveRepair } from '@tsunagu/storage';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { finishRun } from '../../helpers/finish-run.js';

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let people: string[];
let phones: Awaited<ReturnType<typeof join>>[];
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser();
});
afterAll(() => app.close());
beforeEach(async () => {
  event = await makeEvent(organiser);
  phones = [];
  for (const nickname of ['一', '二', '三', '四']) phones.push(await join(app, event.joinCode, { nickname }));
  people = phones.map(({ id }) => id);
  await app.database.reader.query('UPDATE log SET job_done_at = now() WHERE job IS NOT NULL AND job_done_at IS NULL');
});

/** Whose lists have been ordered since the last look, by their place among the people. */
async function ordered(): Promise<number[]> {
  const rows: { id: string }[] = await app.database.reader.query(
    "WITH due AS (UPDATE log SET job_done_at = now() WHERE event_id = $1 AND job ->> 'name' = 'rank-candidates' AND job_done_at IS NULL RETURNING job) SELECT job -> 'data' ->> 'participantId' AS id FROM due", [event.id]);
  return rows.map(({ id }) => people.indexOf(id)).sort();
}
async function change(fields: object): Promise<void> {
  const { body: { state } } = await organiser.call('readConsole', { eventId: event.id });
  expect((await organiser.call('changeEvent', { eventId: event.id }, { ...fields, version: state.event.version } as never)).status).toBe(200);
}
const apart = (...places: number[]) => ({ type: 'apart', people: places.map((place) => people[place]) });

describe('lists are ranked again', () => {
  it('everybody’s, where the theme or the title changes; nobody’s for a place or a size', async () => {
    await change({ theme: '水辺と写真' });
    expect(await ordered()).toEqual([0, 1, 2, 3]);
    await change({ title: '川のまち' });
    expect(await ordered()).toEqual([0, 1, 2, 3]);
    await change({ place: '二階', theme: '水辺と写真', teamSize: { min: 2, max: 4 } });
    expect(await ordered()).toEqual([]);
  });

  it('of those whom a rule keeps apart, or no more', async () => {
    await change({ rules: { rules: [apart(0, 1), { type: 'together', people: [people[2], people[3]] }] } });
    expect(await ordered()).toEqual([0, 1]);
    await change({ rules: { rules: [apart(1, 0), apart(1, 3)] } });
    expect(await ordered()).toEqual([1, 3]);
    await change({ rules: { rules: [] } });
    expect(await ordered()).toEqual([0, 1, 3]);
  });

  it('of everybody who gets into a team or out of one, and of whoever is moved', async () => {
    await organiser.call('checkIn', { eventId: event.id }, { participantIds: people, here: true });
    const { body } = await organiser.call('formTeams', { eventId: event.id }, { teamSize: { min: 2, max: 3 } });
    const at = { eventId: event.id, proposalId: body.proposalId };
    await finishRun(app.database, at, [[0, 1], [2]].map((places) => ({ members: places.map((place) => people[place]) })));
    const { version } = (await findProposal(app.database.reader, at.eventId, at.proposalId))!;
    await ordered();
    expect((await organiser.call('publish', at, { version })).status).toBe(200);
    expect(await ordered()).toEqual([0, 1, 2]);
    const seats: { team_id: string; participant_id: string }[] = await app.database.reader.query('SELECT team_id, participant_id FROM seat WHERE event_id = $1 AND active', [event.id]);
    const teamOf = (place: number): string => seats.find((seat) => seat.participant_id === people[place])!.team_id;
    expect((await organiser.call('movePlaced', { eventId: event.id }, { participantId: people[1], toTeamId: teamOf(2) })).status).toBe(200);
    expect(await ordered()).toEqual([1]);
    expect((await organiser.call('placePerson', { eventId: event.id }, { participantId: people[3], teamId: teamOf(0) })).status).toBe(200);
    expect(await ordered()).toEqual([3]);
    expect((await organiser.call('freeSeat', { eventId: event.id, participantId: people[3] })).status).toBe(200);
    expect(await ordered()).toEqual([3]);
    expect((await phones[1].call('answerSeat', { eventId: event.id }, { accepted: false })).status).toBe(200);
    expect(await ordered()).toEqual([1]);
    const tx = app.database.reader;
    const repair = await addRepair(tx, event.id, 3);
    const moves = [{ participantId: people[1], fromTeamId: null, toTeamId: teamOf(0) }, { participantId: people[2], fromTeamId: teamOf(2), toTeamId: teamOf(0) }];
    await saveRepair(tx, repair.id, { status: 'ready', moves, seats: [0, 2].map((place) => ({ participantId: people[place], teamId: teamOf(place) })) });
    expect((await organiser.call('applyRepair', { eventId: event.id, repairId: repair.id }, { reshuffle: false })).status).toBe(200);
    expect(await ordered()).toEqual([1, 2]);
  });
});
