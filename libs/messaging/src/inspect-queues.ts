import pg from 'pg';
import { doorUser } from './door/door-credentials.js';
import { serviceDoors, type ServiceDoor } from './door/service-door.js';
import { onRedis } from './on-redis.js';
import { queueStore, type QueueStoreOptions } from './queue-stores.js';

/**
 * What a Redis tells about itself; null where it does not let us ask. `keepsUsers`: has a file for them, so that they outlive a restart;
 * `strangers`: services of ours for which it has no user.
 */
export interface RedisState { kind: 'redis'; version: string; policy: string | null; appendOnly: boolean | null; keepsUsers: boolean | null; strangers: string[] | null; usedBytes: number; limitBytes: number }
/** Schemas of queues that have not been made. */
export interface PostgresQueuesState { kind: 'postgres'; missing: string[] }

const ASK_MS = 5_000;

function inspectRedis(url: string, doors: ServiceDoor[]): Promise<RedisState> {
  return onRedis(url, async (redis) => {
    const info = await redis.info();
    const line = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
    const setting = async (name: string): Promise<string | null> => redis.config('GET', name).then((pair) => (pair as string[])[1] ?? null, () => null);
    const [policy, appendOnly, aclFile] = [await setting('maxmemory-policy'), await setting('appendonly'), await setting('aclfile')];
    const users = await redis.call('ACL', 'USERS').then((names) => names as string[], () => null);
    return { kind: 'redis', version: line('redis_version'), policy: policy ?? (line('maxmemory_policy') || null), appendOnly: appendOnly === null ? null : appendOnly === 'yes', keepsUsers: aclFile === null ? null : aclFile !== '', strangers: users && doors.filter((door) => !users.includes(doorUser(door))).map(({ service }) => service), usedBytes: Number(line('used_memory')), limitBytes: Number(line('maxmemory')) };
  });
}

async function inspectPostgres(options: QueueStoreOptions, services: string): Promise<PostgresQueuesState> {
  const stores = [queueStore(options), ...serviceDoors(options, services).map((door) => door.store)];
  const schemas = stores.flatMap((store) => (store.kind === 'postgres' ? [store.schema] : []));
  const client = new pg.Client({ connectionString: options.databaseUrl, connectionTimeoutMillis: ASK_MS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string }>("SELECT schema FROM unnest($1::text[]) AS wanted(schema) WHERE to_regclass(quote_ident(schema) || '.job') IS NULL", [schemas]);
    return { kind: 'postgres', missing: rows.map((row) => row.schema) };
  } finally {
    await client.end();
  }
}

/** How the server of the queues is set up. @throws the driver's error where it cannot be reached */
export const inspectQueues = (options: QueueStoreOptions, services: string): Promise<RedisState | PostgresQueuesState> =>
  (options.redisUrl ? inspectRedis(options.redisUrl, serviceDoors(options, services)) : inspectPostgres(options, services));
