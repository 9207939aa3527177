// Keeps one server for the tests as a process of its own: when the tests end, in whatever way, the line to them breaks
// and the server ends with them. Messages in: { id, stop: signal } · { id, start: { empty } }. Messages out: { url } · { done: id } · { failed }.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../scripts/run/ports.mjs';

const folder = mkdtempSync(join(tmpdir(), 'tsunagu-test-'));
chmodSync(folder, 0o755); // the database may run as another user

async function keepPostgres() {
  const { openEmbeddedPostgres } = await import('../../dist/libs/storage/src/embedded-postgres/index.js');
  const hold = await openEmbeddedPostgres({ dataDir: folder, durable: false });
  let stopped;
  return {
    url: hold.url,
    stop: async (signal) => { stopped = hold.pid; process.kill(stopped, signal); },
    start: async () => { while (hold.pid === stopped) await pause(20); }, // its holder starts it again
    end: () => hold.close(),
  };
}

async function keepRedis() {
  const port = await freePort();
  const [data, users] = [join(folder, 'redis'), join(folder, 'users.acl')];
  writeFileSync(users, ''); // users of services outlive a restart, as an operator sets it up
  let server;
  const start = async ({ empty = false } = {}) => {
    if (empty) rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true });
    server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', data, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction', '--aclfile', users], { stdio: ['ignore', 'pipe', 'inherit'] });
    await Promise.race([ready(server), once(server, 'exit').then(() => { throw new Error('redis-server ended'); })]);
  };
  const stop = async (signal = 'SIGTERM') => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  await start();
  return { url: `redis://127.0.0.1:${port}`, start, stop, end: () => stop('SIGKILL') };
}

const ready = (server) => new Promise((done) => {
  server.stdout.on('data', (text) => { if (String(text).includes('Ready to accept connections')) done(); });
});

let store;
const end = async () => {
  await store?.end().catch(() => undefined);
  rmSync(folder, { recursive: true, force: true });
  process.exit();
};
process.on('disconnect', end);
process.on('SIGTERM', end);
process.on('SIGINT', () => undefined); // a Ctrl-C ends the tests; their end reaches us as 'disconnect'
process.on('message', async ({ id, stop, start }) => {
  await (stop ? store.stop(stop) : store.start(start));
  process.send({ done: id });
});
try {
  store = await { postgres: keepPostgres, redis: keepRedis }[process.argv[2]]();
  process.send({ url: store.url });
} catch (error) {
  process.send({ failed: error.code === 'ENOENT' ? 'redis-server is not installed: run npm test once' : error.message }, () => end());
}
