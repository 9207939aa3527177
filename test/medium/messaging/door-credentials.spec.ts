import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { doorScripts, DoorRoleRefused, issueCredentials, openQueue, openWorker, revokeCredentials, type QueueStore, type ServiceDoor } from '@tsunagu/messaging';
import { waitFor } from '../../helpers/wait-for.js';
import { serveDoor, type Served } from './door-app.js';
import { freshName } from '../../helpers/stores.js';
import { openRoom, type Room } from './rooms.js';

const script = { tags: () => ({ texts: [] }) };
const request = { version: 1, id: 'q1', data: { texts: [{ id: 'a', text: '写真' }] } };
/** The door as its service sees it: by its own address. */
const seenBy = (store: QueueStore, url: string): QueueStore => ({ ...store, url });

describe('credentials of a door', () => {
  let room: Room;
  let served: Served | undefined;
  const ends: (() => Promise<unknown> | void)[] = [];
  afterEach(async () => { for (const end of ends.splice(0).reverse()) await end(); await served?.close(); served = undefined; });

  const askThrough = async (store: QueueStore): Promise<unknown[]> => {
    const got: unknown[] = [];
    const queue = openQueue<object>(store, 'requests', {}, () => undefined);
    const reader = openWorker(store, 'results', async (job) => { got.push(job.data); });
    ends.push(() => reader.close(), () => queue.close());
    await queue.add('match.tags', request);
    await waitFor('the result', () => got.length === 1);
    return got;
  };

  describe('on Redis: an ACL user for the key prefix', () => {
    let mine: ServiceDoor;
    let others: ServiceDoor;
    let url: string;
    beforeAll(async () => { room = await openRoom('Redis'); [mine, others] = room.doors; ({ url } = await issueCredentials(mine)); });
    afterAll(async () => { await revokeCredentials(mine); await room.close(); });

    const asService = (): Redis => {
      const redis = new Redis(url, { maxRetriesPerRequest: 1, enableReadyCheck: false });
      redis.on('error', () => undefined);
      ends.push(() => { redis.disconnect(); });
      return redis;
    };

    it('the service asks and is answered with a BullMQ client and nothing else', async () => {
      served = await serveDoor(mine, room.database, { script });
      expect(await askThrough(seenBy(mine.store, url))).toEqual([expect.objectContaining({ id: 'q1', status: 'done' })]);
    });

    it('the service asks and is answered by the scripts, with a plain Redis client', async () => {
      served = await serveDoor(mine, room.database, { script });
      const redis = asService();
      const scripts = await redis.hgetall(`${(mine.store as Extract<QueueStore, { kind: 'redis' }>).prefix}:scripts`);
      const call = (name: string, ...args: (string | number)[]): Promise<any> => redis.eval(scripts[name], 0, ...args);
      const next = (...args: (string | number)[]): Promise<[job: string, text: string]> => waitFor('a result', () => call('tsunagu_next_result', ...args));
      await expect(call('tsunagu_request', 'match.tags', '{"data":{}}')).rejects.toThrow('needs an id');
      expect(await call('tsunagu_request', 'match.tags', JSON.stringify({ id: 's1', priority: 3, data: request.data }))).toBe('s1');
      await call('tsunagu_request', 'match.tags', JSON.stringify({ version: 1, id: 's2', data: { texts: [] } }));
      const [[job, first], [, second]] = [await next('results', 0.4), await next()];
      expect([first, second].map((text) => JSON.parse(text)).sort((a, b) => (a.id < b.id ? -1 : 1))).toMatchObject([{ id: 's1', status: 'done' }, { id: 's2', status: 'rejected', problem: { code: 'request.invalid' } }]);
      expect(await next()).toEqual([job, first]); // was not done in time
      expect([await call('tsunagu_done', 'results', job), await call('tsunagu_done', 'results', job), await call('tsunagu_next_result')]).toEqual([1, 0, null]);
      const withdrawal = await call('tsunagu_withdraw', 'never-sent');
      const told = [JSON.parse((await next())[1]), JSON.parse((await next())[1])];
      expect(told.map(({ id, status }) => [id, status]).sort()).toEqual([['never-sent', 'withdrawn'], [withdrawal, 'done']].sort());
    });

    it('by script, events come one at a time and in order', async () => {
      const redis = asService();
      const scripts = await redis.hgetall(`${(mine.store as Extract<QueueStore, { kind: 'redis' }>).prefix}:scripts`);
      const events = openQueue<object>(mine.store, 'events', {}, () => undefined);
      ends.push(() => events.close());
      for (const seq of [1, 2]) await events.add('team.published', { seq });
      const next = (): Promise<[string, string] | null> => redis.eval(scripts.tsunagu_next_event, 0) as Promise<[string, string] | null>;
      const first = await next();
      expect([JSON.parse(first![1]), await next()]).toEqual([{ seq: 1 }, null]);
      await redis.eval(scripts.tsunagu_done, 0, 'events', first![0]);
      expect(JSON.parse((await next())![1])).toEqual({ seq: 2 });
      await expect(redis.eval(doorScripts((others.store as Extract<QueueStore, { kind: 'redis' }>).prefix).tsunagu_next_event, 0)).rejects.toThrow(/NOPERM|ACL|can't access/i);
    });

    it("it can neither read nor write another's queue or the product's own, nor list keys", async () => {
      const redis = asService();
      const { prefix } = others.store as Extract<QueueStore, { kind: 'redis' }>;
      for (const key of [`${prefix}:requests:wait`, `${room.options.namespace}:profiles:wait`]) {
        await expect(redis.lrange(key, 0, -1)).rejects.toThrow(/NOPERM/);
        await expect(redis.lpush(key, 'x')).rejects.toThrow(/NOPERM/);
        await expect(redis.eval("return redis.call('lrange', KEYS[1], 0, -1)", 1, key)).rejects.toThrow(/NOPERM|ACL|can't access/i);
        await expect(redis.eval(`return redis.call('lrange', '${key}', 0, -1)`, 0)).rejects.toThrow(/NOPERM|ACL|can't access/i);
      }
      for (const command of [['KEYS', '*'], ['SCAN', '0'], ['RANDOMKEY'], ['FLUSHALL'], ['CONFIG', 'GET', '*'], ['ACL', 'LIST'], ['MONITOR'], ['CLIENT', 'LIST']]) {
        await expect(redis.call(command[0], ...command.slice(1))).rejects.toThrow(/NOPERM/);
      }
    });

    it('new credentials end the old ones, and revoked ones do not enter', async () => {
      const old = url;
      ({ url } = await issueCredentials(mine));
      const redis = new Redis(old, { maxRetriesPerRequest: 0, retryStrategy: () => null, lazyConnect: true });
      redis.on('error', () => undefined);
      await redis.connect().catch(() => undefined);
      await expect(redis.get('x')).rejects.toThrow();
      redis.disconnect();
      await revokeCredentials(mine);
      await expect(asService().get('x')).rejects.toThrow(/WRONGPASS|NOPERM|NOAUTH|closed/);
    });
  });

  describe('on PostgreSQL: a role for the schema', () => {
    let mine: ServiceDoor;
    let others: ServiceDoor;
    let url: string;
    beforeAll(async () => { room = await openRoom('PostgreSQL'); [mine, others] = room.doors; ({ url } = await issueCredentials(mine)); });
    afterAll(async () => { await room.close(); });

    const asService = async (): Promise<pg.Client> => {
      const client = new pg.Client(url);
      await client.connect();
      ends.push(() => client.end());
      return client;
    };

    it('the address is written as every client of PostgreSQL takes it', async () => {
      const store = { ...mine.store, url: mine.store.url.replace(/^postgresql:/, 'postgres:') } as typeof mine.store;
      ({ url } = await issueCredentials({ ...mine, store }));
      expect(url).toMatch(/^postgresql:\/\//);
    });

    it('the service asks and is answered with a BullMQ client', async () => {
      served = await serveDoor(mine, room.database, { script });
      expect(await askThrough(seenBy(mine.store, url))).toEqual([expect.objectContaining({ id: 'q1', status: 'done' })]);
    });

    it('the service asks and is answered by the SQL functions, inside its own transactions', async () => {
      served = await serveDoor(mine, room.database, { script });
      const client = await asService();
      await client.query('BEGIN');
      await client.query('SELECT tsunagu_request($1, $2)', ['match.tags', { id: 'rolled-back', data: request.data }]);
      await client.query('ROLLBACK');
      const { rows: [{ id }] } = await client.query('SELECT tsunagu_request($1, $2) AS id', ['match.tags', { data: request.data }]);
      await client.query('BEGIN');
      const first = await client.query('SELECT tsunagu_next_result(20) AS result');
      await client.query('ROLLBACK');
      const again = await client.query('SELECT tsunagu_next_result(5) AS result');
      expect(again.rows[0].result).toMatchObject({ id, status: 'done', requester: 'library' });
      expect(first.rows[0].result).toEqual(again.rows[0].result);
      expect((await client.query('SELECT tsunagu_next_result() AS result')).rows[0].result).toBeNull();
      const { rows: [{ withdrawal }] } = await client.query("SELECT tsunagu_withdraw('never-sent') AS withdrawal");
      const told = [(await client.query('SELECT tsunagu_next_result(20) AS result')).rows[0].result, (await client.query('SELECT tsunagu_next_result(20) AS result')).rows[0].result];
      expect(told.map((result) => [result.id, result.status]).sort()).toEqual([['never-sent', 'withdrawn'], [withdrawal, 'done']].sort());
    });

    it('a service that dies while it waits takes no result with it', async () => {
      const client = await asService();
      const { rows: [{ pid }] } = await client.query('SELECT pg_backend_pid() AS pid');
      client.on('error', () => undefined);
      client.query('SELECT tsunagu_next_result(30)').catch(() => undefined);
      const isThere = async (): Promise<boolean> => (await room.database.reader.query('SELECT 1 FROM pg_stat_activity WHERE pid = $1', [pid])).length > 0;
      await waitFor('the call', async () => (await room.database.reader.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND state = 'active'", [pid])).length > 0);
      (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
      await waitFor('the end of its session', async () => !await isThere());
      const next = await asService();
      await next.query("SELECT tsunagu_add('results', 'kept', $1)", [{ id: 'kept' }]);
      expect((await next.query('SELECT tsunagu_next_result() AS result')).rows[0].result).toMatchObject({ id: 'kept' });
    });

    it('where the database user may make no other, that is said', async () => {
      const user = freshName();
      await room.database.reader.query(`CREATE ROLE ${user} LOGIN PASSWORD 'x'`);
      ends.push(() => room.database.reader.query(`DROP ROLE ${user}`));
      const limited = new URL(mine.store.url);
      [limited.username, limited.password] = [user, 'x'];
      await expect(issueCredentials({ ...mine, store: { ...mine.store, url: limited.href } })).rejects.toThrow(DoorRoleRefused);
    });

    it('the service takes one message at a time, whatever plan the server chooses', async () => {
      const client = await asService();
      for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize']) await client.query(`SET enable_${way} = off`); // leaves a loop that asks again for every row
      for (const id of ['a', 'b', 'c', 'd']) await client.query("SELECT tsunagu_add('results', 'kept', $1)", [{ id }]);
      const taken: (string | undefined)[] = [];
      for (let nth = 0; nth < 5; nth += 1) taken.push((await client.query('SELECT tsunagu_next_result() AS result')).rows[0].result?.id);
      expect(taken).toEqual(['a', 'b', 'c', 'd', undefined]);
    });

    it("it can neither read nor write another's schema or the product's own tables", async () => {
      const client = await asService();
      const schema = (others.store as Extract<QueueStore, { kind: 'postgres' }>).schema;
      for (const table of [`${schema}.job`, `${room.options.namespace}.job`, 'public.participant', 'public.introduction', 'public.match_request', 'public.log']) {
        await expect(client.query(`SELECT * FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
        await expect(client.query(`DELETE FROM ${table}`)).rejects.toMatchObject({ code: '42501' });
      }
      await expect(client.query('CREATE TABLE job2 (a int)')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query("UPDATE migration SET version = 99")).rejects.toMatchObject({ code: '42501' });
    });

    it('new credentials end the old ones, and revoked ones do not enter', async () => {
      const old = url;
      ({ url } = await issueCredentials(mine));
      await expect(new pg.Client(old).connect()).rejects.toMatchObject({ code: '28P01' });
      await revokeCredentials(mine);
      await expect(new pg.Client(url).connect()).rejects.toMatchObject({ code: expect.stringMatching(/^28/) });
    });
  });
});
