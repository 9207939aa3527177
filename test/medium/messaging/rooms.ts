import { randomBytes, randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { Redis } from 'ioredis';
import pg from 'pg';
import { streamId, type JobOrder } from '@tsunagu/contracts';
import { migrateQueues, queueStore, serviceDoors, type MessagingOptions, type QueueStore, type ServiceDoor } from '@tsunagu/messaging';
import { append, entry, migrate, openDatabase, type Database, type DueJob } from '@tsunagu/storage';

Logger.overrideLogger(false);

export const BACKENDS = ['PostgreSQL', 'Redis'] as const;
export type Backend = (typeof BACKENDS)[number];
export const SERVICES = ['library', 'city-hall'];

/** A database and a queue namespace of their own, on the servers that the test run has started. */
export interface Room {
  database: Database;
  options: MessagingOptions;
  store: QueueStore;
  doors: ServiceDoor[];
  /** Throws away every job, as a queue server does that loses its data. */
  emptyQueues(): Promise<void>;
  close(): Promise<void>;
}

const serverUrl = (name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string => {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: run these tests by npm test`);
  return url;
};

export async function openRoom(backend: Backend): Promise<Room> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: serverUrl('TEST_DATABASE_URL') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(serverUrl('TEST_DATABASE_URL'));
  url.pathname = `/${name}`;
  await migrate(url.href);
  const options: MessagingOptions = {
    databaseUrl: url.href, namespace: name, services: SERVICES.join(','),
    ...(backend === 'Redis' ? { redisUrl: serverUrl('TEST_REDIS_URL') } : {}),
  };
  await migrateQueues(options);
  const database = await openDatabase(url.href, 6);
  const store = queueStore(options);
  return {
    database, options, store, doors: serviceDoors(options, options.services),
    emptyQueues: () => (backend === 'Redis' ? forgetKeys(options.redisUrl!, name) : database.reader.query(`TRUNCATE ${name}.job CASCADE`)),
    async close() {
      await database.source.destroy();
      if (options.redisUrl) await forgetKeys(options.redisUrl, name);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

async function forgetKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  const keys = await redis.keys(`${prefix}*`);
  if (keys.length) await redis.del(...keys);
  redis.disconnect();
}

/** Commits one log row that orders a job, and returns what was ordered. */
export async function orderJob(database: Database, order?: JobOrder): Promise<DueJob> {
  const eventId = randomUUID();
  const participantId = randomUUID();
  const job = order ?? { name: 'rank-candidates', data: { eventId, participantId } };
  const [due] = await database.transaction((tx) => append(tx, eventId, [
    entry({ stream: streamId('participant', participantId), type: 'erased', about: [], job, payload: () => ({}) }),
  ]));
  return due;
}

/** Waits until the check is true, for at most `seconds`. */
export async function eventually(what: string, check: () => boolean | Promise<boolean>, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!await check()) {
    if (Date.now() > end) throw new Error(`Not within ${seconds} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
