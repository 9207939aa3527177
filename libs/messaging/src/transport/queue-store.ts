import { assertSchemaCompatibility, LATEST_SCHEMA_VERSION, Queue, runMigrations, SchemaMigrationRequiredError, Worker, type JobsOptions, type Processor, type WorkerOptions } from 'bullmq';
import pg from 'pg';
import { calmRedisClients } from './calm-redis.js';
import { postgresBackend } from './postgres-backend.js';

/** Where queues live: a key prefix on Redis, or a schema of PostgreSQL. */
export type QueueStore =
  | { kind: 'redis'; url: string; prefix: string }
  | { kind: 'postgres'; url: string; schema: string };

/** A worker renews its lock while it works; a killed one is noticed after lock + check. Tight, since people wait. */
const LOCK_MS = 5_000;
const STALLED_CHECK_MS = 2_000;
const MAX_STALLED = 3;
/** Redis may stop answering without closing its socket; only a read time-out notices. */
const SOCKET_TIMEOUT_MS = 15_000;
const RECONNECT_MS = 1_000;
const CONNECTIONS_OF_A_WORKER = 4;
const CONNECTIONS_OF_A_QUEUE = 2;
/** Nothing reads BullMQ's event stream; it is kept short. */
const EVENTS_KEPT = 100;

const reconnect = (times: number): number => Math.min(times * 100, RECONNECT_MS);
const redisOfQueue = (url: string) => ({ url, retryStrategy: reconnect, enableOfflineQueue: false, maxRetriesPerRequest: 1, socketTimeout: SOCKET_TIMEOUT_MS });
const redisOfWorker = (url: string) => ({ url, retryStrategy: reconnect, maxRetriesPerRequest: null, socketTimeout: SOCKET_TIMEOUT_MS });
const postgres = ({ url, schema }: { url: string; schema: string }, max: number) => ({ connectionString: url, schema, max, connectionTimeoutMillis: 5_000, keepAlive: true });

calmRedisClients();

/** Opens the writing end of a queue. `onError` hears of lost connections; they are repaired by themselves. */
export function openQueue<Data = unknown>(store: QueueStore, name: string, defaults: JobsOptions, onError: (error: Error) => void): Queue<Data> {
  const common = { defaultJobOptions: defaults, streams: { events: { maxLen: EVENTS_KEPT } } };
  const queue = store.kind === 'redis'
    ? new Queue(name, { ...common, prefix: store.prefix, connection: redisOfQueue(store.url) })
    : new Queue(name, { ...common, connection: postgres(store, CONNECTIONS_OF_A_QUEUE) }, postgresBackend);
  queue.on('error', onError);
  return queue as unknown as Queue<Data>;
}

export type WorkerSettings = Partial<Pick<WorkerOptions, 'limiter' | 'removeOnComplete' | 'removeOnFail' | 'maxStalledCount'>> & {
  /** jobs in work at once. @default 1 */
  concurrency?: number;
  /** hears of lost connections; they are repaired by themselves */
  onError?: (error: Error) => void;
};

/** Opens the working end of a queue; it begins at once. */
export function openWorker(store: QueueStore, name: string, run: Processor, { concurrency = 1, onError = () => undefined, ...settings }: WorkerSettings = {}): Worker {
  const common = { concurrency, lockDuration: LOCK_MS, stalledInterval: STALLED_CHECK_MS, maxStalledCount: MAX_STALLED, runRetryDelay: RECONNECT_MS, ...settings };
  const worker = store.kind === 'redis'
    ? new Worker(name, run, { ...common, prefix: store.prefix, connection: redisOfWorker(store.url) })
    : new Worker(name, run, { ...common, connection: postgres(store, CONNECTIONS_OF_A_WORKER) }, postgresBackend);
  worker.on('error', onError);
  return worker as unknown as Worker;
}

/**
 * Creates or updates the tables of a store on PostgreSQL; on Redis there is nothing to prepare. Many starters may call it at once: BullMQ lets
 * one of them work, by an advisory lock that any role of the database could hold, so it is asked only where there is something to do.
 * @throws the server's 55P03 where somebody keeps a lock on it for a minute
 */
export async function migrateQueueStore(store: QueueStore): Promise<void> {
  if (store.kind === 'redis') return;
  const client = new pg.Client({ connectionString: store.url });
  await client.connect();
  const asBullMq = { query: async <R>(text: string, values?: readonly unknown[]) => client.query(text, values as unknown[]) as unknown as { rows: R[] } };
  try {
    await client.query("SET lock_timeout = '1min'");
    if (await schemaVersion(asBullMq, store.schema) < LATEST_SCHEMA_VERSION) await runMigrations(asBullMq, store.schema);
  } finally {
    await client.end();
  }
}

/** 0 where there is no schema yet. */
const schemaVersion = (client: Parameters<typeof assertSchemaCompatibility>[0], schema: string): Promise<number> =>
  assertSchemaCompatibility(client, schema).catch((error: unknown) => {
    if (error instanceof SchemaMigrationRequiredError) return 0;
    throw error;
  });

const AFTER_MS = Symbol('timed out');

/** Waits for at most `ms`; BullMQ itself waits for a lost server without end. @throws Error naming what took too long */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<typeof AFTER_MS>((resolve) => { timer = setTimeout(() => resolve(AFTER_MS), ms); });
  work.catch(() => undefined);
  try {
    const first = await Promise.race([work, timeout]);
    if (first === AFTER_MS) throw Object.assign(new Error(`${what} took longer than ${ms} ms`), { code: 'ETIMEDOUT' });
    return first as T;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Ends a worker: it takes nothing new and finishes what is in hand, for at most `ms`. What takes longer is left behind, and another
 * worker does it once the lock has run out: BullMQ does not end by force a worker that is ending already.
 */
export const closeWithin = (ms: number, worker: Worker): Promise<void> => within(ms, 'finishing', worker.close()).catch(() => undefined);
