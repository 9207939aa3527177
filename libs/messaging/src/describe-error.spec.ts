import { describe, expect, it } from '@jest/globals';
import { Problem } from '@tsunagu/contracts';
import { describeError } from './describe-error.js';
import { within } from './transport/queue-store.js';

describe('an error in words for the log', () => {
  it('is its code or class, without what somebody wrote', () => {
    expect(describeError(new Problem('teams.full'))).toBe('teams.full');
    expect(describeError(new TypeError('ひみつ'))).toBe('TypeError');
    expect(describeError(Object.assign(new Error('ひみつ'), { code: 'ECONNREFUSED' }))).toBe('Error ECONNREFUSED');
  });

  it('tells which server is lost, and of a time-out that it is one', async () => {
    expect(describeError(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', address: '127.0.0.1', port: 5432 }))).toBe('Error ECONNREFUSED 127.0.0.1:5432');
    expect(describeError(new Error('Connection terminated unexpectedly'))).toBe('Error PostgreSQL connection lost');
    expect(describeError(new Error('timeout exceeded when trying to connect'))).toBe('Error PostgreSQL time-out');
    expect(describeError(new Error('Connection is closed.'))).toBe('Error Redis connection lost');
    expect(describeError(await within(1, 'ひみつ', new Promise(() => undefined)).catch((error: unknown) => error))).toBe('Error ETIMEDOUT');
  });

  it('tells where it was thrown, where neither says anything', () => {
    const told = describeError(new Error('ひみつ\n    の話'));
    expect(told).toMatch(/^Error at .*describe-error\.spec\.ts/);
    expect(told).not.toContain('ひみつ');
    expect(describeError(undefined)).toBe('Error');
  });
});
