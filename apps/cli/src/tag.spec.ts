import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Statement } from '@tsunagu/nlp';
import { UsageError } from './problems.js';
import { run } from './tag.js';

const folder = mkdtempSync(join(tmpdir(), 'tag-'));
let files = 0;
const write = (...rows: unknown[]): string => {
  const file = join(folder, `${files++}.jsonl`);
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join('\n'));
  return file;
};

describe('tsunagu tag', () => {
  let printed = '';
  const capture = () => jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  const output = () => printed.trim().split('\n').map((line) => JSON.parse(line) as { id: string; tags: Statement[] });
  afterEach(() => {
    jest.restoreAllMocks();
    printed = '';
  });

  it('prints one object a line, best tag first, with evidence in units of the given text', async () => {
    capture();
    await run([write({ id: 'a', text: '😀Pythonが得意です。' }, { id: 'b', text: '今日は楽しみです。' })]);
    expect(output()).toEqual([{ id: 'a', tags: [{ label: 'Python', kind: 'skill', score: expect.any(Number), evidence: [[2, 8]] }] }, { id: 'b', tags: [] }]);
  });

  it('--explain adds the phrase, the concept, the rule path, and how likely each kind is before and after the sentence was heard', async () => {
    capture();
    await run(['--explain', write({ id: 'a', text: 'Pythonが得意です。週末は山にいます。' })]);
    const [{ weighing, ...tag }] = output()[0].tags;
    expect(tag).toMatchObject({ phrase: 'Python', concept: 'Python', rule: expect.stringContaining('得意') });
    expect(weighing!.sentence).toBe('Pythonが得意です');
    for (const likelihoods of [weighing!.alone, weighing!.inSentence]) expect(likelihoods.skill).toBeGreaterThan(Math.max(0.5, likelihoods.interest, likelihoods.seeking));
    expect(tag.score).toBeLessThan(weighing!.inSentence.skill);
  });

  it('tells once of each field that it does not read', async () => {
    capture();
    const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await run([write({ id: 'a', text: '海', name: 'x' }, { id: 'b', text: '山', name: 'y' }, { id: 'c', text: '川', lang: 'ja' })]);
    expect(told.mock.calls.map(([line]) => line)).toEqual([
      expect.stringMatching(/^tsunagu: \[fields\.unread\] .*jsonl 1行目 \(line 1\), name: 「name」は読みません。読むのは id、text です。/), expect.stringMatching(/3行目 \(line 3\), lang: 「lang」/),
    ]);
  });

  it('names the line of bad input', async () => {
    capture();
    await expect(run([write({ id: 'a', text: 'Python' }, { id: 'b' })])).rejects.toThrow(/^\[introduction\.text\] .*jsonl 2行目 \(line 2\), text: /);
    await expect(run([write({ id: 2 ** 60, text: 'Python' })])).rejects.toThrow(/^\[introduction\.id\] .*\(line 1\), id: /);
    await expect(run([write({ id: 'a', text: 'あ'.repeat(1_001) })])).rejects.toThrow(/^\[intro\.too_long\] .*\(line 1\), text: 自己紹介は1,000文字まで.*now 1001/);
  });

  it('refuses a second text of one id, as the queue does, naming both lines', async () => {
    capture();
    await expect(run([write({ id: 'a', text: 'Python' }, { id: 'b', text: 'Python' }, { id: 'a', text: '海' })])).rejects.toThrow(/^\[match\.text_twice\] .*1、3行目 \(lines 1, 3\), id: .*a/);
  });

  it('refuses options that it does not know', async () => {
    await expect(run(['--colour'])).rejects.toBeInstanceOf(UsageError);
  });
});
