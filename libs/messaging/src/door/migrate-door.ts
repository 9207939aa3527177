import pg from 'pg';
import { busyWhereLocked, lockTimeout, migrateAlone } from '@tsunagu/storage';
import { migrateQueueStore } from '../transport/queue-store.js';
import { DOOR_FUNCTIONS } from './door-functions.js';
import { jobNumbers } from './door-credentials.js';
import type { ServiceDoor } from './service-door.js';

/** Prepares a door: on PostgreSQL its tables, the numbers of its jobs and the SQL functions; on Redis there is nothing to prepare. @throws MigrationBusy */
export async function migrateDoor({ store }: ServiceDoor): Promise<void> {
  await migrateQueueStore(store).catch(busyWhereLocked);
  if (store.kind === 'redis') return;
  await migrateAlone(store.url, () => makeFunctions(store));
}

async function makeFunctions({ url, schema }: { url: string; schema: string }): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    await client.query(lockTimeout());
    await client.query('BEGIN');
    await client.query(DOOR_FUNCTIONS);
    for (const number of jobNumbers(schema)) await client.query(number);
    await client.query('COMMIT');
  } catch (error) {
    busyWhereLocked(error);
  } finally {
    await client.end();
  }
}
