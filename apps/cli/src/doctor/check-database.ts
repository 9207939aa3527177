import { statfs } from 'node:fs/promises';
import type { Settings } from '@tsunagu/config';
import { doorOf, inspectQueues } from '@tsunagu/messaging';
import { countAllWebhooks, countJobs, countOperators, countServices, countUnread, eventsToErase, findEndpoint, pendingMigrations, type Database } from '@tsunagu/storage';
import { asProblem } from '../problems.js';
import { hasDatabase, withDatabase } from '../with-database.js';
import { bad, ok, size, warn, type Finding } from './findings.js';
import { judgeClock, judgeDisk, judgeEndpoint, judgeJobs, judgeQueueSchemas, judgeRedis, judgeRoles, judgeService, judgeWebhooks } from './judge.js';

const OLDEST_POSTGRES = 14;

async function checkServer(database: Database): Promise<Finding[]> {
  const asked = Date.now();
  const [{ version, at, bytes }] = await database.reader.query("SELECT current_setting('server_version') AS version, extract(epoch FROM clock_timestamp()) * 1000 AS at, pg_database_size(current_database())::float8 AS bytes");
  const now = (asked + Date.now()) / 2;
  const major = Number.parseInt(version, 10);
  return [
    major < OLDEST_POSTGRES ? bad('database', `PostgreSQL ${version} is too old: use ${OLDEST_POSTGRES} or newer.`, `PostgreSQL ${version} は古すぎます。${OLDEST_POSTGRES} 以降を使ってください。`) : ok('database', `PostgreSQL ${version}, ${size(bytes)}`, `PostgreSQL ${version}、${size(bytes)}`),
    judgeClock((now - Number(at)) / 1_000),
  ];
}

async function checkRoles(database: Database, { SERVICES, REDIS_URL, DATABASE_URL, QUEUE_NAMESPACE }: Settings): Promise<Finding[]> {
  if (REDIS_URL || !SERVICES) return [];
  const roles = new Map(SERVICES.split(',').map((service) => {
    const { store } = doorOf({ databaseUrl: DATABASE_URL!, namespace: QUEUE_NAMESPACE }, service);
    return [store.kind === 'postgres' ? store.schema : '', service];
  }));
  const [{ user, mayMake }] = await database.reader.query('SELECT rolname AS user, rolsuper OR rolcreaterole AS "mayMake" FROM pg_roles WHERE rolname = current_user');
  const made: { rolname: string }[] = await database.reader.query('SELECT rolname FROM pg_roles WHERE rolname = ANY($1)', [[...roles.keys()]]);
  for (const { rolname } of made) roles.delete(rolname);
  return judgeRoles({ user, mayMake, without: [...roles.values()] });
}

async function checkContent(database: Database, services: string[]): Promise<Finding[]> {
  const tx = database.reader;
  const overdue = await eventsToErase(tx);
  const numbers = await countServices(tx, services);
  return [
    ...judgeJobs(await countJobs(tx)),
    ...services.flatMap((service) => judgeService({ service, open: 0, oldestSeconds: 0, ...numbers.get(service)! })),
    judgeWebhooks(await countAllWebhooks(tx)),
    judgeEndpoint(await findEndpoint(tx), await countUnread(tx)),
    overdue.length ? bad('retention', `${overdue.length} events are past their retention date and not erased: the event service does it within the hour it runs.`, `保存期限を過ぎたのに消されていないイベントが ${overdue.length} 件あります。イベントサービスが動いていれば1時間以内に消えます。`) : ok('retention', 'nothing is overdue', '期限切れのデータはありません'),
    await countOperators(tx) ? ok('operator', 'there is an account for the operator’s page', '運営ページを見られる人がいます') : warn('operator', 'nobody may see the operator’s page: tsunagu create-organiser LOGIN --operator', '運営ページを見られる人がいません。tsunagu create-organiser ログイン名 --operator を実行してください'),
  ];
}

async function checkOpen(database: Database, settings: Settings): Promise<Finding[]> {
  const findings = [...await checkServer(database), ...await checkRoles(database, settings)];
  const pending = await pendingMigrations(database);
  findings.push(pending.length ? bad('migrations', `${pending.length} are missing (${pending.join(', ')}): run tsunagu migrate.`, `${pending.length} 件が未適用です。tsunagu migrate を実行してください。`) : ok('migrations', 'up to date', '最新です'));
  if (!pending.length) findings.push(...await checkContent(database, settings.SERVICES.split(',').filter(Boolean)));
  return findings;
}

async function checkQueues(settings: Settings): Promise<Finding[]> {
  try {
    const state = await inspectQueues({ redisUrl: settings.REDIS_URL, databaseUrl: settings.DATABASE_URL!, namespace: settings.QUEUE_NAMESPACE }, settings.SERVICES);
    return state.kind === 'redis' ? judgeRedis(state, settings.SERVICES.split(',').filter(Boolean)) : [judgeQueueSchemas(state)];
  } catch (error) {
    return [bad('queues', `the server does not answer: ${(error as Error).message}`, `キューのサーバーが答えません：${(error as Error).message}`)];
  }
}

/** Database, queues and disk. The embedded database is started for it where it does not run, never made. */
export async function checkStores(settings: Settings): Promise<Finding[]> {
  const folder = settings.DATA_DIR;
  if (!hasDatabase(settings)) return [warn('database', `there is none yet at ${folder}: npm start makes it.`, `${folder} にはまだデータベースがありません。npm start が作ります。`)];
  const findings: Finding[] = [];
  try {
    await withDatabase(async (database, opened) => { findings.push(...await checkOpen(database, opened), ...await checkQueues(opened)); }, { settings });
  } catch (error) {
    const { en, ja } = asProblem(error);
    findings.push(bad('database', en, ja));
  }
  if (!settings.DATABASE_URL) {
    const { bavail, bsize } = await statfs(folder);
    findings.push(judgeDisk(folder, bavail * bsize));
  }
  return findings;
}
