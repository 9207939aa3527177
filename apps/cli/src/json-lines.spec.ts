import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readJsonLines } from './json-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'json-lines-'));
let files = 0;
const write = (content: string | Buffer): string => {
  const file = join(folder, `${files++}.jsonl`);
  writeFileSync(file, content);
  return file;
};
async function readAll(file: string): Promise<unknown[]> {
  const values: unknown[] = [];
  for await (const { value, line } of readJsonLines(file)) values.push([line, value]);
  return values;
}

describe('reading JSON lines', () => {
  it('skips blank lines, takes CRLF and a last line without an end, and counts from one', async () => {
    expect(await readAll(write('{"a":1}\r\n\n{"a":"日本"}'))).toEqual([[1, { a: 1 }], [3, { a: '日本' }]]);
  });

  it('names the line that is not JSON', async () => {
    await expect(readAll(write('{"a":1}\n{"a":\n'))).rejects.toThrow(/^\[json\.broken\] .*jsonl 2行目 \(line 2\): /);
  });

  it('refuses other bytes than UTF-8', async () => {
    await expect(readAll(write(Buffer.from([0x7b, 0x82, 0xa0, 0x7d, 0x0a])))).rejects.toThrow(/^\[file\.not_utf8\] .*line 1/);
  });

  it('says which file cannot be read', async () => {
    await expect(readAll(join(folder, 'missing.jsonl'))).rejects.toThrow(/^\[file\.unreadable\] .*missing\.jsonl: /);
  });
});
