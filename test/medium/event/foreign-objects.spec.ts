import { randomUUID } from 'node:crypto';
import { HTTP_PATHS, type HttpAnswers, type HttpName } from '@tsunagu/contracts';
import { addProposal } from '@tsunagu/storage';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';

/** A valid body of each operation that names something of an event; `theirs` are the foreign ones. */
type Ids = Record<'participantId' | 'tagId' | 'jacketId' | 'proposalId' | 'teamId' | 'webhookId' | 'foundedTeamId' | 'repairId' | 'wordId' | 'organiserId' | 'reportId', string>;
const jacket = { title: 'だれかのデータ', sharing: 'open' };
const BODIES: Partial<Record<HttpName, (theirs: Ids, mine: Ids) => object>> = {
  changeWord: () => ({ spellings: [], kind: null }), changeTag: () => ({ removed: true }), changeJacket: () => jacket,
  movePerson: () => ({ participantId: randomUUID(), toTeamId: null, version: 1 }), swapPeople: () => ({ participantId: randomUUID(), withId: randomUUID(), version: 1 }), previewMoves: () => ({ participantId: randomUUID(), version: 1 }), pinPerson: () => ({ participantId: randomUUID(), pinned: true, version: 1 }),
  lockTeam: () => ({ teamId: randomUUID(), locked: true, version: 1 }), renameTeam: () => ({ teamId: randomUUID(), name: '名前', version: 1 }),
  formAgain: () => ({ version: 1 }), undo: () => ({ version: 1 }), redo: () => ({ version: 1 }), publish: () => ({ version: 1 }), chooseProposal: () => ({ version: 1 }),
  changeWebhook: () => ({ running: false, version: 1 }), changeMember: () => ({ role: 'viewer' }), settlePersonReport: () => ({ settled: true }), setLeft: () => ({ left: true }), changeFoundedTeam: () => ({ name: '名前', version: 1 }), applyRepair: () => ({}),
  mergePeople: (theirs, mine) => ({ keepId: mine.participantId, dropId: theirs.participantId }), swapPlaced: (theirs, mine) => ({ participantId: mine.participantId, teamId: mine.teamId, withId: theirs.participantId, withTeamId: theirs.teamId }), placePerson: (theirs) => ({ participantId: theirs.participantId, teamId: null }), checkIn: (theirs) => ({ participantIds: [theirs.participantId], here: true }),
};
/** They answer the same for everybody who is not there: taking back what was never said, or checking in nobody. */
const WITHOUT_EFFECT = new Set<HttpName>(['takeHelloBack', 'stopAvoiding', 'takeKnownBack', 'checkIn']);

let app: EventApp;
let organiser: Caller;
let event: HttpAnswers['createEvent'];
let me: Caller & { id: string };
let mine: Ids;
let theirs: Ids;
beforeAll(async () => {
  app = await startTestEventApp();
  organiser = await app.organiser('aya');
  event = await makeEvent(organiser);
  me = await join(app, event.joinCode);
  mine = await objects(organiser, event, me);
  const stranger = await app.organiser('ben');
  const foreign = await makeEvent(stranger);
  theirs = await objects(stranger, foreign, await join(app, foreign.joinCode));
});
afterAll(() => app.close());

async function objects(owner: Caller, { id: eventId }: { id: string }, person: Caller & { id: string }): Promise<Ids> {
  const tag = (await person.call('addTag', { eventId }, { label: '溶接', kind: 'skill' })).body.statement;
  const added = (await person.call('addJacket', { eventId }, { title: 'だれかのデータ', sharing: 'open' })).body.jacket;
  const proposal = await app.database.transaction((tx) => addProposal(tx, { eventId, sizeMin: 2, sizeMax: 4, seed: 1, seconds: 1, rules: {}, createdBy: null }));
  await app.database.reader.query("UPDATE proposal SET status = 'draft' WHERE id = $1", [proposal.id]);
  const [team] = await app.database.reader.query("INSERT INTO team (event_id, number, name, table_label, reasons) VALUES ($1, 1, 'A', '', '[]') RETURNING id", [eventId]);
  const [webhook] = await app.database.reader.query("INSERT INTO webhook (event_id, url, secret, types) VALUES ($1, 'https://x.example', '', '{team.changed}') RETURNING id", [eventId]);
  const [report] = await app.database.reader.query('INSERT INTO person_report (event_id, by_id, about_id) VALUES ($1, $2, $2) RETURNING id', [eventId, person.id]);
  const { body: { id: organiserId } } = await owner.call('readOrganiser', {});
  return { participantId: person.id, tagId: tag.id, jacketId: added.id, proposalId: proposal.id, teamId: team.id, webhookId: webhook.id, foundedTeamId: randomUUID(), repairId: randomUUID(), wordId: randomUUID(), organiserId, reportId: report.id };
}

const withChild = (Object.keys(HTTP_PATHS) as HttpName[]).filter((name) => /:eventId\/.*:|:eventId\/(merges|placements|placements\/swaps|check-ins)$/.test(HTTP_PATHS[name][1]) && !HTTP_PATHS[name][1].startsWith('/service/'));
const state = async (): Promise<string> => JSON.stringify(await app.database.reader.query(
  `SELECT (SELECT json_agg(p ORDER BY p.id) FROM participant p WHERE event_id = e.id) people, (SELECT json_agg(s ORDER BY s.id) FROM statement s WHERE event_id = e.id) tags,
     (SELECT json_agg(j ORDER BY j.id) FROM data_jacket j WHERE event_id = e.id) jackets, (SELECT json_agg(p ORDER BY p.id) FROM proposal p WHERE event_id = e.id) proposals,
     (SELECT json_agg(t ORDER BY t.id) FROM team t WHERE event_id = e.id) teams, (SELECT json_agg(w ORDER BY w.id) FROM webhook w WHERE event_id = e.id) webhooks, (SELECT json_agg(h) FROM hello h WHERE event_id = e.id) hellos, (SELECT json_agg(r) FROM person_report r WHERE event_id = e.id) reports
   FROM event e WHERE e.id <> $1`, [event.id]));

describe("another event's object does not exist, whatever one tries to do with it", () => {
  it.each(withChild)('%s answers 404 and changes nothing there', async (name) => {
    const [method, path] = HTTP_PATHS[name];
    const address = `/api/v1${path.replace(':eventId', event.id).replace(/:(\w+)/g, (_, key: string) => theirs[key as keyof Ids] ?? randomUUID())}`;
    const body = BODIES[name]?.(theirs, mine);
    const before = await state();
    const answers = await Promise.all([organiser, me].map((caller) => caller.send(name, address, method === 'GET' || !body ? undefined : JSON.stringify(body))));
    const reached = answers.filter(({ problem }) => problem?.code !== 'access.not_joined' && problem?.code !== 'access.not_signed_in');
    expect([name, reached.map(({ status }) => status)]).toEqual([name, [WITHOUT_EFFECT.has(name) ? 200 : 404]]);
    expect(await state()).toBe(before);
  });
});
