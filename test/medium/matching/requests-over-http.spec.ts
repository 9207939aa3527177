import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { messageResult, outsideLog, requestView, streamId, type HttpAnswers, type HttpBody } from '@tsunagu/contracts';
import { acceptRequest, addServiceKey, append, eraseEvent, findEvent, makeOperator, pseudonym, tellServices } from '@tsunagu/storage';
import { join, makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { waitFor } from '../../helpers/wait-for.js';
import { startEngine, type Engine } from './engine.js';

/** what the scripted reader finds in it */
const TEXT = JSON.stringify({ tags: [['skill', '写真']] });
let app: EventApp;
let engine: Engine;
let organiser: Caller;
const keys: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  app = await startTestEventApp({ SERVICES: 'library,city-hall' });
  engine = await startEngine({ settings: app.settings, database: app.database, close: async () => undefined });
  organiser = await app.organiser('aya');
  for (const service of ['library', 'city-hall']) {
    const { secret } = await addServiceKey(app.database.reader, { service, name: 'test', createdBy: 'operator' });
    keys[service] = { authorization: `Bearer ${secret}` };
  }
});
afterAll(async () => { await engine.close(); await app.close(); });

let number = 0;
const submit = (fields: Partial<HttpBody<'submitRequest'>> = {}, service = 'library') =>
  app.visitor().call('submitRequest', {}, { version: 1, id: `r-${++number}`, pattern: 'match.tags', data: { texts: [{ id: 'a', text: TEXT }] }, ...fields }, keys[service]);
const read = (id: string, service = 'library') => app.visitor().call('readRequest', { requestId: id }, undefined, keys[service]);
const ended = (id: string): Promise<HttpAnswers['readRequest']> => waitFor(`the end of ${id}`, async () => {
  const { body } = await read(id);
  return body.status === 'accepted' ? undefined : body;
});

describe('feature 87: match requests and results over HTTP', () => {
  it('a request is accepted with the address of its result, worked on by the door, and stays readable', async () => {
    const { status, headers, body } = await submit({ correlationId: 'mine' });
    expect([status, headers.get('location'), headers.get('retry-after')]).toEqual([202, `/api/v1/service/requests/${body.id}`, '1']);
    expect(requestView.parse(body)).toMatchObject({ status: 'accepted', result: null });
    const done = await ended(body.id);
    expect(messageResult.parse(done.result)).toMatchObject({ id: body.id, correlationId: 'mine', requester: 'library', status: 'done', result: { texts: [{ id: 'a' }] } });
    expect((await read(body.id)).headers.get('retry-after')).toBeNull();
  });

  it('feature 88: sent again, it is the same request with the same result; its id with other content is refused', async () => {
    const { body: { id } } = await submit();
    const first = await ended(id);
    const again = await submit({ id });
    expect([again.status, again.body]).toEqual([202, first]);
    expect((await submit({ id, data: { texts: [{ id: 'b', text: '別の文' }] } })).problem).toMatchObject({ status: 422, code: 'match.id_reused' });
    expect((await ended(id)).result).toEqual(first.result);
  });

  it('sent with an Idempotency-Key, leaves no other copy of its result than its own, which ends with whom it names', async () => {
    const { body: { id } } = await submit();
    await ended(id);
    const path = `/api/v1/service/requests/${id}`;
    const again = await app.visitor().send('withdrawRequest', path, undefined, { ...keys.library, 'idempotency-key': 'service-again' });
    expect([again.status, again.body.status]).toEqual([200, 'done']);
    expect(await app.database.reader.query("SELECT answer FROM answered_request WHERE answer::text LIKE '%' || $1 || '%'", [id])).toEqual([]);
  });

  it('feature 89: people and rules that come with the request give teams; feature 92: the same seed gives the same ones', async () => {
    const people = ['a', 'b', 'c', 'd'].map((id) => ({ id, intro: TEXT }));
    const data = { people, size: { min: 2, max: 2 }, seed: 7, iterations: 500 };
    const results = [];
    for (const _ of [1, 2]) results.push((await ended((await submit({ pattern: 'match.teams', data })).body.id)).result);
    const [one, two] = results.map((result) => (result as { result: { teams: { members: string[] }[] } }).result.teams);
    expect(one).toEqual(two);
    expect(one.flatMap((team) => team.members).sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('what is not of the contract is refused at once, naming the field', async () => {
    for (const [fields, field] of [[{ data: { texts: [] } }, 'data.texts'], [{ id: 'a b' }, 'id'], [{ extra: 1 }, 'extra']] as const) {
      expect((await submit(fields as object)).problem).toMatchObject({ status: 422, code: 'request.invalid', errors: [expect.objectContaining({ field, ja: expect.any(String) })] });
    }
  });

  it('what is wrong as a whole is refused as on the queue, with no page to reload', async () => {
    expect((await submit({ pattern: 'match.everything' } as object)).problem).toMatchObject({ status: 422, code: 'match.unknown_pattern', en: expect.stringContaining('match.everything') });
    expect((await submit({ version: 2, extra: 1 } as object)).problem).toMatchObject({ status: 422, code: 'match.unknown_version' });
    expect((await submit({ version: undefined } as object)).problem).toMatchObject({ code: 'request.invalid', errors: [{ field: 'version', code: 'field.missing' }] });
    for (const body of ['[]', '{', '7']) {
      const answer = await fetch(`${app.origin}/api/v1/service/requests`, { method: 'POST', headers: { ...keys.library, 'content-type': 'application/json' }, body });
      expect(await answer.json()).toMatchObject({ status: 400, code: 'match.malformed', en: expect.stringContaining('JSON object') });
    }
  });

  it('more than 32 kB may come, since a request can bring a thousand people', async () => {
    const people = Array.from({ length: 300 }, (_, index) => ({ id: String(index), intro: JSON.stringify({ tags: [['skill', '写真']], rest: 'あ'.repeat(150) }) }));
    expect((await submit({ pattern: 'match.candidates', data: { people, top: 1 } })).status).toBe(202);
    expect((await app.visitor().call('submitRequest', {}, { version: 1, id: 'x', pattern: 'match.tags', data: { texts: [{ id: 'a', text: 'あ'.repeat(50_000) }] } })).problem).toMatchObject({ status: 413, code: 'request.too_large', en: expect.stringContaining('32 KB') });
  });

  it('an event that does not allow the service is refused in the result', async () => {
    const { id: eventId } = await makeEvent(organiser);
    const { body } = await submit({ pattern: 'match.candidates', data: { eventId } });
    expect(await ended(body.id)).toMatchObject({ status: 'rejected', result: { problem: { code: 'match.not_allowed' } } });
  });

  it('what has been accepted is there until it is answered, however long that takes', async () => {
    const message = { version: 1, id: 'long-ago', data: { texts: [{ id: 'a', text: '写真' }] }, replyTo: 'results.http', priority: 0 } as const;
    await acceptRequest(app.database.reader, { service: 'library', id: 'long-ago', pattern: 'match.tags', message, acceptedAt: new Date(Date.now() - 2 * 86_400_000), keepMs: 86_400_000 });
    expect((await read('long-ago')).status).toBe(200);
    expect(await ended('long-ago')).toMatchObject({ result: { id: 'long-ago', round: 1 } });
  });

  it('withdrawn before it was worked on, or before it came, it gives no result', async () => {
    const { body } = await app.visitor().call('withdrawRequest', { requestId: 'not-come-yet' }, undefined, keys.library);
    expect(body).toMatchObject({ status: 'withdrawn', result: { problem: { code: 'match.withdrawn' } } });
    expect(messageResult.parse(body.result)).toMatchObject({ id: 'not-come-yet' });
    expect(await app.database.reader.query("SELECT reply_to FROM match_request WHERE id = 'not-come-yet'")).toEqual([{ reply_to: 'results.http' }]);
    const { body: { id } } = await submit();
    const done = await ended(id);
    expect((await app.visitor().call('withdrawRequest', { requestId: id }, undefined, keys.library)).body).toEqual(done);
  });

  it('requests are listed in pages, and another service sees none of them', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push((await submit()).body.id);
    const list = async (query: string, service = 'library'): Promise<HttpAnswers['listRequests']> => (await app.visitor().send('listRequests', `/api/v1/service/requests?${query}`, undefined, keys[service])).body;
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    expect([...first.requests, ...second.requests].map(({ id }) => id).slice(0, 3)).toEqual(ids.reverse());
    expect((await app.visitor().send('listRequests', '/api/v1/service/requests?cursor=zz', undefined, keys.library)).problem).toMatchObject({ status: 422, errors: [{ field: 'cursor', ja: expect.stringContaining('next'), en: expect.stringContaining('next') }] });
    expect(await list('', 'city-hall')).toEqual({ requests: [], next: null });
    expect((await read(ids[0], 'city-hall')).status).toBe(404);
    expect((await app.visitor().send('listRequests', '/api/v1/service/requests?colour=red', undefined, keys.library)).problem).toMatchObject({ status: 422, errors: [expect.objectContaining({ field: 'colour' })] });
  });
});

describe("an event's data for other services", () => {
  it('is theirs where the organiser allows them: pseudonyms, tags and teams, no name, no word of an introduction', async () => {
    const event = await makeEvent(organiser);
    const person = await join(app, event.joinCode, { nickname: '秘密さん', affiliation: '秘密社', introduction: JSON.stringify({ tags: [['skill', '木工']], rest: '秘密の自己紹介。写真を撮ります。' }) });
    await organiser.call('changeEvent', { eventId: event.id }, { services: ['library'], version: event.version });
    await person.call('addTag', { eventId: event.id }, { label: '溶接', kind: 'skill' });
    await app.database.reader.query("UPDATE statement SET en = 'welding' WHERE label = '溶接'");
    const get = (path: string, service = 'library') => fetch(`${app.origin}/api/v1/service/events${path}`, { headers: keys[service] });
    const events = await (await get('')).json() as HttpAnswers['listOpenEvents'];
    expect(events.events).toEqual([expect.objectContaining({ id: event.id, title: event.title })]);
    const { people } = await (await get(`/${event.id}/people`)).json() as HttpAnswers['readTagsOf'];
    expect(people).toEqual([{ participant: expect.stringMatching(/^[0-9a-f]{24}$/), here: false, tags: expect.arrayContaining([{ label: '溶接', kind: 'skill', concept: '溶接' }]) }]);
    expect(await (await get(`/${event.id}/teams`)).json()).toEqual({ teams: [] });
    const told = await Promise.all(['', `/${event.id}/people`, `/${event.id}/log`].map(async (path) => (await get(path)).text()));
    expect(told.filter((text) => /秘密|写真を撮ります/.test(text) || text.includes(person.id))).toEqual([]);
    for (const path of ['/people', '/teams', '/log']) expect((await get(`/${event.id}${path}`, 'city-hall')).status).toBe(404);
    expect(await (await get('', 'city-hall')).json()).toEqual({ events: [], next: null });
  });

  it('people are read in pages, each with its own tags, in the order of their pseudonyms', async () => {
    const event = await makeEvent(organiser);
    await organiser.call('changeEvent', { eventId: event.id }, { services: ['library'], version: event.version });
    for (const label of ['溶接', '木工', '裁縫']) await (await join(app, event.joinCode, { introduction: undefined })).call('addTag', { eventId: event.id }, { label, kind: 'skill' });
    const page = async (query: string): Promise<HttpAnswers['readTagsOf']> => (await app.visitor().send('readTagsOf', `/api/v1/service/events/${event.id}/people?${query}`, undefined, keys.library)).body;
    const [all, first] = [await page(''), await page('limit=2')];
    expect(all.people.map(({ participant }) => participant)).toEqual(all.people.map(({ participant }) => participant).sort());
    expect(all.people.map(({ tags }) => tags.map(({ label }) => label)).sort()).toEqual([['木工'], ['溶接'], ['裁縫']].sort());
    expect([...first.people, ...(await page(`limit=2&cursor=${first.next}`)).people]).toEqual(all.people);
    expect([all.next, first.next, (await page(`cursor=${all.people[2].participant}`))]).toEqual([null, first.people[1].participant, { people: [], next: null }]);
  });

  it('its changes can be read from a number on, as often as one likes', async () => {
    const event = await makeEvent(organiser);
    await organiser.call('changeEvent', { eventId: event.id }, { services: ['library'], version: event.version });
    const row = (await findEvent(app.database.reader, event.id))!;
    for (const participant of ['p1', 'p2', 'p3']) await app.database.transaction((tx) => append(tx, event.id, tellServices(row, 'participant.erased', [], () => ({ participant }))));
    await app.database.reader.query("UPDATE log SET type = 'erased', payload = '{}' WHERE stream = $1 AND seq = 2", [streamId('outside', event.id)]);
    const log = async (query: string): Promise<HttpAnswers['readEventsOf']> => (await (await fetch(`${app.origin}/api/v1/service/events/${event.id}/log?${query}`, { headers: keys.library })).json()) as HttpAnswers['readEventsOf'];
    const first = await log('since=0&limit=2');
    expect(outsideLog.parse(first)).toMatchObject({ events: [{ seq: 1, type: 'participant.erased', data: { participant: 'p1' } }], last: 2, more: true });
    expect(await log('since=2')).toMatchObject({ events: [{ seq: 3 }], last: 3, more: false });
    expect(await log('since=3')).toEqual({ events: [], last: 3, more: false });
    expect(await log('since=0&limit=2')).toEqual(first);
  });

  it('its erasures can still be read once the event is erased, and nothing else of it', async () => {
    const event = await makeEvent(organiser);
    const { id } = await join(app, event.joinCode, { nickname: '花子' });
    await organiser.call('changeEvent', { eventId: event.id }, { services: ['library'], version: event.version });
    const row = (await findEvent(app.database.reader, event.id))!;
    await app.database.transaction((tx) => append(tx, event.id, tellServices(row, 'team.dissolved', [], () => ({ team: id }))));
    await eraseEvent(app.database, event.id, 'operator');
    const get = (path: string, service = 'library') => fetch(`${app.origin}/api/v1/service/events/${event.id}${path}`, { headers: keys[service] });
    const told = outsideLog.parse(await (await get('/log?since=0')).json());
    expect(told).toMatchObject({ events: [{ type: 'participant.erased', data: { participant: pseudonym(row.pseudonymKey, id) } }], more: false });
    expect(await Promise.all([get('/log', 'city-hall'), get('/people'), get('/teams')].map(async (answer) => (await answer).status))).toEqual([404, 404, 404]);
    await app.database.reader.query('DELETE FROM log WHERE event_id = $1', [event.id]);
    expect(await (await get('/log?since=0')).json()).toEqual({ events: [], last: 0, more: false });
  });
});

describe('API keys', () => {
  it('are made and revoked by the operator, shown once, kept as a hash, and noted in the record', async () => {
    const operator = await app.organiser('owner');
    await makeOperator(app.database.reader, (await operator.call('readOrganiser', {})).body.id);
    const { status, body: { key, secret } } = await operator.call('makeServiceKey', {}, { service: 'city-hall', name: '本番' }, { 'idempotency-key': 'one-key' });
    expect([status, secret]).toEqual([201, expect.stringMatching(/^tsk_[\w-]{43}$/)]);
    const dump = JSON.stringify(await app.database.reader.query('SELECT (SELECT json_agg(k) FROM service_key k) AS keys, (SELECT json_agg(a) FROM answered_request a) AS answers, (SELECT json_agg(u) FROM audit u) AS audit'));
    expect(dump).not.toContain(secret);
    expect(dump).toContain('service_key.made');
    const listed = (await operator.call('listServiceKeys', {})).body;
    expect(listed).toMatchObject({ services: ['library', 'city-hall'], keys: expect.arrayContaining([expect.objectContaining({ id: key.id, hint: secret.slice(0, 10), revokedAt: null })]) });
    const use = async (): Promise<number> => (await app.visitor().call('listRequests', {}, undefined, { authorization: `Bearer ${secret}` })).status;
    expect(await use()).toBe(200);
    expect((await operator.call('listServiceKeys', {})).body.keys.find(({ id }) => id === key.id)!.usedAt).toBeTruthy();
    expect((await operator.call('revokeServiceKey', { keyId: key.id })).status).toBe(200);
    expect(await use()).toBe(401);
    expect((await operator.call('revokeServiceKey', { keyId: key.id })).status).toBe(404);
    expect((await operator.call('makeServiceKey', {}, { service: 'nobody', name: 'x' })).problem.errors).toEqual([expect.objectContaining({ field: 'service', code: 'service.unknown' })]);
  });

  it('an organiser who is not the operator makes none and sees nothing of how the installation runs', async () => {
    for (const name of ['readOperations', 'listServiceKeys', 'listDeadLetters'] as const) expect((await organiser.call(name, {})).problem.code).toBe('access.not_allowed');
    expect((await organiser.call('makeServiceKey', {}, { service: 'library', name: 'x' })).status).toBe(403);
  });

  it('open nothing but the routes of their service', async () => {
    expect((await app.visitor().call('listEvents', {}, undefined, keys.library)).status).toBe(401);
    for (const authorization of ['Bearer ', 'Bearer tsk_wrong-wrong-wrong-wrong-wrong', 'Basic dXNlcjpwYXNz', keys.library.authorization.slice(0, -1)]) {
      expect((await app.visitor().call('listRequests', {}, undefined, { authorization })).problem).toMatchObject({ status: 401, code: 'access.wrong_key' });
    }
  });
});
