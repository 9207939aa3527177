// Requests of other services: match.tags and match.candidates beside a bare BullMQ echo with the same hops (requester → queue →
// worker → queue → requester), on both stores; a backlog that is drained; two and four matching processes.
//   node bench/product/requests.mjs [speed] [backlog] [processes] [--redis | --postgres] [--count N]
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { doorOf, openQueue, openWorker } from '../../dist/libs/messaging/src/index.js';
import { startStore } from '../../test/helpers/kept-store.mjs';

const args = process.argv.slice(2);
const parts = args.filter((arg) => ['speed', 'backlog', 'processes'].includes(arg));
const wants = (part) => !parts.length || parts.includes(part);
const stores = args.includes('--redis') ? ['Redis'] : args.includes('--postgres') ? ['PostgreSQL'] : ['Redis', 'PostgreSQL'];
const count = Number(args[args.indexOf('--count') + 1]) || 0;
const TEXTS = ['写真を撮るのが得意です。動画を編集できる人を探しています。', '動画編集の仕事をしています。写真が撮れる人を探しています。', '防災に興味があります。料理が得意です。', '料理が好きで、防災の勉強をしています。子どもの居場所づくりをしたいです。'];
const tags = (number) => ({ texts: [{ id: 'a', text: `${TEXTS[number % 4]}${number}` }] });
const candidates = (number) => ({ people: Array.from({ length: 8 }, (_, at) => ({ id: `p${at}`, intro: `${TEXTS[(number + at) % 4]}${at}` })), top: 3 });

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

/** Sends `total` requests, `window` of them unanswered at a time. */
async function measure(store, pattern, dataOf, { total, window }) {
  const requests = openQueue(store, 'requests', {}, () => undefined);
  const sentAt = new Map();
  const times = [];
  let next = 0;
  let done;
  const finished = new Promise((resolve) => { done = resolve; });
  const run = Math.random().toString(36).slice(2);
  const send = async () => {
    const number = next++;
    const id = `${run}-${number}`;
    sentAt.set(id, performance.now());
    await requests.add(pattern, { version: 1, id, data: dataOf(number) }, { removeOnComplete: true, removeOnFail: true });
  };
  const reader = openWorker(store, 'results', async ({ data }) => {
    if (!sentAt.has(data.id)) return;
    if (data.status !== 'done') throw new Error(`${data.status} ${JSON.stringify(data.problem)}`);
    times.push(performance.now() - sentAt.get(data.id));
    sentAt.delete(data.id);
    if (times.length === total) done();
    else if (next < total) await send();
  }, { concurrency: 32 });
  await reader.waitUntilReady();
  const began = performance.now();
  await Promise.all(Array.from({ length: window }, send));
  await finished;
  const seconds = (performance.now() - began) / 1_000;
  await reader.close();
  await requests.close();
  times.sort((a, b) => a - b);
  return { perSecond: Math.round(total / seconds), p50: Math.round(percentile(times, 0.5)), p95: Math.round(percentile(times, 0.95)), p99: Math.round(percentile(times, 0.99)) };
}

async function startMatching(env) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ['dist/apps/matching/src/main.js'], { env: { ...process.env, ...env, MATCHING_PORT: String(port), LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  while (!await fetch(`http://127.0.0.1:${port}/health/ready`).then((answer) => answer.ok, () => false)) await pause(50);
  return { child, rssMb: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1_024), stop: () => new Promise((ended) => { child.once('exit', ended); child.kill('SIGTERM'); }) };
}

const asEcho = ({ data }) => ({ version: 1, id: data.id, status: 'done', result: data.data });

/** The bare echo, in a process of its own: the same two hops, nothing kept. */
function startEcho(store) {
  const program = `import { openQueue, openWorker } from './dist/libs/messaging/src/index.js';
    const store = ${JSON.stringify(store)}; const results = openQueue(store, 'results', { removeOnComplete: true }, () => undefined); const asEcho = ${asEcho};
    const worker = openWorker(store, 'requests', async (job) => { await results.add('result', asEcho(job)); }, { concurrency: 8 }); await worker.waitUntilReady(); console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill('SIGKILL'));
  return new Promise((ready) => child.stdout.once('data', () => ready({ stop: () => new Promise((ended) => { child.once('exit', ended); child.kill('SIGTERM'); }) })));
}

async function speed(store, env) {
  const echo = await startEcho(store);
  const rows = { 'bare echo': { ...await measure(store, 'match.tags', tags, { total: count || 3_000, window: 32 }), alone: await measure(store, 'match.tags', tags, { total: 300, window: 1 }) } };
  await echo.stop();
  const matching = await startMatching(env);
  await measure(store, 'match.tags', tags, { total: 200, window: 16 });
  for (const [pattern, dataOf] of [['match.tags', tags], ['match.candidates', candidates]]) {
    rows[pattern] = { ...await measure(store, pattern, dataOf, { total: (count || 3_000) / (pattern === 'match.tags' ? 1 : 4), window: 32 }), alone: await measure(store, pattern, dataOf, { total: 300, window: 1 }) };
  }
  await matching.stop();
  const share = (row) => Number((row.perSecond / rows['bare echo'].perSecond).toFixed(2));
  return Object.fromEntries(Object.entries(rows).map(([name, { alone, ...row }]) => [name, { ...row, 'of the echo': share(row), 'alone p50': alone.p50, 'alone p95': alone.p95, 'alone p99': alone.p99 }]));
}

/** Requests while nobody works, then one process with nobody fetching: all are answered and kept, and memory stays. */
async function backlog(store, env, database) {
  const total = count || 100_000;
  const requests = openQueue(store, 'requests', {}, () => undefined);
  const run = Math.random().toString(36).slice(2);
  const began = performance.now();
  for (let from = 0; from < total; from += 1_000) {
    await requests.addBulk(Array.from({ length: Math.min(1_000, total - from) }, (_, at) => ({ name: 'match.tags', data: { version: 1, id: `${run}-${from + at}`, data: tags(from + at) }, opts: { removeOnComplete: true, removeOnFail: true } })));
  }
  const queued = (performance.now() - began) / 1_000;
  const matching = await startMatching({ ...env, SERVICE_RATE: '100000' });
  const started = performance.now();
  let [stored, mostMb] = [0, 0];
  while (stored < total) {
    await pause(500);
    mostMb = Math.max(mostMb, matching.rssMb());
    stored = Number((await database.query("SELECT count(*) FROM match_request WHERE id LIKE $1 AND status = 'done'", [`${run}-%`])).rows[0].count);
  }
  const drained = (performance.now() - started) / 1_000;
  const results = openQueue(store, 'results', {}, () => undefined);
  const waiting = await results.getWaitingCount();
  await Promise.all([matching.stop(), results.close(), requests.close()]);
  return { backlog: { requests: total, 'queued in s': Number(queued.toFixed(1)), 'drained in s': Number(drained.toFixed(1)), 'per second': Math.round(total / drained), stored, 'waiting on the result queue': waiting, 'most MB of the process': mostMb } };
}

async function processes(store, env) {
  const rows = {};
  const running = [];
  for (const number of [1, 2, 4]) {
    while (running.length < number) running.push(await startMatching({ ...env, SERVICE_RATE: '100000' }));
    await measure(store, 'match.tags', tags, { total: 300, window: 64 });
    rows[`${number} matching`] = await measure(store, 'match.tags', tags, { total: count || 3_000, window: 64 });
  }
  await Promise.all(running.map(({ stop }) => stop()));
  const first = rows['1 matching'].perSecond;
  return Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { ...row, 'of one': Number((row.perSecond / first).toFixed(2)) }]));
}

for (const kind of stores) {
  const postgres = await startStore('postgres');
  const redis = kind === 'Redis' ? await startStore('redis') : undefined;
  const env = { DATABASE_URL: postgres.url, SERVICES: 'bench', QUEUE_NAMESPACE: 'bench', ...(redis ? { REDIS_URL: redis.url } : { REDIS_URL: '' }) };
  execFileSync(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env: { ...process.env, ...env } });
  const { store } = doorOf({ databaseUrl: postgres.url, redisUrl: redis?.url, namespace: 'bench' }, 'bench');
  const database = new pg.Client(postgres.url);
  await database.connect();
  for (const [name, part] of Object.entries({ speed, processes, backlog })) {
    if (!wants(name)) continue;
    const rows = await part(store, env, database);
    console.log(`\n${name}, queues on ${kind}`);
    console.table(rows);
    console.log(JSON.stringify({ bench: `requests ${name}`, store: kind, ...rows }));
  }
  await database.end();
  await redis?.close();
  await postgres.close();
}
process.exit(0);
