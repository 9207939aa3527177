// Starts the built product on the embedded database in a folder of its own, for measuring; and knows what its processes hold in memory.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const freePort = () => new Promise((resolve) => {
  const server = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-bench-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** @returns the running product: addresses, milliseconds until it was ready, `stop()` */
export async function startProduct(folder, env = {}) {
  const [port, matchingPort] = [await freePort(), await freePort()];
  const began = performance.now();
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: port, MATCHING_PORT: matchingPort, DATA_DIR: folder, RATE_LIMIT_FACTOR: '1000', DATABASE_URL: '', REDIS_URL: '', ...env },
  });
  process.once('exit', () => child.kill('SIGTERM'));
  let output = '';
  child.stdout.on('data', (text) => { output += text; });
  const origin = `http://127.0.0.1:${port}`;
  while (!(/\/console\/login#/.test(output) && await fetch(`${origin}/health/all`).then((answer) => answer.ok, () => false))) {
    if (child.exitCode !== null) throw new Error(`the product ended:\n${output}`);
    await pause(20);
  }
  return {
    origin, readyMs: performance.now() - began, pid: child.pid, loginToken: /\/console\/login#(\S+)/.exec(output)[1],
    async stop() {
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

export const removeFolder = (folder) => rmSync(folder, { recursive: true, force: true });

/** Memory of a process and all below it, in MB by what runs: proportional set size where the kernel tells it. */
export function memoryBelow(pid) {
  const parents = new Map(readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [[Number(name), Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))[1])]];
    } catch {
      return [];
    }
  }));
  const below = (id) => id === pid || (parents.has(id) && parents.get(id) > 1 && below(parents.get(id)));
  const memory = {};
  for (const id of parents.keys()) {
    if (!below(id)) continue;
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
      const name = /apps\/event/.test(command) ? 'event' : /apps\/matching/.test(command) ? 'matching' : /postgres/.test(command) ? 'postgres' : 'starter';
      const kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
      memory[name] = Math.round(((memory[name] ?? 0) + kilobytes / 1024) * 10) / 10;
    } catch { /* it has just ended */ }
  }
  return memory;
}
