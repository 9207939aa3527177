// Worker processes for measuring: the matching service, and a bare BullMQ echo with the same hops.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';

const TICK_MS = 10; // of /proc/PID/stat on Linux

const worker = (child) => {
  process.once('exit', () => child.kill('SIGKILL'));
  return {
    memoryMb: () => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1_024),
    processorMs: () => {
      const [user, system] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ').slice(11, 13).map(Number);
      return (user + system) * TICK_MS;
    },
    stop: () => new Promise((ended) => { child.once('exit', ended); child.kill('SIGTERM'); }),
  };
};

export async function startMatching(env) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const child = spawn(process.execPath, ['dist/apps/matching/src/main.js'], { env: { ...process.env, ...env, MATCHING_PORT: String(port), LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit'] });
  while (!await fetch(`http://127.0.0.1:${port}/health/ready`).then((answer) => answer.ok, () => false)) {
    if (child.exitCode !== null) throw new Error('the matching process ended');
    await pause(50);
  }
  return worker(child);
}

/** With a database, each answer is kept by one commit before it goes out. */
export async function startEcho(store, { databaseUrl } = {}) {
  const program = `import pg from 'pg';
    import { openQueue, openWorker } from './dist/libs/messaging/src/index.js';
    const store = ${JSON.stringify(store)};
    const pool = ${databaseUrl ? `new pg.Pool({ connectionString: ${JSON.stringify(databaseUrl)}, max: 8 })` : 'undefined'};
    if (pool) await pool.query('CREATE TABLE IF NOT EXISTS bench_echo (id text PRIMARY KEY, result jsonb)');
    const results = openQueue(store, 'results', { removeOnComplete: true }, () => undefined);
    const worker = openWorker(store, 'requests', async ({ data }) => {
      const answer = { version: 1, id: data.id, status: 'done', result: data.data };
      if (pool) await pool.query('INSERT INTO bench_echo VALUES ($1, $2) ON CONFLICT DO NOTHING', [data.id, JSON.stringify(answer)]);
      await results.add('result', answer);
    }, { concurrency: 8, removeOnComplete: { count: 0 } });
    await worker.waitUntilReady();
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((ready) => child.stdout.once('data', ready));
  return worker(child);
}
