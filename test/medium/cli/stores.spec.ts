import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, expect, it, jest } from '@jest/globals';
import { migrate, openDatabase } from '@tsunagu/storage';
import { run as createOrganiser } from '../../../apps/cli/src/create-organiser.js';
import { run as deadLetters } from '../../../apps/cli/src/dead-letters.js';
import { run as door } from '../../../apps/cli/src/door.js';
import { run as erase } from '../../../apps/cli/src/erase.js';
import { run as exportEvent } from '../../../apps/cli/src/export-event.js';
import { run as serviceKeys } from '../../../apps/cli/src/service-keys.js';
import { freePort } from '../../../scripts/run/ports.mjs';
import { freshName, makeDatabase } from '../../helpers/stores.js';

const ID = '00000000-0000-0000-0000-000000000000';
const before = { ...process.env };
const settings = (given: Record<string, string>): void => { process.env = { ...before, ...given }; };
afterEach(() => {
  process.env = before;
  jest.restoreAllMocks();
});

it('an operator’s command says what is not there, which option named it, and what to do', async () => {
  const { url, drop } = await makeDatabase();
  const said = jest.spyOn(process.stdout, 'write');
  try {
    settings({ DATABASE_URL: url, REDIS_URL: '', SERVICES: 'library' });
    await expect(exportEvent(['--event', ID])).rejects.toThrow(/^\[database\.not_migrated\] .*tsunagu migrate.* \/ .*tsunagu migrate/);
    await migrate(url);
    await expect(exportEvent(['--event', ID])).rejects.toThrow(/^\[event\.unknown\] --event: イベント 0{8}/);
    // of 36 characters, and no id: the store would say that it is none
    for (const [command, option, code] of [[exportEvent, '--event', 'event.unknown'], [serviceKeys, '--revoke', 'service_key.unknown'], [deadLetters, '--replay', 'dead_letter.unknown']] as const) {
      await expect(command([option, '0'.repeat(36)])).rejects.toThrow(`[${code}] ${option}: `);
    }
    await expect(serviceKeys(['--revoke', ID])).rejects.toThrow(/^\[service_key\.unknown\] --revoke: /);
    await expect(serviceKeys(['--make', 'shop', '--name', 'x'])).rejects.toThrow(/^\[service\.unknown\] --make: .*SERVICES.* \/ .*SERVICES/);
    await expect(deadLetters(['--service', 'shop'])).rejects.toThrow(/^\[service\.unknown\] --service: .*SERVICES.* \/ .*SERVICES/);
    await deadLetters(['--service', 'library']);
    await expect(door(['shop'])).rejects.toThrow(/^\[service\.unknown\] shop: /);
    settings({ DATABASE_URL: url, REDIS_URL: `redis://:secret@127.0.0.1:${await freePort()}`, SERVICES: 'library' });
    const refused = await door(['library']).catch((error: Error) => error.message);
    expect(refused).toMatch(/^\[redis\.unreachable\] REDIS_URL の Redis 127\.0\.0\.1:\d+ に/);
    expect(refused).not.toContain('secret');
    const page = createServer((_, response) => response.end('<html>')).listen(0, '127.0.0.1');
    await once(page, 'listening');
    settings({ DATABASE_URL: url, REDIS_URL: `redis://127.0.0.1:${(page.address() as AddressInfo).port}`, SERVICES: 'library' });
    await expect(door(['library'])).rejects.toThrow(/^\[redis\.other\] REDIS_URL の 127\.0\.0\.1:\d+ で動いているのは Redis ではありません。.* \/ .* is no Redis: .*$/);
    page.close();
    expect(said).not.toHaveBeenCalled();
  } finally {
    await drop();
  }
});

it('dead letters are shown to the last one, and one of another service is not done again in silence', async () => {
  const { url, drop } = await makeDatabase();
  const lines: string[] = [];
  jest.spyOn(process.stdout, 'write').mockImplementation(((text: string, done?: () => void) => { lines.push(text); done?.(); return true; }) as never);
  const database = await openDatabase(url, 1);
  try {
    await migrate(url);
    settings({ DATABASE_URL: url, REDIS_URL: '', SERVICES: 'library,shop' });
    const add = (service: string, count: number): Promise<unknown> => database.reader.query(`INSERT INTO dead_letter (service, queue, job_id, pattern, problem) SELECT $1, 'requests', 'j' || n, 'match.tags', '{}' FROM generate_series(1, $2::int) n`, [service, count]);
    await add('library', 1_200);
    await add('shop', 1);
    await deadLetters(['--service', 'library']);
    expect(new Set(lines.map((line) => (JSON.parse(line) as { id: string }).id)).size).toBe(1_200);
    lines.length = 0;
    const [{ id }] = await database.reader.query("SELECT id FROM dead_letter WHERE service = 'shop'");
    await expect(deadLetters(['--service', 'library', '--replay', id])).rejects.toThrow(/^\[dead_letter\.unknown\] --replay: /);
    await deadLetters(['--service', 'shop', '--replay', id]);
    await deadLetters(['--replay', 'all', '--service', 'shop']);
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ id, round: null }, { id, round: null }]);
  } finally {
    await database.source.destroy();
    await drop();
  }
});

it('door says what to do where the database user may make no other', async () => {
  const { url, name, drop } = await makeDatabase();
  const database = await openDatabase(url, 1);
  const user = freshName();
  const limited = new URL(url);
  [limited.username, limited.password] = [user, 'x'];
  try {
    await database.reader.query(`CREATE ROLE ${user} LOGIN PASSWORD 'x'`);
    await database.reader.query(`GRANT CREATE ON DATABASE ${name} TO ${user}`);
    await database.reader.query(`GRANT CREATE ON SCHEMA public TO ${user}`);
    await migrate(limited.href);
    settings({ DATABASE_URL: limited.href, REDIS_URL: '', SERVICES: 'library', QUEUE_NAMESPACE: name });
    await expect(door(['library'])).rejects.toThrow(new RegExp(`^\\[door\\.no_createrole\\] .*「${user}」.*ALTER ROLE "${user}" CREATEROLE;.* / .*REDIS_URL`));
  } finally {
    await database.reader.query(`DROP OWNED BY ${user}`);
    await database.reader.query(`DROP ROLE ${user}`);
    await database.source.destroy();
    await drop();
  }
});

it('an operator’s command in a folder without a database says so, and makes none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagu-none-'));
  const none = join(folder, 'data');
  try {
    settings({ DATABASE_URL: '', DATA_DIR: none });
    for (const command of [() => erase(['--event', ID]), () => exportEvent(['--event', ID]), () => createOrganiser(['hana'])]) {
      const refused = await command().catch((error: Error) => error.message);
      expect(refused).toMatch(/^\[database\.none_here\] .*DATA_DIR.* \/ .*DATA_DIR/);
      expect(refused).toContain(none);
    }
    expect(existsSync(none)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
