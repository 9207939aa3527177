import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import pg from 'pg';
import { onRedis } from '../on-redis.js';
import type { QueueStore } from '../transport/queue-store.js';
import { putDoorScripts } from './door-scripts.js';
import { DOOR_QUEUE_NAMES, type ServiceDoor } from './service-door.js';

/** How a service gets in: an address with a user and password of its own, and where its queues lie. */
export interface DoorCredentials { service: string; url: string; place: { prefix: string } | { schema: string } }

/** The database user that Tsunagu uses may make no other user. */
export class DoorRoleRefused extends Error {}

/** Name of a door's user or role: what others see of it in lists of connections. */
export const doorUser = ({ store }: ServiceDoor): string => (store.kind === 'redis' ? store.prefix : store.schema);

/**
 * Makes (or renews) the one user of a service that can enter its door and nothing else, with a fresh password.
 * On Redis an ACL user for the key prefix: kept over a restart where Redis has an `aclfile`, else made again by this call.
 * On PostgreSQL a role that may use the door's schema only.
 * @throws DoorRoleRefused where the database user lacks CREATEROLE
 */
export async function issueCredentials(door: ServiceDoor): Promise<DoorCredentials> {
  const password = randomBytes(24).toString('base64url');
  const { store } = door;
  if (store.kind === 'redis') await makeRedisUser(store, doorUser(door), password);
  else await makePostgresRole(store, doorUser(door), password);
  const url = new URL(store.url);
  url.username = doorUser(door);
  url.password = password;
  // SQLAlchemy and others take no postgres://
  return { service: door.service, url: url.href.replace(/^postgres:/, 'postgresql:'), place: store.kind === 'redis' ? { prefix: store.prefix } : { schema: store.schema } };
}

/** Takes a service's access away; what is on its queues stays. */
export async function revokeCredentials(door: ServiceDoor): Promise<void> {
  const { store } = door;
  if (store.kind === 'redis') return onRedis(store.url, async (redis) => { await redis.call('ACL', 'DELUSER', doorUser(door)); await saveUsers(redis); });
  return onPostgres(store.url, async (client) => { await client.query(`ALTER ROLE ${pg.escapeIdentifier(doorUser(door))} NOLOGIN PASSWORD NULL`); });
}

type RedisStore = Extract<QueueStore, { kind: 'redis' }>;
type PostgresStore = Extract<QueueStore, { kind: 'postgres' }>;

/** All that BullMQ's clients use, and nothing that reaches beyond the keys of the door. */
const COMMANDS = ['+@read', '+@write', '+@scripting', '+@transaction', '+@blocking', '+@connection', '+@fast', '+info', '-@dangerous', '+info', '-keys', '-randomkey', '-scan', '-dbsize', '-publish', '-spublish', '-script|flush', '-script|kill', '-function'];

async function makeRedisUser(store: RedisStore, user: string, password: string): Promise<void> {
  const { url, prefix } = store;
  await onRedis(url, async (redis) => {
    await redis.call('ACL', 'SETUSER', user, 'reset', 'on', `>${password}`, `~${prefix}:*`, ...COMMANDS);
    await saveUsers(redis);
    await putDoorScripts(redis, store);
  });
}

/** Without an ACL file Redis forgets its users when it restarts. */
const saveUsers = (redis: Redis): Promise<unknown> => redis.call('ACL', 'SAVE').catch(() => undefined);

const INSUFFICIENT_PRIVILEGE = '42501';

async function makePostgresRole({ url, schema }: PostgresStore, user: string, password: string): Promise<void> {
  await onPostgres(url, async (client) => {
    const [role, place] = [pg.escapeIdentifier(user), pg.escapeIdentifier(schema)];
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [user]);
    await client.query(`${rowCount ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${pg.escapeLiteral(password)} CONNECTION LIMIT 50`).catch((error: Error & { code?: string }) => {
      throw error.code === INSUFFICIENT_PRIVILEGE ? new DoorRoleRefused(error.message, { cause: error }) : error;
    });
    // A service that dies while it waits for a result: the server notices, rather than take the next result for nobody.
    await client.query(`ALTER ROLE ${role} SET client_connection_check_interval = '1s'`);
    await client.query(`ALTER ROLE ${role} SET search_path = ${place}`);
    await client.query(`GRANT USAGE ON SCHEMA ${place} TO ${role}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${place} TO ${role}`);
    await client.query(`REVOKE INSERT, UPDATE, DELETE ON ${place}.migration FROM ${role}`);
    await client.query(`GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${place} TO ${role}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${place} TO ${role}`);
  });
}

/** A BullMQ client that leaves the job's id open takes it from a sequence, which a service may not make itself. */
export const jobNumbers = (schema: string): string[] => DOOR_QUEUE_NAMES.map((queue) => `SELECT ${pg.escapeIdentifier(schema)}.next_job_id(${pg.escapeLiteral(queue)})`);

async function onPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
