import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';

const MAIN = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The built command line, in a folder of its own. */
function tsunagu(...args: string[]): { code: number | null; out: string; problem: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } });
  return { code: status, out: stdout, problem: stderr };
}

describe('the command line', () => {
  it.each([['--help'], ['erase', '--help'], ['teams', '-h']])('tells how %s %s is used', (...args) => {
    expect(tsunagu(...args)).toMatchObject({ code: 0, out: expect.stringMatching(/^usage: tsunagu /), problem: '' });
  });

  it.each([
    [['nothing'], /no command "nothing"; usage/], [['export', '--bogus'], /--bogus.*usage: tsunagu export/], [['dead-letters', 'extra'], /extra.*usage: tsunagu dead-letters/],
    [['doctor', 'extra'], /extra.*usage: tsunagu doctor/], [['create-organiser', 'x'], /LOGIN.*"x"/],
    [['erase', '--event', '00000000-0000-0000-0000-000000000000', '--participant', ''], /--participant is empty; nothing is erased/],
  ])('%j is wrong usage, and touches nothing', (args, why) => {
    expect(tsunagu(...args)).toMatchObject({ code: 2, out: '', problem: expect.stringMatching(why) });
  });

  it('reads the settings that the product reads here', () => {
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=postgres://nobody@127.0.0.1:1/other\n');
    expect(tsunagu('migrate')).toMatchObject({ code: 1, problem: expect.stringContaining('127.0.0.1:1') });
  });
});
