import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../scripts/run/ports.mjs';
import { makeFolder } from '../helpers/product.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a start that is expected to be refused, to its end. */
export async function refusedStart(env: Record<string, string>, args: string[] = []): Promise<{ code: number | null; said: string }> {
  const folder = makeFolder();
  const starter = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    cwd: PROJECT, stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', DATA_DIR: folder, PORT: String(await freePort()), MATCHING_PORT: String(await freePort()), ...env },
  });
  let said = '';
  for (const stream of [starter.stdout, starter.stderr]) stream.on('data', (text) => { said += text; });
  const [code] = (await once(starter, 'close')) as [number | null];
  rmSync(folder, { recursive: true });
  return { code, said };
}

/** Whether a process of this number runs. One that is dead and only waits to be collected does not count. */
export async function isRunning(pid: number): Promise<boolean> {
  const ps = spawn('ps', ['-p', String(pid), '-o', 'stat='], { stdio: ['ignore', 'pipe', 'ignore'] });
  let state = '';
  ps.stdout.on('data', (text) => { state += text; });
  await once(ps, 'close');
  return state.trim() !== '' && !state.startsWith('Z');
}
