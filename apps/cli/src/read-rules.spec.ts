import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { InputError, UsageError } from './problems.js';
import { lineOfFault, readRules } from './read-rules.js';
import { run } from './schema.js';

describe('readRules', () => {
  let folder: string;
  const rules = async (text: string): Promise<string> => {
    await writeFile(join(folder, 'rules.json'), text);
    return join(folder, 'rules.json');
  };
  beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'rules-')); });
  afterAll(() => rm(folder, { recursive: true }));

  it('reads rules and wishes', async () => {
    const file = await rules('{"rules":[{"type":"apart","people":["a","b"]}],"wishes":[{"type":"mix","attribute":"所属","priority":1}]}');
    expect(await readRules(file)).toEqual({ rules: [{ type: 'apart', people: ['a', 'b'] }], wishes: [{ type: 'mix', attribute: '所属', priority: 1 }] });
  });

  it.each([
    ['{\n"rules": [\n{"type":"apart","people":["a"]}]}', /rules\.json 3行目 \(line 3\), rules\.0\.people: /],
    ['{\n"colour": 1}', /^\[field\.unknown\] .*\(line 1\), colour: /],
    ['{"wishes":\n[{"type":"magic"}]}', /\(line 2\), wishes\.0\.type: /],
    ['{"size":\n', /^\[json\.broken\] .*\(line 2\): /],
  ])('refuses %j naming line and field', async (text, message) => {
    const file = await rules(text);
    await expect(readRules(file)).rejects.toThrow(InputError);
    await expect(readRules(file)).rejects.toThrow(message);
  });

  it('finds the line of a fault that only the people show', async () => {
    const file = await rules('{"rules":[\n{"type":"apart",\n"people":["a",\n"nobody"]}]}');
    expect(await lineOfFault(file, 'rules.0.people.1')).toBe(4);
  });
});

describe('tsunagu schema', () => {
  it.each(['event', 'rules', 'people'])('prints a JSON Schema of %s', async (name) => {
    const written: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
    try {
      await run([name]);
    } finally {
      write.mockRestore();
    }
    expect(JSON.parse(written.join(''))).toMatchObject({ $schema: expect.stringContaining('json-schema.org'), type: name === 'people' ? 'array' : 'object' });
  });

  it.each([[[]], [['nothing']], [['event', 'rules']], [['--bogus']]])('refuses %j as wrong usage', async (args) => {
    await expect(run(args)).rejects.toThrow(UsageError);
  });
});
