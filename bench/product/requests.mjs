// Match requests of other services over their queues, on Redis and on PostgreSQL, beside a bare BullMQ echo with the same hops in the
// same run (requester → queue → worker → queue → requester) and an echo that keeps each result by one commit, as the door must.
//   npm run bench -- requests · or after npm run build: node bench/product/requests.mjs [speed] [processes] [backlog]
//     [--store redis|postgres] [--count 3000] [--backlog 100000]
// speed: requests/s and times of match.tags and match.candidates · processes: one, two and four matching processes · backlog: so many
// requests queued while nobody works, then drained and fetched: none lost, memory bounded.
import { execFileSync } from 'node:child_process';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { doorOf, openQueue, openWorker } from '../../dist/libs/messaging/src/index.js';
import { openEmbeddedPostgres } from '../../dist/libs/storage/src/index.js';
import { startStore } from '../../test/helpers/kept-store.mjs';
import { startEcho, startMatching } from './matching-processes.mjs';
import { quantile } from './phones.mjs';
import { makeFolder, removeFolder } from './start-product.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { store: { type: 'string', default: 'redis,postgres' }, count: { type: 'string', default: '3000' }, backlog: { type: 'string', default: '100000' } } });
const [count, long] = [Number(values.count), Number(values.backlog)];
const WINDOW = 32;
const TEXTS = ['写真を撮るのが得意です。動画を編集できる人を探しています。', '動画編集の仕事をしています。写真が撮れる人を探しています。', '防災に興味があります。料理が得意です。', '料理が好きで、防災の勉強をしています。子どもの居場所づくりをしたいです。'];
const DATA = {
  'match.tags': (number) => ({ texts: [{ id: 'a', text: `${TEXTS[number % 4]}${number}` }] }),
  'match.candidates': (number) => ({ people: Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, intro: `${TEXTS[(number + at) % 4]}${at}` })), top: 3 }),
};
const REMOVED = { removeOnComplete: true, removeOnFail: true };
const round = (value) => Math.round(value * 10) / 10;
let run = 0;

/** Sends `total` requests, `window` of them unanswered at a time. */
async function ask(store, pattern, { total, window = WINDOW }) {
  const requests = openQueue(store, 'requests', REMOVED, () => undefined);
  const [sentAt, times, name] = [new Map(), [], `run${process.pid}-${++run}`];
  let next = 0;
  let finish;
  const finished = new Promise((resolve, reject) => { finish = (error) => (error ? reject(error) : resolve()); });
  const send = async () => {
    const id = `${name}-${next}`;
    sentAt.set(id, performance.now());
    await requests.add(pattern, { version: 1, id, data: DATA[pattern](next++) });
  };
  const reader = openWorker(store, 'results', async ({ data }) => {
    if (!sentAt.has(data.id)) return;
    if (data.status !== 'done') finish(new Error(`${data.status} ${JSON.stringify(data.problem)}`));
    times.push(performance.now() - sentAt.get(data.id));
    sentAt.delete(data.id);
    if (times.length === total) finish();
    else if (next < total) await send();
  }, { concurrency: WINDOW });
  await reader.waitUntilReady();
  const began = performance.now();
  await Promise.all(Array.from({ length: window }, send));
  await finished;
  const perSecond = Math.round(total / ((performance.now() - began) / 1_000));
  await Promise.all([reader.close(), requests.close()]);
  return { perSecond, p50: round(quantile(times, 0.5)), p95: round(quantile(times, 0.95)), p99: round(quantile(times, 0.99)) };
}

/** Under load, and one at a time. */
async function measure(store, pattern, total, worker) {
  await ask(store, pattern, { total: Math.ceil(total / 10) });
  const before = worker.processorMs();
  const busy = await ask(store, pattern, { total });
  const processorMs = round((worker.processorMs() - before) / total);
  const { p50, p95, p99 } = await ask(store, pattern, { total: Math.ceil(total / 10), window: 1 });
  return { ...busy, 'worker ms': processorMs, 'alone p50': p50, 'alone p95': p95, 'alone p99': p99 };
}

async function speed({ store, env, databaseUrl }) {
  const rows = {};
  for (const [name, options] of [['bare echo', {}], ['echo, one commit', { databaseUrl }]]) {
    const echo = await startEcho(store, options);
    rows[name] = await measure(store, 'match.tags', count, echo);
    await echo.stop();
  }
  const matching = await startMatching(env);
  rows['match.tags'] = await measure(store, 'match.tags', count, matching);
  rows['match.candidates'] = await measure(store, 'match.candidates', Math.ceil(count / 6), matching);
  await matching.stop();
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { 'of bare': Math.round(row.perSecond / rows['bare echo'].perSecond * 100) / 100, ...row }]));
}

async function processes({ store, env }) {
  const rows = {};
  const running = [];
  for (const number of [1, 2, 4]) {
    while (running.length < number) running.push(await startMatching(env));
    await ask(store, 'match.tags', { total: Math.ceil(count / 10) });
    rows[`${number} matching`] = await ask(store, 'match.tags', { total: count, window: WINDOW * 2 });
  }
  await Promise.all(running.map((one) => one.stop()));
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { 'of one': Math.round(row.perSecond / rows['1 matching'].perSecond * 100) / 100, ...row }]));
}

/** Requests while nobody works; one process with nobody fetching; then the requester comes back and fetches. */
async function backlog({ store, env, database }) {
  const requests = openQueue(store, 'requests', REMOVED, () => undefined);
  const name = `long${process.pid}`;
  const began = performance.now();
  for (let from = 0; from < long; from += 1_000) {
    await requests.addBulk(Array.from({ length: Math.min(1_000, long - from) }, (_, at) => ({ name: 'match.tags', data: { version: 1, id: `${name}-${from + at}`, data: DATA['match.tags'](from + at) } })));
  }
  const queued = performance.now();
  const matching = await startMatching(env);
  const [ready, firstMb] = [performance.now(), matching.memoryMb()];
  let [stored, mostMb] = [0, firstMb];
  const look = async () => {
    await pause(500);
    mostMb = Math.max(mostMb, matching.memoryMb());
  };
  while (stored < long) {
    await look();
    stored = Number((await database.query("SELECT count(*) FROM match_request WHERE id LIKE $1 AND status = 'done'", [`${name}-%`])).rows[0].count);
  }
  const drained = performance.now();
  const results = openQueue(store, 'results', {}, () => undefined);
  const waiting = await results.getWaitingCount();
  const [got, times] = [new Set(), { more: 0 }];
  const reader = openWorker(store, 'results', async ({ data }) => {
    if (!data.id.startsWith(name)) return;
    if (got.has(data.id)) times.more++;
    got.add(data.id);
  }, { concurrency: WINDOW });
  while (got.size < long) await look();
  const fetched = performance.now();
  await Promise.all([reader.close(), matching.stop(), results.close(), requests.close()]);
  return { [`${long} requests`]: { 'queued/s': Math.round(long / ((queued - began) / 1_000)), 'drained/s': Math.round(long / ((drained - ready) / 1_000)), 'fetched/s': Math.round(long / ((fetched - drained) / 1_000)), stored, 'waiting on the result queue': waiting, fetched: got.size, 'fetched twice': times.more, 'MB at first': firstMb, 'MB at most': mostMb } };
}

const PARTS = { speed, processes, backlog };
for (const kind of values.store.split(',')) {
  const folder = makeFolder();
  const postgres = await openEmbeddedPostgres({ dataDir: folder });
  const redis = kind === 'redis' ? await startStore('redis') : undefined;
  const env = { DATABASE_URL: postgres.url, SERVICES: 'bench', QUEUE_NAMESPACE: 'bench', REDIS_URL: redis?.url ?? '', SERVICE_RATE: '100000' };
  execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env: { ...process.env, ...env } });
  const { store } = doorOf({ databaseUrl: postgres.url, redisUrl: redis?.url, namespace: 'bench' }, 'bench');
  const database = new pg.Client(postgres.url);
  await database.connect();
  for (const [name, part] of Object.entries(PARTS)) {
    if (positionals.length && !positionals.includes(name)) continue;
    const rows = await part({ store, env, database, databaseUrl: postgres.url });
    console.log(`\n${name}, queues on ${kind === 'redis' ? 'Redis' : 'PostgreSQL'}`);
    console.table(rows);
    console.log(JSON.stringify({ bench: `product/requests ${name}`, store: kind, ...rows }));
  }
  await database.end();
  await redis?.close();
  await postgres.close();
  removeFolder(folder);
}
process.exit(0);
