import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { envExample } from '@tsunagu/config';

describe('.env.example', () => {
  it('lists every setting with its meaning, as the program reads it', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(envExample());
  });
});
