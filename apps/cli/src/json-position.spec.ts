import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { lineOfPath } from './json-position.js';

const text = `{
  "event": { "title": "会\\"[,]" },
  "participants": [
    { "id": "a",
      "intro": "x" },
    { "id": "b" }
  ]
}`;

describe('the line of a JSON path', () => {
  it.each([
    [[], 1], [['event', 'title'], 2], [['participants'], 3], [['participants', 0], 4], [['participants', 0, 'intro'], 5], [['participants', 1, 'id'], 6],
  ] as const)('%j is on line %i', (path, line) => {
    expect(lineOfPath(text, path)).toBe(line);
  });

  it('is the nearest parent\'s where the path leads nowhere', () => {
    expect(lineOfPath(text, ['participants', 1, 'sector'])).toBe(6);
    expect(lineOfPath(text, ['participants', 9])).toBe(3);
    expect(lineOfPath('7', ['x'])).toBe(1);
  });

  it('is found in any JSON that is written over lines', () => {
    fc.assert(fc.property(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), (values) => {
      const lines = values.map((value) => JSON.stringify(value));
      const written = `[\n${lines.join(',\n')}\n]`;
      values.forEach((_, at) => expect(lineOfPath(written, [at])).toBe(at + 2));
    }));
  });
});
