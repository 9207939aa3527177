import pg from 'pg';

/** Somebody else has migrated, or kept others from it, for longer than a start waits. */
export class MigrationBusy extends Error {
  override name = 'MigrationBusy';
}

const WAIT_MS = 60_000;
/** Two made the table at once: the server says so of its row in the catalogue, of the table or of its row type, by how close they were. */
const MADE_ALREADY = new Set(['23505', '42P07', '42710']);
const LOCK_TIMEOUT = '55P03';

/** Asks the session to wait for no lock longer than this; {@link busyWhereLocked} tells what came of it. */
export const lockTimeout = (waitMs = WAIT_MS): string => `SET lock_timeout = ${waitMs}`;

/** @throws MigrationBusy in place of the server's word that a lock was waited for too long */
export function busyWhereLocked(error: unknown): never {
  const { code, driverError } = error as { code?: string; driverError?: { code?: string } };
  if ((driverError?.code ?? code) === LOCK_TIMEOUT) throw new MigrationBusy('the tables have been locked by another process for too long', { cause: error });
  throw error;
}

/**
 * Works while nobody else migrates anything in this database; several starters may come at once. What is locked is a table of ours: keys
 * of advisory locks may be taken by every role of the database, also that of a service with a door, which could so keep the product from starting.
 * @throws MigrationBusy
 */
export async function migrateAlone<T>(url: string, work: () => Promise<T>, waitMs = WAIT_MS): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a connection that breaks later is the query's error too
  await client.connect();
  try {
    await client.query(lockTimeout(waitMs));
    await client.query('CREATE TABLE IF NOT EXISTS migrating ()').catch((error: { code?: string }) => { if (!MADE_ALREADY.has(error.code ?? '')) throw error; });
    await client.query('BEGIN');
    await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await client.query('LOCK TABLE migrating');
  } catch (error) {
    await client.end();
    busyWhereLocked(error);
  }
  return work().finally(() => client.end());
}
