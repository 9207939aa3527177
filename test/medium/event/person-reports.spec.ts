import type { HttpAnswers, MemberRole } from '@tsunagu/contracts';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { followConsole, followPhone, followWall, type LiveClient } from '../../helpers/live-client.js';
import { waitFor } from '../../helpers/wait-for.js';

let app: EventApp;
let owner: Caller;
let event: HttpAnswers['createEvent'];
let a: Caller & { id: string; eventId: string };
let b: typeof a;
beforeAll(async () => {
  app = await startTestEventApp();
  owner = await app.organiser('aya');
});
beforeEach(async () => {
  event = await makeEvent(owner);
  [a, b] = [await join(app, event.joinCode, { nickname: 'しずか' }), await join(app, event.joinCode, { nickname: 'しつこい' })];
});
const clients: { cut(): void }[] = [];
afterEach(() => { for (const client of clients.splice(0)) client.cut(); });
afterAll(() => app.close());

const open = async <S>(client: Promise<LiveClient<S>>): Promise<LiveClient<S>> => {
  const opened = await client;
  clients.push(opened);
  return opened;
};
const report = () => a.call('avoid', { eventId: event.id, participantId: b.id }, { report: true });
const board = async (caller = owner) => (await caller.call('readConsole', { eventId: event.id })).body;
const reports = async (caller = owner) => (await board(caller)).state.personReports;
const records = async (caller = owner) => (await caller.call('listAudit', { eventId: event.id })).body.lines.filter(({ action }) => action.startsWith('person.report'));
const settle = async (settled: boolean, caller = owner) => caller.call('settlePersonReport', { eventId: event.id, reportId: (await reportRow()).id }, { settled });
const reportRow = async () => (await app.database.reader.query('SELECT id, settled_at FROM person_report WHERE event_id = $1', [event.id]))[0];
async function letIn(login: string, role: MemberRole): Promise<Caller> {
  await owner.call('addMember', { eventId: event.id }, { login, role });
  return app.organiser(login);
}

describe('feature 98: a participant asks the organisers for help about somebody', () => {
  it('reaches the console at once, with who asks, about whom and since when, and is recorded so', async () => {
    const live = await open(followConsole(owner, event.id));
    await report();
    await waitFor('the report on the console', () => live.state.personReports.length === 1);
    expect(live.state.personReports).toMatchObject([{ by: { participantId: a.id }, about: { participantId: b.id } }]);
    expect(Math.abs(Date.parse(live.state.personReports[0].at) - Date.now())).toBeLessThan(60_000);
    expect(await reports()).toEqual(live.state.personReports);
    expect(await records()).toMatchObject([{ actor: 'participant', action: 'person.reported', subject: b.id, detail: { by: a.id } }]);
  });

  it('tells nobody where somebody only avoids somebody', async () => {
    await a.call('avoid', { eventId: event.id, participantId: b.id }, {});
    expect([await reports(), await records()]).toEqual([[], []]);
  });

  it('stays when the two see each other again, is one report a pair, and opens anew after it was settled', async () => {
    await report();
    const [{ at }] = await reports();
    await a.call('stopAvoiding', { eventId: event.id, participantId: b.id });
    await report();
    expect(await reports()).toMatchObject([{ at }]);
    expect(await records()).toHaveLength(1);
    await settle(true);
    expect(await reports()).toEqual([]);
    await report();
    const [again] = await reports();
    expect(Date.parse(again.at)).toBeGreaterThan(Date.parse(at));
    expect(await records()).toHaveLength(3);
  });

  it('is taken care of by one organiser for all, once, and opened again', async () => {
    await report();
    const live = await open(followConsole(await letIn('oda', 'organiser'), event.id));
    expect(live.state.personReports).toHaveLength(1);
    for (const _ of [1, 2]) expect((await settle(true)).status).toBe(200);
    await waitFor('nothing left on the other console', () => live.state.personReports.length === 0);
    await settle(false);
    await waitFor('the report back', () => live.state.personReports.length === 1);
    expect((await records()).map(({ actor, action, subject, detail }) => [actor, action, subject, detail])).toEqual([
      ['aya', 'person.report_reopened', b.id, { by: a.id }], ['aya', 'person.report_settled', b.id, { by: a.id }], ['participant', 'person.reported', b.id, { by: a.id }],
    ]);
  });

  it('is seen by nobody who may not see to it: facilitators, viewers, participants, the wall, other services', async () => {
    const helpers = [await letIn('fumi', 'facilitator'), await letIn('vera', 'viewer')];
    const boards = await Promise.all(helpers.map((helper) => open(followConsole(helper, event.id))));
    const c = await join(app, event.joinCode);
    const pages = [...boards, await open(followPhone(b)), await open(followPhone(c)), await open(followWall(app.visitor(), event.wallSecret))];
    await report();
    await a.call('setFree', { eventId: event.id }, { free: true });
    const checked = await owner.call('checkIn', { eventId: event.id }, { participantIds: [a.id], here: true });
    expect(checked.status).toBe(200);
    // told after the report: whoever has it has all that was told them before
    for (const page of boards) await waitFor('what came after the report', () => page.state.people.some(({ id, here }) => id === a.id && here));
    for (const helper of helpers) {
      expect([await reports(helper), await records(helper)]).toEqual([[], []]);
      expect(Object.keys((await board(helper)).positions)).not.toContain(`reports:${event.id}`);
      expect((await settle(true, helper)).problem.code).toBe('access.role');
    }
    const [{ id }] = await reports();
    for (const page of pages) expect(JSON.stringify([page.state, page.received])).not.toContain(id);
    expect(JSON.stringify((await b.call('downloadMyData', { eventId: event.id })).body)).not.toContain('しずか');
    const streams: { stream: string }[] = await app.database.reader.query('SELECT DISTINCT stream FROM log WHERE payload::text LIKE $1', [`%${id}%`]);
    expect(streams.map(({ stream }) => stream)).toEqual([`reports:${event.id}`]);
  });

  it('can be downloaded by who asked, and is erased with either person, from the record too', async () => {
    await report();
    await settle(true);
    expect((await a.call('downloadMyData', { eventId: event.id })).body.reported).toMatchObject([{ nickname: 'しつこい' }]);
    await settle(false);
    const live = await open(followConsole(owner, event.id));
    await owner.call('removePerson', { eventId: event.id, participantId: b.id });
    await waitFor('no report on the console', () => live.state.personReports.length === 0);
    const kept = async (id: string) => (await app.database.reader.query(
      `SELECT (SELECT count(*)::int FROM person_report WHERE event_id = $1) reports, (SELECT count(*)::int FROM audit WHERE event_id = $1 AND action LIKE 'person.report%' AND audit::text LIKE $2) records,
         (SELECT count(*)::int FROM log WHERE stream = $3 AND log::text LIKE $2) pushes`, [event.id, `%${id}%`, `reports:${event.id}`]))[0];
    expect(await kept(b.id)).toEqual({ reports: 0, records: 0, pushes: 0 });
    expect(await kept(a.id)).toEqual({ reports: 0, records: 0, pushes: 0 });
    b = await join(app, event.joinCode);
    await report();
    await a.call('eraseMe', { eventId: event.id });
    await waitFor('no report on the console again', async () => live.state.people.every(({ id }) => id !== a.id) && live.state.personReports.length === 0);
    expect(await kept(a.id)).toEqual({ reports: 0, records: 0, pushes: 0 });
  });

  it('passes to the one person whom two are merged to', async () => {
    await report();
    const again = await join(app, event.joinCode, { nickname: 'しつこい' });
    await owner.call('mergePeople', { eventId: event.id }, { keepId: again.id, dropId: b.id });
    expect(await reports()).toMatchObject([{ by: { participantId: a.id }, about: { participantId: again.id } }]);
  });

  it('stays open in the one person whom two are merged to, where the same was settled of the other', async () => {
    await report();
    await settle(true);
    const again = await join(app, event.joinCode, { nickname: 'しつこい' });
    await a.call('avoid', { eventId: event.id, participantId: again.id }, { report: true });
    const [{ at }] = await reports();
    await owner.call('mergePeople', { eventId: event.id }, { keepId: b.id, dropId: again.id });
    expect(await reports()).toMatchObject([{ by: { participantId: a.id }, about: { participantId: b.id }, at }]);
    await settle(true);
    const twice = await join(app, event.joinCode, { nickname: 'しずか' });
    await twice.call('avoid', { eventId: event.id, participantId: b.id }, { report: true });
    await owner.call('mergePeople', { eventId: event.id }, { keepId: a.id, dropId: twice.id });
    expect(await reports()).toMatchObject([{ by: { participantId: a.id }, about: { participantId: b.id } }]);
  });
});
