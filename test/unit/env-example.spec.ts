import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { envExample, SETTINGS } from '@tsunagu/config';

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(ts|mjs)$/.test(name) && !/\.spec\.ts$/.test(name)).map((name) => join(folder, name));
const sources = ['apps', 'libs', 'scripts'].flatMap(filesBelow).map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const read = (file: string): string => readFileSync(file, 'utf8');

/** Variables of the environment that are no settings: the system's, npm's, and what CONTRIBUTING.md names. */
const OTHERS = ['PATH', 'npm_execpath', 'npm_lifecycle_event', 'CHROMIUM_PATH'];

describe('.env.example', () => {
  it('lists every setting with its meaning, as the program reads it', () => {
    expect(read('.env.example')).toBe(envExample());
  });

  it('misses no variable that the code reads, and lists none that it does not', () => {
    const reads = sources.flatMap(({ text }) => [...text.matchAll(/process\.env\.(\w+)/g)].map(([, name]) => name));
    expect([...new Set(reads)].filter((name) => !(name in SETTINGS) && !OTHERS.includes(name))).toEqual([]);
    const elsewhere = sources.filter(({ file }) => !file.includes('config')).map(({ text }) => text).join('\n');
    expect(Object.keys(SETTINGS).filter((name) => !new RegExp(`\\b${name}\\b`).test(elsewhere))).toEqual([]);
  });

  it('has every setting that compose takes from the environment in docker/env.example too', () => {
    const taken = [...read('docker/compose.yaml').matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
    expect(taken.length).toBeGreaterThan(4);
    expect(taken.filter((name) => !new RegExp(`^${name}=`, 'm').test(read('docker/env.example')))).toEqual([]);
  });
});
