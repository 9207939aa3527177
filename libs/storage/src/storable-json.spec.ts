import { describe, expect, it } from '@jest/globals';
import { storableJson } from './storable-json.js';

describe('JSON of whatever somebody sent, as PostgreSQL takes it', () => {
  it.each([
    ['NUL', { 'a\0': 'x\0y\0' }, { 'a\uFFFD': 'x\uFFFDy\uFFFD' }],
    ['half a character', ['\uD83D', '\uDC68x'], ['\uFFFD', '\uFFFDx']],
    ['backslashes that only look so', ['\\u0000', '\\\\u0000', '\\\0'], ['\\u0000', '\\\\u0000', '\\\uFFFD']],
    ['all other text', { text: '写真👨‍👩‍👧 "\n' }, { text: '写真👨‍👩‍👧 "\n' }],
    ['nothing', undefined, null],
  ])('%s', (_, sent, stored) => {
    expect(JSON.parse(storableJson(sent))).toEqual(stored);
  });
});
