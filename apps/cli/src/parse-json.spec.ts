import { describe, expect, it } from '@jest/globals';
import { parseJson } from './parse-json.js';

const lines = (fault: string): string => `[\n${'  { "id": "a", "text": "魚、, }" },\n'.repeat(20)}${fault}\n${'  { "id": "b" },\n'.repeat(20)}  1\n]`;

describe('text that is not JSON', () => {
  it.each([['  { "id": "c" },,', 22], ['  { "id": c },', 22], ['  { "id" "c" },', 22], ['  }, ', 22], ['  { "id": "c }', 22]])('%s is named with its line', (fault, line) => {
    expect(() => parseJson(lines(fault))).toThrow(new RegExp(`^\\[json\\.broken\\] ${line}行目 \\(line ${line}\\): `));
  });

  it('ends too early in its last line, and is named with its file', () => {
    expect(() => parseJson('{\n "rules": [', 'RULES.json')).toThrow(/^\[json\.broken\] RULES\.json 2行目 \(line 2\): /);
    expect(() => parseJson('{\n "rules":[,]\n}', 'RULES.json')).toThrow(/^\[json\.broken\] RULES\.json 2行目 \(line 2\): /);
    expect(parseJson(lines('  2,'))).toHaveLength(42);
  });
});
