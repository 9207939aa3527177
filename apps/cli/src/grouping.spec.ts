import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readGrouping, run } from './grouping.js';
import { InputError, UsageError } from './problems.js';

describe('tsunagu grouping', () => {
  let folder: string;
  const instance = async (text: string): Promise<string> => {
    await writeFile(join(folder, 'instance.txt'), text);
    return join(folder, 'instance.txt');
  };
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'grouping-')); });
  afterAll(() => rm(folder, { recursive: true }));

  const output = async (...args: string[]): Promise<unknown> => {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      await run(args);
    } finally {
      write.mockRestore();
    }
    return JSON.parse(written.join(''));
  };

  it('prints value, groups and iterations of the best division', async () => {
    const file = await instance('4 2 ss 2 2 2 2\n0 1 1\n0 2 5\n0 3 2\n1 2 1\n1 3 7\n2 3 1\n');
    expect(await output(file, '--iterations', '1000')).toEqual({ value: 12, groups: expect.arrayContaining([[0, 2], [1, 3]]), iterations: expect.any(Number) });
  });

  it('gives the same for the same seed and iterations', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => Array.from({ length: i }, (__, j) => `${j} ${i} ${(i * 7 + j * 13) % 17}`)).flat();
    const file = await instance(`12 4 ds ${'2 4 '.repeat(4)}\n${rows.join('\n')}\n`);
    const options = [file, '--iterations', '3000', '--seed', '5'];
    expect(await output(...options)).toEqual(await output(...options));
  });

  it('reads free sizes, blank lines and the ends of lines that Windows writes', async () => {
    const grouping = await readGrouping(await instance('3 2 ds 1 2 1 2 \r\n\r\n0 1 1.5\r\n1 2 2\r\n'));
    expect(grouping).toMatchObject({ elements: 3, min: [1, 1], max: [2, 2] });
    expect([...grouping.values]).toEqual([0, 1.5, 0, 1.5, 0, 2, 0, 2, 0]);
  });

  it.each([
    ['', /^\[grouping\.sizes\] .*instance\.txt 1行目 \(line 1\): /],
    ['4 2 xx 2 2 2 2\n', /^\[grouping\.sizes\] .*line 1/],
    ['4 2 ss 2 2\n', /^\[grouping\.sizes\] .*line 1/],
    ['5 2 ss 2 2 2 2\n', /^\[grouping\.impossible\] .*line 1.* cannot hold 5 elements/],
    ['9999 1 ss 9999 9999\n', /^\[grouping\.too_large\] .*line 1.* 5000 /],
    ['4 2 ss 2 2 2 2\n0 1 1\n0 4 1\n', /^\[grouping\.pair\] .*line 3.* from 0 to 3 /],
    ['4 2 ss 2 2 2 2\n0 0 1\n', /^\[grouping\.pair\] .*line 2/],
    ['4 2 ss 2 2 2 2\n0 1 x\n', /^\[grouping\.pair\] .*line 2/],
  ])('refuses %j naming the line', async (text, message) => {
    const attempt = readGrouping(await instance(text));
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(message);
  });

  it.each([[['a', 'b']], [['--seconds', '0']], [['--seed', 'x']], [['--seconds', '1', '--iterations', '5']], [['--nonsense']]])('refuses %j as wrong usage', async (args) => {
    await expect(run(args)).rejects.toThrow(UsageError);
  });
});
