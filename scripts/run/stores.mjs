import { Redis } from 'ioredis';
import pg from 'pg';
import { EmbeddedPostgresProblem, openEmbeddedPostgres } from '../../dist/libs/storage/src/embedded-postgres/index.js';
import { MigrationBusy } from '../../dist/libs/storage/src/migrating.js';
import { addressOf, reasonOf, redisProblem, STORE_PROBLEMS } from '../../dist/libs/storage/src/store-problems.js';
import { Problem } from '../problem.mjs';

const ANSWER_WITHIN_MS = 5_000;

/**
 * The database to use: that of DATABASE_URL, else the embedded one, started or joined.
 * Resolves to { url, close }. @throws Problem
 */
export async function openDatabase({ DATABASE_URL, DATA_DIR }, say) {
  if (DATABASE_URL) {
    await checkDatabase(DATABASE_URL);
    return { url: DATABASE_URL, close: async () => undefined };
  }
  try {
    return await openEmbeddedPostgres({ dataDir: DATA_DIR, report: say });
  } catch (error) {
    if (error instanceof EmbeddedPostgresProblem) throw storeProblem(error.code, { folder: DATA_DIR, reason: error.message });
    throw error;
  }
}

async function checkDatabase(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  client.on('error', () => undefined); // a connection that breaks later is the query's error too
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    throw storeProblem('database.unreachable', { address: addressOf(url), reason: reasonOf(error) });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @throws Problem where REDIS_URL is set and nothing answers there */
export async function checkRedis({ REDIS_URL }) {
  if (!REDIS_URL) return;
  const redis = new Redis(REDIS_URL, { lazyConnect: true, retryStrategy: () => null, connectTimeout: ANSWER_WITHIN_MS, maxRetriesPerRequest: 0 });
  let cause;
  redis.on('error', (error) => { cause = error; });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    const reason = reasonOf(cause ?? error);
    throw storeProblem(redisProblem(reason), { address: addressOf(REDIS_URL), reason });
  } finally {
    redis.disconnect();
  }
}

/** Loads what brings tables and queues up to date. It takes most of a second, so begin it while the database is being opened. */
export async function loadMigrations() {
  const [{ migrate }, { migrateQueues }] = await Promise.all([import('../../dist/libs/storage/src/database.js'), import('../../dist/libs/messaging/src/index.js')]);
  /** In one process before any service runs. @throws Problem */
  return async function migrateStores(databaseUrl, { REDIS_URL, QUEUE_NAMESPACE, SERVICES }) {
    try {
      await migrate(databaseUrl);
      await migrateQueues({ databaseUrl, redisUrl: REDIS_URL, namespace: QUEUE_NAMESPACE, services: SERVICES });
    } catch (error) {
      throw error instanceof MigrationBusy ? storeProblem('database.migrating', {}) : new Problem('migration_failed', { reason: reasonOf(error) });
    }
  };
}

/** Makes the demo event once, and a new login link each time. In this process, which has loaded the database's library already. @throws Problem */
export async function seedDemo(databaseUrl) {
  const [{ openDatabase: connect }, demo] = await Promise.all([import('../../dist/libs/storage/src/database.js'), import('../../dist/apps/cli/src/seed.js')]);
  try {
    const database = await connect(databaseUrl, 1);
    return await demo.seedDemo(database).finally(() => database.source.destroy());
  } catch (error) {
    throw new Problem('seed_failed', { reason: reasonOf(error) });
  }
}

const storeProblem = (code, details) => new Problem('store_unusable', STORE_PROBLEMS[code](details));
