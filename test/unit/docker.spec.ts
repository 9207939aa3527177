import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';

const read = (name: string): string => readFileSync(`docker/${name}`, 'utf8');

describe('docker/', () => {
  it('the Dockerfile passes a linter, which finds faults where there are some', () => {
    expect(validate(read('Dockerfile'))).toEqual([]);
    expect(validate('FROM node:24\nEXPOSE nothing\nHELLO world\n').length).toBeGreaterThan(0);
  });

  it('starts with no password and no address left empty in the environment file', () => {
    const empty = [...read('env.example').matchAll(/^([A-Z_]+)=$/gm)].map(([, name]) => name).filter((name) => name !== 'SERVICES');
    expect(empty).toEqual(['POSTGRES_PASSWORD', 'REDIS_PASSWORD', 'PUBLIC_URL']);
    for (const name of empty) {
      const uses = read('compose.yaml').match(new RegExp(`\\$\\{${name}[^}]*\\}`, 'g'))!;
      expect(uses.filter((use) => !use.startsWith(`\${${name}:?`))).toEqual([]);
    }
  });

  it('runs as a user that is not root, and compose keeps what waits in Redis', () => {
    expect(read('Dockerfile')).toMatch(/^USER 1000:1000$/m);
    expect(read('compose.yaml')).toMatch(/--appendonly yes --maxmemory-policy noeviction/);
    expect(read('compose.yaml').match(/healthcheck:/g)!.length).toBeGreaterThanOrEqual(4);
  });
});
