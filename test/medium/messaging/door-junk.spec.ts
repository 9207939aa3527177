import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { listDeadLetters } from '@tsunagu/storage';
import { waitFor } from '../../helpers/wait-for.js';
import { Requester, serveDoor, type Script, type Served } from './door-app.js';
import { BACKENDS, openRoom, type Room } from './rooms.js';

const NESTED = `${'['.repeat(5_900)}${']'.repeat(5_900)}`;

describe.each(BACKENDS)('what no client of ours would send to a door on %s', (backend) => {
  let room: Room;
  let requester: Requester;
  let served: Served;
  const script: Script = { tags: (request) => ({ texts: request.texts.map(({ id }) => ({ id, tags: [] })) }) };
  beforeAll(async () => { room = await openRoom(backend); });
  beforeEach(async () => {
    served = await serveDoor(room.doors[0], room.database, { script });
    requester = new Requester(room.doors[0]).listen();
  });
  afterEach(async () => {
    await requester.close();
    await served.close();
    await room.database.reader.query('DELETE FROM match_request; DELETE FROM dead_letter');
  });
  afterAll(() => room.close());

  /** Adds a job as another language does that checks nothing. */
  const addRaw = async (data: string, fields: { id?: string; name?: string; timestamp?: string } = {}): Promise<void> => {
    const { store } = room.doors[0];
    if (store.kind === 'postgres') return void await room.database.reader.query(`SELECT ${store.schema}.tsunagu_request($1, $2)`, [fields.name ?? 'match.tags', data]);
    const redis = new Redis(store.url);
    const queue = `${store.prefix}:requests:`;
    const id = fields.id ?? String(await redis.incr(`${queue}id`));
    await redis.hset(queue + id, { name: 'match.tags', data, opts: '{}', timestamp: String(Date.now()), delay: '0', priority: '0', ...fields });
    await redis.lpush(`${queue}wait`, id);
    await redis.zadd(`${queue}marker`, 0, '0');
    redis.disconnect();
  };
  const answers = () => requester.got.map((result) => [result.id, result.round, result.status, 'problem' in result ? result.problem.code : '']);

  it('is refused where it is nested without end, and laid aside without what it said', async () => {
    await addRaw(`{"version":1,"id":"deep","correlationId":"order 7","data":${NESTED}}`);
    await waitFor('the refusal', () => requester.got.length === 1);
    // BullMQ itself cannot take this off PostgreSQL, so that its id stays unknown.
    expect(requester.got[0]).toMatchObject(backend === 'PostgreSQL' ? { id: expect.stringMatching(/^job-/), status: 'rejected', problem: { code: 'match.malformed' } }
      : { id: 'deep', correlationId: 'order 7', status: 'rejected', problem: { code: 'request.invalid', errors: [{ field: 'data', en: expect.stringContaining('100') }] } });
    expect(await listDeadLetters(room.database.reader)).toMatchObject([{ requestId: requester.got[0].id, message: { data: null } }]);
    await waitFor('nothing is left', async () => (await requester.waiting()) === 0);
  });

  it('is refused where it names twenty thousand fields, in a few words', async () => {
    await requester.ask('many', { data: Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`k${at}`, 0])) });
    await waitFor('the refusal', () => requester.got.length === 1);
    expect(requester.got[0]).toMatchObject({ id: 'many', status: 'rejected', problem: { code: 'request.invalid' } });
    expect(JSON.stringify(requester.got[0]).length).toBeLessThan(50_000);
  });

  it('is refused where it is larger than what may come over HTTP', async () => {
    await requester.ask('large', { data: { texts: [{ id: 'a', text: 'x'.repeat(9 * 1024 * 1024) }] } });
    await waitFor('the refusal', () => requester.got.length === 1);
    expect(requester.got[0]).toMatchObject({ id: 'large', status: 'rejected', problem: { code: 'request.too_large' } });
  });

  it('is answered where its name, its own number or its time cannot be kept', async () => {
    // PostgreSQL's own queue does not even take these.
    if (backend === 'PostgreSQL') return;
    const request = (id: string, text = '写真'): string => JSON.stringify({ version: 1, id, data: { texts: [{ id: 'a', text }] } });
    await addRaw(request('q1'), { name: 'match.tags\0' });
    await addRaw(request('q2'), { timestamp: 'yesterday' });
    await waitFor('both are answered', () => requester.got.length === 2);
    await addRaw(request('q2', '料理'), { id: 'x:y' });
    await waitFor('the refusal', () => requester.got.length === 3);
    expect(answers().sort()).toEqual([['q1', 1, 'rejected', 'match.unknown_pattern'], ['q2', 0, 'rejected', 'match.id_reused'], ['q2', 1, 'done', '']]);
    await waitFor('nothing is left', async () => (await requester.waiting()) === 0);
  });

  it('is refused where it cannot be kept for a reason that nobody has thought of, after five attempts', async () => {
    await room.database.reader.query("ALTER TABLE match_request ADD CONSTRAINT unforeseen CHECK (status <> 'done')");
    await requester.ask('q1');
    await waitFor('the refusal', () => requester.got.length === 1, 20).finally(() => room.database.reader.query('ALTER TABLE match_request DROP CONSTRAINT unforeseen'));
    expect(answers()).toEqual([['q1', 1, 'rejected', 'request.failed']]);
    await waitFor('nothing is left', async () => (await requester.waiting()) === 0);
  });
});
