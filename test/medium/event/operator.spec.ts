import { operationsView } from '@tsunagu/contracts';
import { DoorQueues, Queues } from '@tsunagu/messaging';
import { addDeadLetter, makeOperator } from '@tsunagu/storage';
import { randomUUID } from 'node:crypto';
import { Problem } from '@tsunagu/contracts';
import { makeEvent, startTestEventApp, type Caller, type EventApp } from '../../helpers/event-app.js';
import { sharedStore } from '../../helpers/stores.js';

const SECRET = '秘密の自己紹介です';

describe.each(['PostgreSQL', 'Redis'])('the operator, with queues on %s', (backend) => {
  let app: EventApp;
  let operator: Caller;
  let organiser: Caller;
  beforeAll(async () => {
    app = await startTestEventApp({ SERVICES: 'library', ...(backend === 'Redis' ? { REDIS_URL: sharedStore('TEST_REDIS_URL') } : {}) });
    operator = await app.organiser('owner');
    organiser = await app.organiser('aya');
    await makeOperator(app.database.reader, (await operator.call('readOrganiser', {})).body.id);
    const requests = app.app.get(DoorQueues, { strict: false }).all().find(({ name }) => name === 'requests')!.queue;
    await requests.add('match.tags', { version: 1, id: 'r1', data: { texts: [{ id: 'a', text: SECRET }] } }, { jobId: 'r1' });
    await app.app.get(Queues).add({ name: 'rank-candidates', data: { eventId: randomUUID(), participantId: randomUUID() } }, { stream: 'participant:x', seq: 1 });
    await addDeadLetter(app.database.reader, { service: 'library', queue: 'requests', jobId: 'j1', requestId: 'r0', pattern: 'match.tags', problem: new Problem('match.not_allowed').body, message: { text: SECRET } });
  });
  afterAll(() => app.close());

  const open = (path: string, caller?: Caller, accept = 'text/html'): Promise<Response> => fetch(`${app.origin}/operator/queues${path}`, { headers: { accept, cookie: caller?.cookieHeader ?? '' }, redirect: 'manual' });

  it('sees queues, requests of other services and what could not be taken, in numbers and without what it said', async () => {
    const { status, body } = await operator.call('readOperations', {});
    expect(status).toBe(200);
    expect(operationsView.parse(body)).toMatchObject({
      queues: expect.arrayContaining([expect.objectContaining({ queue: 'candidates', waiting: 1 })]),
      services: [{ service: 'library', open: 1, oldestSeconds: expect.any(Number), undelivered: 0, letters: 1 }],
      webhooks: { running: 0, failing: 0 },
    });
    const letters = (await operator.call('listDeadLetters', {})).body;
    expect(letters.letters).toEqual([expect.objectContaining({ service: 'library', pattern: 'match.tags', code: 'match.not_allowed', ja: expect.any(String) })]);
    expect(JSON.stringify([body, letters])).not.toContain(SECRET);
  });

  it('feature 104: has the same in /metrics: queue age, lag, dead letters, webhook failures', async () => {
    const event = await makeEvent(organiser);
    await app.database.reader.query("INSERT INTO match_request (service, id, pattern, body_hash, reply_to, status, accepted_at, finished_at, expires_at, result) VALUES ('library', 'done', 'match.tags', '', 'results', 'done', now() - interval '4 seconds', now(), now() + interval '1 day', '{}')");
    await app.database.reader.query("INSERT INTO webhook (event_id, url, secret, types, failures) VALUES ($1, 'https://x.example', '', '{team.changed}', 2)", [event.id]);
    const text = await (await fetch(`${app.origin}/metrics`)).text();
    for (const line of ['tsunagu_service_open_requests{service="library"} 1', 'tsunagu_service_dead_letters{service="library"} 1', 'tsunagu_webhooks{state="failing"} 1', 'tsunagu_service_undelivered_results{service="library"} 1']) expect(text).toContain(line);
    expect(Number(/tsunagu_service_lag_seconds\{service="library",quantile="0.95"\} (\S+)/.exec(text)![1])).toBeCloseTo(4, 0);
    expect(text).toMatch(/tsunagu_service_oldest_request_seconds\{service="library"\} \d/);
  });

  it('looks into the queues with Bull Board, where what jobs carry is hidden and nothing can be done to them', async () => {
    const page = await open('/', operator);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    const list = await open('/api/queues?activeQueue=library%3A%20requests&status=waiting&page=1&jobsPerPage=10', operator, 'application/json');
    const text = await list.text();
    expect(list.status).toBe(200);
    expect(text).toContain('"r1"');
    expect(text).not.toContain(SECRET);
    const change = await fetch(`${app.origin}/operator/queues/api/queues/library%3A%20requests/empty`, { method: 'PUT', headers: { cookie: operator.cookieHeader } });
    expect(change.status).toBe(405);
  });

  it('is the only one: an organiser is refused there, and whoever is not signed in is sent to the sign-in', async () => {
    expect([(await open('/', organiser)).status, (await open('/api/queues', undefined, 'application/json')).status]).toEqual([403, 401]);
    const away = await open('/');
    expect([away.status, away.headers.get('location')]).toEqual([302, '/console/operator']);
  });
});
