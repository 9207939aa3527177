import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { streamId, type JobOrder } from '@tsunagu/contracts';
import { migrateQueues, queueStore, serviceDoors, type MessagingOptions, type QueueStore, type ServiceDoor } from '@tsunagu/messaging';
import { addEvent, append, ensureOrganiser, entry, migrate, openDatabase, type Database, type DueJob } from '@tsunagu/storage';
import { forgetKeys, makeDatabase, sharedStore } from '../../helpers/stores.js';

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

export async function openRoom(backend: Backend): Promise<Room> {
  const { name, url, drop } = await makeDatabase();
  await migrate(url);
  const redisUrl = backend === 'Redis' ? sharedStore('TEST_REDIS_URL') : undefined;
  const options: MessagingOptions = { databaseUrl: url, namespace: name, services: SERVICES.join(','), ...(redisUrl ? { redisUrl } : {}) };
  await migrateQueues(options);
  const database = await openDatabase(url, 6);
  const doors = serviceDoors(options, options.services);
  return {
    database, options, doors, store: queueStore(options),
    emptyQueues: () => (redisUrl ? forgetKeys(redisUrl, name) : database.reader.query(`TRUNCATE ${name}.job CASCADE`)),
    async close() {
      await database.source.destroy();
      for (const { store } of doors) if (store.kind === 'redis') await forgetKeys(store.url, store.prefix);
      if (redisUrl) await forgetKeys(redisUrl, name);
      await drop();
    },
  };
}

/** An event whose organiser allows these services. @returns its id */
export async function openEventFor(database: Database, services: string[]): Promise<string> {
  const { id } = await ensureOrganiser(database.reader, 'organiser');
  const event = await addEvent(database.reader, id, { recipe: 'ideathon', title: '坂のまち', theme: '', heldOn: '2026-11-24', place: '', retentionDays: 30, languages: ['ja'], capacity: 100 });
  await database.reader.getRepository('event').update({ id: event.id }, { services });
  return event.id;
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
