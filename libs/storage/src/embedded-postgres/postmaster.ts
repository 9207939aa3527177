import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programPath } from './binaries.js';
import type { Cluster } from './cluster.js';
import { EmbeddedPostgresProblem, systemCode } from './problem.js';
import { isAlive, isPostgres } from './process-state.js';
import type { RunAs } from './run-as.js';

/** A running server of a cluster. */
export interface Postmaster { pid: number; port: number; joined: boolean }

export interface PostmasterSettings { binaries: string; runAs?: RunAs; durable: boolean; port?: number }

const START_WITHIN_MS = 30_000;
const LOG_LIMIT = 2 ** 20;

/**
 * Joins the server that runs on this cluster, or starts one. PostgreSQL's own lock file decides between two starters.
 * What a killed server left (its lock, dying children that still hold its memory) is waited for or cleared.
 * @throws EmbeddedPostgresProblem where no server runs within 30 s
 */
export async function joinOrStart(cluster: Cluster, settings: PostmasterSettings): Promise<Postmaster> {
  const deadline = performance.now() + START_WITHIN_MS;
  for (;;) {
    const running = await runningPostmaster(cluster, deadline);
    if (running) return running;
    const outcome = await start(cluster, settings, deadline);
    if (typeof outcome !== 'string') return outcome;
    if (!isPassing(outcome, settings) || performance.now() > deadline) throw new EmbeddedPostgresProblem('database.did_not_start', `PostgreSQL did not start: ${outcome}`);
    await pause(100);
  }
}

/** Causes that a further try can overcome. A port taken by someone else only where the port is free to choose. */
const isPassing = (log: string, { port }: PostmasterSettings): boolean =>
  /lock file "[^"]*" already exists|pre-existing shared memory block/.test(log) || (port === undefined && /could not (bind|create any TCP\/IP sockets)/.test(log));

interface LockFile { pid: number; port: number; state?: string }

function readLockFile(cluster: Cluster): LockFile | undefined {
  try {
    const lines = readFileSync(join(cluster.data, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), state: lines[7]?.trim() };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function runningPostmaster(cluster: Cluster, deadline: number): Promise<Postmaster | undefined> {
  for (;;) {
    const lock = readLockFile(cluster);
    if (!lock || !isAlive(lock.pid)) return undefined;
    if (!isPostgres(lock.pid)) return clearLock(cluster);
    if (lock.state === 'ready') return { pid: lock.pid, port: lock.port, joined: true };
    if (performance.now() > deadline) throw new EmbeddedPostgresProblem('database.did_not_start', `PostgreSQL (process ${lock.pid}) runs but does not become ready.`);
    await pause(50);
  }
}

function clearLock(cluster: Cluster): undefined {
  rmSync(join(cluster.data, 'postmaster.pid'), { force: true });
}

/** Starts a server; returns it once it answers, or the end of its log where it ended instead. */
async function start(cluster: Cluster, settings: PostmasterSettings, deadline: number): Promise<Postmaster | string> {
  const port = settings.port ?? await choosePort(cluster);
  const logFile = join(cluster.folder, 'log');
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) truncateSync(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const from = statSync(logFile).size;
  const server = spawn(programPath(settings.binaries, 'postgres'), flags(cluster, port, settings.durable), {
    ...settings.runAs, cwd: cluster.folder, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', log, log],
    detached: process.platform !== 'win32', // a Ctrl-C must not reach it before the services have drained
  });
  closeSync(log);
  let ended = false;
  server.once('exit', () => { ended = true; });
  server.once('error', () => { ended = true; });
  server.unref();
  while (!ended && performance.now() < deadline) {
    const lock = readLockFile(cluster);
    if (lock && lock.pid === server.pid && lock.state === 'ready') return remember(cluster, { pid: lock.pid, port, joined: false });
    await pause(20);
  }
  return readFileSync(logFile).subarray(from).toString('utf8').trim() || 'it ended without a word';
}

/** Nothing that a person wrote may reach the log: no statements, and terse errors (their details quote whole rows). */
const flags = (cluster: Cluster, port: number, durable: boolean): string[] => [
  '-D', cluster.data, '-p', String(port), ...[
    'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200', 'shared_buffers=64MB',
    'log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_statement=none', 'logging_collector=off',
    ...(durable ? [] : ['fsync=off', 'full_page_writes=off']),
  ].flatMap((setting) => ['-c', setting]),
];

const portFile = (cluster: Cluster): string => join(cluster.folder, 'port');

function remember(cluster: Cluster, postmaster: Postmaster): Postmaster {
  writeFileSync(portFile(cluster), String(postmaster.port));
  return postmaster;
}

/** The port of the last start where it is free, so that the address stays the same; else any free one. */
async function choosePort(cluster: Cluster): Promise<number> {
  const last = existsSync(portFile(cluster)) ? Number(readFileSync(portFile(cluster), 'utf8')) : 0;
  return await bindOnce(last).catch(() => bindOnce(0));
}

const bindOnce = (port: number): Promise<number> => new Promise((done, fail) => {
  const server = createServer().once('error', fail).listen(port, '127.0.0.1', () => {
    const bound = (server.address() as AddressInfo).port;
    server.close(() => done(bound));
  });
});

/** Whether this server was told to stop: until its last session ends it takes no new one. */
export function isStopping(cluster: Cluster, { pid }: Postmaster): boolean {
  const lock = readLockFile(cluster);
  return lock?.pid === pid && lock.state === 'stopping';
}

/** Stops the server: sessions are ended, what is committed stays. One that takes longer than 4 s recovers at its next start. */
export async function stopPostmaster(cluster: Cluster, { pid }: Postmaster, settings: PostmasterSettings): Promise<void> {
  if (process.platform === 'win32') execFileSync(programPath(settings.binaries, 'pg_ctl'), ['stop', '-D', cluster.data, '-m', 'fast', '-w'], { stdio: 'ignore' });
  else signal(pid, 'SIGINT');
  const patience = performance.now() + 4_000;
  while (isPostgres(pid)) {
    if (performance.now() > patience) signal(pid, 'SIGQUIT');
    await pause(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}
