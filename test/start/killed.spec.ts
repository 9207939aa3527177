import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../helpers/free-port.js';
import { makeFolder, startProduct, type Product } from '../helpers/product.js';
import { waitFor } from '../helpers/wait-for.js';
import { isRunning } from './run-start.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

describe('what was started stays up, and a start recovers from any kill', () => {
  let folder: string;
  const products: Product[] = [];
  const start = async (): Promise<Product> => {
    const product = await startProduct({ embedded: true, folder });
    products.push(product);
    return product;
  };
  const allReady = (product: Product) => waitFor('the whole product is ready', async () => (await fetch(`${product.origin}/health/all`)).ok, 30);
  const postmaster = (): number => Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

  beforeEach(() => { folder = makeFolder(); });
  afterEach(async () => {
    for (const product of products.splice(0)) await product.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['matching', 'event'] as const)('a killed %s service is started again', async (service) => {
    const product = await start();
    const before = product.pidOf(service);
    product.kill(service, 'SIGKILL');
    await waitFor('a new process', () => product.pidOf(service) !== before);
    await allReady(product);
    expect(product.output()).toContain(`${service}: 停止したので起動し直します`);
  });

  it('a killed database is started again under the running services', async () => {
    const product = await start();
    const services = [product.pidOf('event'), product.pidOf('matching')];
    process.kill(postmaster(), 'SIGKILL');
    await waitFor('PostgreSQL runs again', () => product.output().includes('runs again'));
    await allReady(product);
    expect([product.pidOf('event'), product.pidOf('matching')]).toEqual(services);
  });

  it('after kill -9 of the starter its services end, and the next start takes over the running database', async () => {
    const killed = await start();
    const services = [killed.pidOf('event'), killed.pidOf('matching')];
    const database = postmaster();
    killed.kill('starter', 'SIGKILL');
    await killed.ended();
    const next = await start();
    expect(postmaster()).toBe(database);
    await waitFor('no service of the killed starter runs', async () => !(await Promise.all(services.map(isRunning))).some(Boolean));
    expect(readdirSync(join(folder, 'starters'))).toEqual([`${next.pid}.json`]);
  });

  it('after kill -9 of everything the next start recovers', async () => {
    const killed = await start();
    const pids = [killed.pid, killed.pidOf('event'), killed.pidOf('matching'), postmaster()];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await killed.ended();
    await allReady(await start());
  });

  it('SIGTERM to the npm command reaches the services, which npm does not tell', async () => {
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
    await waitFor('every process has ended', async () => !(await Promise.all(pids.map(isRunning))).some(Boolean), 30);
    expect(readdirSync(join(folder, 'starters'))).toEqual([]);
  });
});
