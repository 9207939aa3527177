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
  it('lists every command with its purpose in both languages, and tells its version', () => {
    for (const words of [['help'], ['--help'], ['-h'], ['help', 'help'], ['--help', '-h'], ['-h', '--help']]) {
      const { code, out, problem } = tsunagu(...words);
      expect({ code, problem }).toEqual({ code: 0, problem: '' });
      expect(out).toMatch(/^usage: tsunagu <tag \| .+ …\n\n {2}tag +[^\n]*自己紹介[^\n]*\n +reads introductions/);
      expect(out).toMatch(/\n {2}doctor +[^\n]*直し方[^\n]*\n +tells what runs/);
    }
    expect(tsunagu('--version')).toEqual({ code: 0, out: expect.stringMatching(/^tsunagu \d+\.\d+\.\d+\n$/), problem: '' });
  });

  it('tells of a command what it reads and what its options mean', () => {
    expect(tsunagu('help', 'teams')).toEqual(tsunagu('teams', '--help'));
    const { out } = tsunagu('help', 'teams');
    for (const said of [/標準入力/, /standard input/, /"participants":/, /PEOPLE\.csv is a table/, /4 means 3 to 5, aiming at 4/, /4-4 はちょうど4人/]) expect(out).toMatch(said);
    expect(tsunagu('help', 'nothing')).toMatchObject({ code: 2, problem: expect.stringContaining('[command.unknown]') });
  });

  it('says that the disk is full', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `echo '{"id":"a","text":"写真が好きです。"}' | "${process.execPath}" "${MAIN}" tag > /dev/full`], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^tsunagu: \[output\.unwritable\] 結果を書き出せません（ENOSPC）。[^\n]+ \/ The results cannot be written[^\n]+\n$/)]);
  });

  it.each([['--help'], ['erase', '--help'], ['teams', '-h']])('tells how %s %s is used', (...args) => {
    expect(tsunagu(...args)).toMatchObject({ code: 0, out: expect.stringMatching(/^usage: tsunagu /), problem: '' });
  });

  it.each([
    [['nothing'], 'command.unknown', /"nothing".* usage: tsunagu </], [[], 'command.missing', /usage: tsunagu </],
    [['export', '--bogus'], 'option.unknown', /--bogus: .*usage: tsunagu export/], [['export', '--event'], 'option.without_value', /--event: .*usage: tsunagu export/],
    [['export'], 'option.without_value', /--event: .*usage: tsunagu export/], [['tag', '--explain=yes'], 'option.takes_no_value', /--explain: .*usage: tsunagu tag/],
    [['dead-letters', 'extra'], 'argument.unexpected', /"extra".*usage: tsunagu dead-letters/], [['doctor', 'extra'], 'argument.unexpected', /"extra".*usage: tsunagu doctor/],
    [['create-organiser'], 'arguments.wrong', /usage: tsunagu create-organiser/], [['create-organiser', 'x'], 'member.login', /LOGIN: /],
    [['seed'], 'arguments.wrong', /usage: tsunagu seed --demo/], [['schema', 'nothing'], 'option.invalid', /NAME: .*"nothing"/], [['door', 'Library'], 'option.invalid', /NAME: .*"Library"/],
    [['candidates', '--top', '0'], 'option.invalid', /--top: .*1以上の整数.*whole number of at least 1, got "0"/], [['teams', '--seconds', '1', '--iterations', '2'], 'option.excluded', /--seconds: .*--iterations/],
    [['candidates', '--model', 'm'], 'option.alone', /--model: .*--embeddings/], [['service-keys', '--make', 'x'], 'option.alone', /--make: .*--name/],
    [['erase', '--event', '00000000-0000-0000-0000-000000000000', '--participant', ''], 'option.empty_participant', /--participant: .*何も消していません.*nothing is erased/],
  ])('%j is wrong usage (%s), said on one line in both languages, and touches nothing', (args, code, why) => {
    const { problem, ...rest } = tsunagu(...args);
    expect(rest).toEqual({ code: 2, out: '' });
    expect(problem).toMatch(/^tsunagu: \[[^\n]+[ぁ-ん][^\n]+。 \/ [^\n]+\n$/);
    expect(problem).toContain(`tsunagu: [${code}] `);
    expect(problem).toMatch(why);
  });

  it('says which input cannot be taken on one line of standard error, exit 1', () => {
    writeFileSync(join(folder, 'intros.jsonl'), '{"id":"a","text":\n');
    expect(tsunagu('tag', 'intros.jsonl')).toEqual({ code: 1, out: '', problem: expect.stringMatching(/^tsunagu: \[json\.broken\] intros\.jsonl 1行目 \(line 1\): [^\n]+。 \/ [^\n]+\n$/) });
    expect(tsunagu('tag', 'none.jsonl')).toMatchObject({ code: 1, problem: expect.stringContaining('[file.unreadable] none.jsonl: ') });
  });

  it('reads the settings that the product reads here', () => {
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=postgres://nobody:secret@127.0.0.1:1/other\n');
    const { code, problem } = tsunagu('migrate');
    expect({ code, problem }).toEqual({ code: 1, problem: expect.stringMatching(/^tsunagu: \[database\.unreachable\] DATABASE_URL のデータベース 127\.0\.0\.1:1 に[^\n]+ \/ [^\n]+\n$/) });
    expect(problem).not.toContain('secret');
    writeFileSync(join(folder, '.env'), 'PORT=three\nREDIS_URL=nowhere\n');
    expect(tsunagu('migrate')).toMatchObject({ code: 1, problem: expect.stringMatching(/^tsunagu: \[settings\.invalid\] PORT, REDIS_URL: [^\n]+\.env[^\n]+PORT="three"[^\n]+\n$/) });
  });
});
