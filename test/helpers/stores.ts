import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import { startStore, type KeptStore } from './kept-store.mjs';

/** A server of its own, for a test that kills or stalls it; ordinary suites share one and take a database of their own. */
export const startPostgres = (): Promise<KeptStore> => startStore('postgres');
export const startRedis = (): Promise<KeptStore> => startStore('redis');

/** Address of a server that runs for all suites. */
export function sharedStore(name: 'TEST_DATABASE_URL' | 'TEST_REDIS_URL'): string {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: tests that use stores belong to the projects "medium" or "e2e" of jest.config.js.`);
  return url;
}

/** A name that no other suite has: for a database, a schema or a key prefix. */
export const freshName = (): string => `t_${randomBytes(6).toString('hex')}`;

export interface TestDatabase { name: string; url: string; drop(): Promise<void> }

/** An empty database of its own on the shared server. */
export async function makeDatabase(server = sharedStore('TEST_DATABASE_URL')): Promise<TestDatabase> {
  const name = freshName();
  const url = new URL(server);
  url.pathname = `/${name}`;
  await asAdmin(server, `CREATE DATABASE ${name}`);
  return { name, url: url.href, drop: () => asAdmin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function asAdmin(server: string, sql: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** Removes all keys of one prefix from a Redis. */
export async function forgetKeys(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url);
  try {
    for await (const keys of redis.scanStream({ match: `${prefix}:*`, count: 1_000 })) if ((keys as string[]).length) await redis.del(keys as string[]);
  } finally {
    redis.disconnect();
  }
}
