import pg from 'pg';
import { migrateQueueStore } from '../transport/queue-store.js';
import { DOOR_FUNCTIONS } from './door-functions.js';
import { jobNumbers } from './door-credentials.js';
import type { ServiceDoor } from './service-door.js';

const LOCK = 7_408_068;

/** Prepares a door: on PostgreSQL its tables, the numbers of its jobs and the SQL functions; on Redis there is nothing to prepare. */
export async function migrateDoor({ store }: ServiceDoor): Promise<void> {
  await migrateQueueStore(store);
  if (store.kind === 'redis') return;
  const client = new pg.Client({ connectionString: store.url, options: `-c search_path=${store.schema}` });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(DOOR_FUNCTIONS);
    for (const number of jobNumbers(store.schema)) await client.query(number);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
