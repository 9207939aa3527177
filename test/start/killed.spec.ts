import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/run/ports.mjs';
import { makeFolder, startProduct, type Product } from '../helpers/product.js';
import { waitFor } from '../helpers/wait-for.js';
import { isRunning } from './run-start.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** One product and one data folder for all: each test kills what the one before left running. */
describe('what was started stays up, and a start recovers from any kill', () => {
  const folder = makeFolder();
  let product: Product;
  const start = () => startProduct({ embedded: true, folder });
  const allReady = () => waitFor('the whole product is ready', async () => (await fetch(`${product.origin}/health/all`)).ok, 60);
  const postmaster = (): number => Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const services = (): number[] => [product.pidOf('event'), product.pidOf('matching')];
  const untilEnded = (pids: number[]) => waitFor('every process has ended', async () => !(await Promise.all(pids.map(isRunning))).some(Boolean), 40);

  beforeAll(async () => { product = await start(); });
  afterAll(async () => {
    await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['matching', 'event'] as const)('a killed %s service is started again', async (service) => {
    const before = product.pidOf(service);
    product.kill(service, 'SIGKILL');
    await waitFor('a new process', () => product.pidOf(service) !== before);
    await allReady();
    expect(product.output()).toContain(`${service}: 停止したので起動し直します`);
  });

  it('a killed database is started again under the running services', async () => {
    const before = services();
    process.kill(postmaster(), 'SIGKILL');
    await waitFor('PostgreSQL runs again', () => product.output().includes('runs again'));
    await allReady();
    expect(services()).toEqual(before);
  });

  it('after kill -9 of the starter its services end, and the next start takes over the running database', async () => {
    const orphans = services();
    const database = postmaster();
    product.kill('starter', 'SIGKILL');
    await product.ended();
    product = await start();
    expect(postmaster()).toBe(database);
    await untilEnded(orphans);
    expect(readdirSync(join(folder, 'starters'))).toEqual([`${product.pid}.json`]);
  });

  it('after kill -9 of everything the next start recovers', async () => {
    for (const pid of [product.pid, ...services(), postmaster()]) process.kill(pid, 'SIGKILL');
    await product.ended();
    product = await start();
    await allReady();
  });

  it('SIGTERM to the npm command reaches the services, which npm does not tell', async () => {
    await product.stop();
    const npm = spawn('npm', ['start'], {
      cwd: PROJECT, stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, DATA_DIR: folder, PORT: String(await freePort()), MATCHING_PORT: String(await freePort()), DEMO: 'false', DATABASE_URL: '', REDIS_URL: '', NODE_OPTIONS: '' },
    });
    let said = '';
    npm.stdout.on('data', (text) => { said += text; });
    await waitFor('the addresses are printed', () => /\/api {2}API/.test(said), 60);
    const [note] = readdirSync(join(folder, 'starters'));
    const pids = [Number.parseInt(note, 10), ...Object.values<number>(JSON.parse(readFileSync(join(folder, 'starters', note), 'utf8'))), postmaster()];
    npm.kill('SIGTERM');
    await once(npm, 'exit');
    await untilEnded(pids);
    expect(readdirSync(join(folder, 'starters'))).toEqual([]);
  });
});
