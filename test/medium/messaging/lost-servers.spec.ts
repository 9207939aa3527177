import type { EventEmitter } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { JobsFromLog, migrateQueues, queueStore, Queues, Workers, type MessagingOptions } from '@tsunagu/messaging';
import { migrate, openDatabase, takeJob, type Change, type Database, type DueJob } from '@tsunagu/storage';
import { makeDatabase, startPostgres, startRedis } from '../../helpers/stores.js';
import { waitFor } from '../../helpers/wait-for.js';
import { CONCURRENCY, handlersWith } from './handlers.js';
import { orderJob } from './rooms.js';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => { for (const end of ends.splice(0).reverse()) await end().catch(() => undefined); });

/** A process at work: its sweep runs, and each job is marked in its transaction. */
async function atWork(options: MessagingOptions): Promise<{ database: Database; jobs: JobsFromLog; done: string[] }> {
  await migrate(options.databaseUrl);
  await migrateQueues(options);
  const database = await openDatabase(options.databaseUrl, 6);
  const queues = new Queues(queueStore(options));
  const jobs = new JobsFromLog(queues, database);
  const done: string[] = [];
  const mark = async (change: Change): Promise<void> => {
    if (await database.transaction((tx) => takeJob(tx, change))) done.push(change.stream);
  };
  const workers = new Workers(queueStore(options), database, handlersWith(({ change }) => mark(change)), CONCURRENCY);
  await workers.ready();
  jobs.start();
  ends.push(() => database.source.destroy(), () => queues.close(), () => workers.close(), () => jobs.stop());
  return { database, jobs, done };
}

const orderSome = (database: Database, count: number): Promise<DueJob[]> => Promise.all(Array.from({ length: count }, () => orderJob(database)));

/** A line to a server whose present connections can fall silent for good, unclosed; new ones work. */
async function openLine(port: number): Promise<{ port: number; silence(): void; close(): Promise<unknown> }> {
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]]) {
      open.add(from);
      from.on('error', () => undefined).on('close', () => { open.delete(from); to.destroy(); });
      from.pipe(to);
    }
  });
  await new Promise<void>((done) => { server.listen(0, '127.0.0.1', done); });
  return {
    port: (server.address() as AddressInfo).port,
    silence: () => open.forEach((socket) => { socket.unpipe(); socket.pause(); }),
    close: () => { open.forEach((socket) => socket.destroy()); return new Promise((done) => { server.close(done); }); },
  };
}

describe('servers that are lost', () => {
  it('Redis dies and comes back empty: what was ordered meanwhile and before is done within ten seconds, once', async () => {
    const [redis, { url, drop, name }] = [await startRedis(), await makeDatabase()];
    ends.push(() => drop(), () => redis.close());
    const { database, jobs, done } = await atWork({ databaseUrl: url, redisUrl: redis.url, namespace: name, services: '' });
    const before = await orderSome(database, 20);
    await jobs.addNow(before);
    await redis.stop('SIGKILL');
    const meanwhile = await orderSome(database, 20);
    await jobs.addNow(meanwhile);
    await redis.start({ empty: true });
    await waitFor('all forty are done', () => done.length >= 40, 15);
    expect([...done].sort()).toEqual([...before, ...meanwhile].map((due) => due.stream).sort());
  });

  it('one line tells that Redis is lost, and one that it is back; what is closed meanwhile is still heard, so that nothing prints its stack', async () => {
    const lines: string[] = [];
    const hear = (line: string): void => { lines.push(line); };
    Logger.overrideLogger({ log: hear, warn: hear, error: hear });
    const [redis, { url, drop, name }] = [await startRedis(), await makeDatabase()];
    ends.push(() => drop(), () => redis.close(), async () => Logger.overrideLogger(false));
    const options = { databaseUrl: url, redisUrl: redis.url, namespace: name, services: 'library' };
    const { jobs, database } = await atWork(options);
    const [passing, { host }] = [new Queues(queueStore(options)), new URL(redis.url)];
    await passing.ping();
    const clients = await Promise.all(passing.all().map((queue) => queue.getBackend().client as Promise<unknown> as Promise<EventEmitter>));
    await redis.stop('SIGKILL');
    await jobs.addNow(await orderSome(database, 1));
    await waitFor('the loss is told', () => lines.length > 0);
    await passing.close();
    await jobs.sweep().catch(() => undefined);
    await redis.start({ empty: true });
    await waitFor('the return is told', () => lines.length > 1);
    expect(lines).toEqual([expect.stringMatching(new RegExp(`^${host} is lost: Error ECONN.+ What needs it waits and goes on by itself\\.$`)), `${host} is back.`]);
    expect(clients.map((client) => client.listenerCount('error'))).toEqual([1, 1, 1]);
  });

  it('PostgreSQL dies with queues and log in it: the same process goes on when it is back', async () => {
    const postgres = await startPostgres();
    ends.push(() => postgres.close());
    const { database, jobs, done } = await atWork({ databaseUrl: postgres.url, namespace: 'lost', services: '' });
    const before = await orderSome(database, 20);
    await jobs.addNow(before);
    await postgres.stop('SIGKILL');
    await postgres.start();
    await waitFor('it answers', async () => { await database.ping(); return true; });
    const after = await orderSome(database, 5);
    await jobs.addNow(after);
    await waitFor('all are done', () => done.length >= 25, 30);
    expect([...done].sort()).toEqual([...before, ...after].map((due) => due.stream).sort());
  });

  it('a Redis that falls silent without closing its sockets is noticed', async () => {
    const [redis, { url, drop, name }] = [await startRedis(), await makeDatabase()];
    const line = await openLine(Number(new URL(redis.url).port));
    ends.push(() => drop(), () => redis.close(), () => line.close());
    const through = new URL(redis.url);
    through.port = String(line.port);
    const { database, jobs, done } = await atWork({ databaseUrl: url, redisUrl: through.href, namespace: name, services: '' });
    line.silence();
    const due = await orderSome(database, 3);
    await jobs.addNow(due);
    expect(done).toEqual([]);
    await waitFor('all are done', () => done.length >= 3, 40);
    expect([...done].sort()).toEqual(due.map((one) => one.stream).sort());
  });
});
