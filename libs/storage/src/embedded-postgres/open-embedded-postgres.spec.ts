import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { ROOTS_FOLDER } from './binaries.js';
import { isPostgres } from './process-state.js';
import { openEmbeddedPostgres, type EmbeddedPostgres } from './open-embedded-postgres.js';

const holds: EmbeddedPostgres[] = [];
let dataDir: string;

const open = async (report?: (sentence: string) => void): Promise<EmbeddedPostgres> => {
  const hold = await openEmbeddedPostgres({ dataDir, durable: false, report });
  holds.push(hold);
  return hold;
};

async function query<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await pause(50);
    }
  }
}

describe('embedded PostgreSQL', () => {
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'tsunagu-postgres-'));
    chmodSync(dataDir, 0o755);
  });
  afterEach(async () => {
    for (const hold of holds.splice(0)) await hold.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('makes a database at the first start and keeps its rows and its address over a restart', async () => {
    const first = await open();
    await query(first.url, 'CREATE TABLE kept (word text); ');
    await query(first.url, `INSERT INTO kept VALUES ('つなぐ')`);
    await first.close();
    expect(isPostgres(first.pid)).toBe(false);
    const second = await open();
    expect(second.joined).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'つなぐ' }]);
  });

  it('lets nobody in without the password, which only its owner can read', async () => {
    const hold = await open();
    await expect(query(hold.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(join(hold.folder, 'password')).mode & 0o777).toBe(0o600);
  });

  it('keeps other roles out of the database that holds are taken in: whoever took that lock would keep a start waiting', async () => {
    const { url } = await open();
    await query(url, "CREATE ROLE guest LOGIN PASSWORD 'guest'");
    const guest = new URL(url);
    Object.assign(guest, { username: 'guest', password: 'guest' });
    expect(await query(guest.href, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    guest.pathname = '/postgres';
    await expect(query(guest.href, 'SELECT 1')).rejects.toThrow(/permission denied/);
  });

  it('lets go of the server where the database cannot be made', async () => {
    await expect(openEmbeddedPostgres({ dataDir, durable: false, database: '' })).rejects.toThrow(/identifier/);
    expect((await open()).joined).toBe(false);
  });

  it('joins a server that runs, and only the last one to let go stops it', async () => {
    const first = await open();
    const second = await open();
    expect(second.joined).toBe(true);
    expect(second.url).toBe(first.url);
    await first.close();
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await second.close();
    expect(isPostgres(second.pid)).toBe(false);
  });

  it('stops the server when two holders let go at once', async () => {
    const [first, second] = [await open(), await open()];
    await Promise.all([first.close(), second.close()]);
    expect(isPostgres(second.pid)).toBe(false);
  });

  it('serves starters that begin at the same moment on an empty folder from one cluster', async () => {
    const together = await Promise.all([open(), open(), open()]);
    expect(new Set(together.map(({ url }) => url)).size).toBe(1);
    expect(together.filter(({ joined }) => !joined)).toHaveLength(1);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  it('starts a killed server again on the same port, with all that was committed', async () => {
    const reports: string[] = [];
    const hold = await open((sentence) => reports.push(sentence));
    await query(hold.url, 'CREATE TABLE kept AS SELECT 7 AS number');
    const killed = hold.pid;
    process.kill(killed, 'SIGKILL');
    await eventually(async () => expect(await query(hold.url, 'SELECT number FROM kept')).toEqual([{ number: 7 }]));
    await eventually(async () => expect(reports.join()).toContain('runs again'));
    expect(hold.pid).not.toBe(killed);
  });

  it('starts a server again that somebody told to stop, although sessions are open', async () => {
    const hold = await open();
    const told = hold.pid;
    process.kill(told, 'SIGTERM');
    await eventually(async () => expect(hold.pid).not.toBe(told));
    expect(await query(hold.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('takes over the server of a starter that was killed, and stops it in the end', async () => {
    const starter = await startElsewhere();
    starter.process.kill('SIGKILL');
    await once(starter.process, 'exit');
    const hold = await open();
    expect(hold.joined).toBe(true);
    expect(hold.pid).toBe(starter.pid);
    await hold.close();
    expect(isPostgres(starter.pid)).toBe(false);
  });

  it('starts although a lock file names a process that is not PostgreSQL', async () => {
    const first = await open();
    await first.close();
    const lock = join(first.folder, 'cluster', 'postmaster.pid');
    writeFileSync(lock, `${process.pid}\n${join(first.folder, 'cluster')}\n0\n5432\n\n127.0.0.1\n0\nready\n`);
    const second = await open();
    expect(second.joined).toBe(false);
    expect(await query(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('removes the half-made cluster of a starter that was killed', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    mkdirSync(join(dataDir, `postgres.new-${dead.pid}-abc`));
    const roots = process.getuid?.() === 0 ? [`cluster-abc.new-${dead.pid}-abc`, `postgres-0.0.0.new-${dead.pid}`] : [];
    for (const name of roots) mkdirSync(join(ROOTS_FOLDER, name), { recursive: true });
    await open();
    expect(readdirSync(dataDir)).toEqual(['postgres']);
    if (roots.length) expect(readdirSync(ROOTS_FOLDER)).not.toEqual(expect.arrayContaining(roots));
  });

  it('works below a folder that only its owner may enter; for root the data then stands where the database user can reach it', async () => {
    chmodSync(dataDir, 0o700);
    const inner = join(dataDir, 'inner');
    const hold = await openEmbeddedPostgres({ dataDir: inner, durable: false });
    holds.push(hold);
    expect(await query(hold.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(hold.folder.startsWith(inner)).toBe(process.getuid?.() !== 0);
    await hold.close();
    const again = await openEmbeddedPostgres({ dataDir: inner, durable: false });
    holds.push(again);
    expect(again.folder).toBe(hold.folder);
    await again.close();
    rmSync(hold.folder, { recursive: true });
  });

  it('writes no words of a failed statement into its log', async () => {
    const hold = await open();
    await query(hold.url, `CREATE TABLE secret (words text CHECK (length(words) < 3))`);
    await expect(query(hold.url, `INSERT INTO secret VALUES ('自己紹介の文')`)).rejects.toThrow('violates check');
    const log = readFileSync(join(hold.folder, 'log'), 'utf8');
    expect(log).toContain('violates check');
    expect(log).not.toContain('自己紹介');
  });

  it('names a data folder that cannot be written', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    await expect(openEmbeddedPostgres({ dataDir: join(dataDir, 'file', 'data') })).rejects.toMatchObject({ code: 'database.folder_not_writable' });
  });
});

/** Another process that holds the database of `dataDir`; it needs the built product. */
async function startElsewhere(): Promise<{ process: ChildProcess; pid: number }> {
  const program = `const { openEmbeddedPostgres } = await import(${JSON.stringify(new URL('../../../../dist/libs/storage/src/embedded-postgres/index.js', import.meta.url))});
    const hold = await openEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, durable: false }); process.send(hold.pid); process.on('message', () => {});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [pid] = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => { throw new Error('the other starter ended'); })]) as [number];
  return { process: child, pid };
}
