import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { freePort } from '../run/ports.mjs';

/** What a laptop in a room would print: pictures must not show the machine that they were taken on. */
const SHOWN_ADDRESS = 'http://192.168.11.5:3000';

/** Starts the product with the demo event on a folder of its own: { origin, paths: { console, join, wall }, stop }. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-pictures-'));
  chmodSync(folder, 0o755); // the database may run as another user
  const [port, matchingPort] = [await freePort(), await freePort()];
  const starter = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), MATCHING_PORT: String(matchingPort), HOST: '127.0.0.1', PUBLIC_URL: SHOWN_ADDRESS, RATE_LIMIT_FACTOR: '10', DATABASE_URL: '', REDIS_URL: '', DEMO: 'true', npm_lifecycle_event: '' },
  });
  const ended = once(starter, 'exit');
  const stop = async () => {
    if (starter.exitCode === null) starter.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const output = await Promise.race([printedAddresses(starter), ended.then(() => { throw new Error('the product ended before it was ready'); })]);
    return { origin: `http://localhost:${port}`, paths: { console: pathOf(output, '/console'), join: pathOf(output, '/j/'), wall: pathOf(output, '/wall/') }, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function printedAddresses(starter) {
  let output = '';
  for await (const part of starter.stdout.iterator({ destroyOnReturn: false })) {
    output += part;
    if (output.includes(`${SHOWN_ADDRESS}/api`)) break;
  }
  starter.stdout.resume();
  return output;
}

const pathOf = (output, start) => output.split(/\s/).find((word) => word.startsWith(SHOWN_ADDRESS + start)).slice(SHOWN_ADDRESS.length);
