// Before tests that use stores: the services are built, one PostgreSQL and one Redis run for all suites. Suites take their own
// database and key prefix on them (helpers/stores.ts).
import process from 'node:process';
import { prepare } from '../scripts/prepare/prepare.mjs';
import { startStore } from './helpers/kept-store.mjs';

export default async function globalSetup() {
  if (process.env.TEST_DATABASE_URL) return;
  await prepare({ say: () => undefined, only: ['services'] });
  const [postgres, redis] = await Promise.all([startStore('postgres'), startStore('redis')]);
  process.env.TEST_DATABASE_URL = postgres.url;
  process.env.TEST_REDIS_URL = redis.url;
  globalThis.keptStores = [postgres, redis];
}
