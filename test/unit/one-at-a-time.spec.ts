import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { oneAtATime } from '../../scripts/prepare/one-at-a-time.mjs';

describe('preparing the project, one command at a time', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'preparing-'));
    lock = join(folder, 'preparing');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets no two work at the same time, and leaves no lock behind', async () => {
    let working = 0;
    const work = async (): Promise<number> => {
      working += 1;
      expect(working).toBe(1);
      await new Promise(setImmediate);
      return working--;
    };
    expect(await Promise.all([1, 2, 3].map(() => oneAtATime(work, { folder })))).toEqual([1, 1, 1]);
    expect(existsSync(lock)).toBe(false);
  });

  it.each([
    ['a dead process', '2147483646', 0],
    ['a process number that somebody else has by now', String(process.ppid), 60_000],
    ['nobody, killed before it wrote its number', '', 60_000],
  ])('takes over from %s', async (_, written, age) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(lock, written);
    const touched = new Date(Date.now() - age);
    utimesSync(lock, touched, touched);
    expect(await oneAtATime(async () => 'worked', { folder })).toBe('worked');
  });

  it('leaves it to one of those who find it abandoned to take it over', async () => {
    writeFileSync(lock, '2147483646');
    writeFileSync(`${lock}.turn`, String(process.ppid));
    let worked = false;
    const waiting = oneAtATime(async () => { worked = true; }, { folder, tellAfterMs: 100, say: () => { expect(worked).toBe(false); rmSync(`${lock}.turn`); } });
    await waiting;
    expect([worked, existsSync(lock), existsSync(`${lock}.turn`)]).toEqual([true, false, false]);
  });

  it('takes no lock away that is another one’s by now', async () => {
    await oneAtATime(async () => writeFileSync(lock, String(process.ppid)), { folder });
    expect(existsSync(lock)).toBe(true);
  });

  it('waits for a holder that lives, and says so', async () => {
    writeFileSync(lock, String(process.ppid));
    const said: string[] = [];
    const waiting = oneAtATime(async () => 'worked', { folder, tellAfterMs: 100, say: (line: string) => { said.push(line); rmSync(lock); } });
    expect(await waiting).toBe('worked');
    expect(said).toEqual([expect.stringContaining(`process ${process.ppid}`)]);
  });
});
