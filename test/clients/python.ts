import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PLACE = '.tmp/clients-venv';

/**
 * A virtual environment with the packages of the examples, made once and kept while they stay the same.
 * @returns the path of its Python
 */
export async function prepareVenv(): Promise<string> {
  const wanted = ['python-redis', 'python-postgres'].map((name) => readFileSync(`examples/${name}/requirements.txt`, 'utf8')).join('');
  const [python, stamp] = [join(PLACE, 'bin/python'), join(PLACE, 'stamp')];
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return python;
  mkdirSync(PLACE, { recursive: true });
  await run('python3', ['-m', 'venv', '--clear', PLACE]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', 'examples/python-redis/requirements.txt', '-r', 'examples/python-postgres/requirements.txt']);
  writeFileSync(stamp, wanted);
  return python;
}

/** A Python with a Redis client and no BullMQ: the system's where its package `python3-redis` is there, else that of the examples. */
export const plainPython = (): string => (spawnSync('/usr/bin/python3', ['-c', 'import redis']).status === 0 ? '/usr/bin/python3' : join(PLACE, 'bin/python'));
