import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import qrcode from 'qrcode';
import { makeFolder, startProduct, type Product } from '../helpers/product.js';
import { waitFor } from '../helpers/wait-for.js';
import { isRunning } from './run-start.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A clone of what is committed, with the installed packages lent to it. */
function cloneProject(): string {
  const project = join(makeFolder(), 'tsunagu');
  execFileSync('git', ['clone', '--quiet', '--local', PROJECT, project]);
  symlinkSync(join(PROJECT, 'node_modules'), join(project, 'node_modules'));
  return project;
}

describe('feature 100: npm start on a fresh clone runs all of it on the organiser’s own machine', () => {
  let project: string;
  let dataDir: string;
  let product: Product;
  beforeAll(async () => {
    project = cloneProject();
    dataDir = join(project, '.data');
    mkdirSync(dataDir, { mode: 0o755 });
    product = await startProduct({ project, embedded: true, demo: true, folder: dataDir });
  });
  afterAll(async () => {
    await product?.stop();
    rmSync(join(project, '..'), { recursive: true, force: true });
  });

  const page = async (path: string | undefined): Promise<{ status: number; type: string | null }> => {
    const response = await fetch(`${product.origin}${path}`);
    return { status: response.status, type: response.headers.get('content-type') };
  };

  it('prints one address a line: the console with its login link, the join page with its code, the projector, the API', () => {
    const lines = product.output().split('\n').filter((line) => /^http:\/\//.test(line));
    expect(lines).toHaveLength(4);
    expect(product.paths.join).toMatch(/^\/j\/[0-9A-HJKMNP-TV-Z]{8}$/);
    for (const path of Object.values(product.paths)) expect(path).toBeTruthy();
  });

  it('draws the join page as a QR code and says that http is not encrypted', async () => {
    const joinPage = /^(\S+)  .*join page/m.exec(product.output())![1];
    await waitFor('what is said after the addresses', () => product.output().includes('TLS_CERT'));
    expect(product.output()).toContain(await qrcode.toString(joinPage, { type: 'utf8' }));
    expect(product.output()).toContain('暗号化されません');
    expect(product.output()).toContain('TLS_CERT');
  });

  it.each(['console', 'join', 'wall', 'api'] as const)('serves the page behind the %s address', async (name) => {
    expect(await page(product.paths[name]?.replace(/#.*/, ''))).toEqual({ status: 200, type: expect.stringContaining('text/html') });
  });

  it('feature 103: brings a demo event with invented people to rehearse with', async () => {
    const { event } = await (await fetch(`${product.origin}/api/v1/join/${product.paths.join!.slice('/j/'.length)}`)).json() as { event: { title: string; state: string } };
    expect(event).toMatchObject({ title: '坂のまち・ひなた地区 ご近所ラボ', state: 'open' });
    await waitFor('the wall counts them', async () => {
      const { state } = await (await fetch(`${product.origin}/api/v1/walls/${product.paths.wall!.slice('/wall/'.length)}`)).json() as { state: { room: { counts: { joined: number } } } };
      return state.room.counts.joined >= 30;
    });
  });

  it('starts again without building, on the same demo event, with a new login link', async () => {
    const before = product.paths;
    expect(await product.stop()).toBe(0);
    product = await startProduct({ project, embedded: true, demo: true, folder: dataDir });
    expect(product.output()).not.toContain('Building');
    expect(product.paths.join).toBe(before.join);
    expect(product.paths.wall).toBe(before.wall);
    expect(product.paths.console).not.toBe(before.console);
  });

  it('stops everything at SIGTERM: services, database, and itself with code 0', async () => {
    const pids = [product.pidOf('event'), product.pidOf('matching'), product.pid];
    expect(await product.stop()).toBe(0);
    for (const pid of pids) expect(await isRunning(pid)).toBe(false);
    expect(() => execFileSync('pgrep', ['-f', dataDir])).toThrow();
  });
});
