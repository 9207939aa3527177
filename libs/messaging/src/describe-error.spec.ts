import { describe, expect, it } from '@jest/globals';
import { Problem } from '@tsunagu/contracts';
import { describeError } from './describe-error.js';

describe('an error in words for the log', () => {
  it('is its code or class, without what somebody wrote', () => {
    expect(describeError(new Problem('teams.full'))).toBe('teams.full');
    expect(describeError(new TypeError('ひみつ'))).toBe('TypeError');
    expect(describeError(Object.assign(new Error('ひみつ'), { code: 'ECONNREFUSED' }))).toBe('Error ECONNREFUSED');
  });

  it('tells where it was thrown, where neither says anything', () => {
    const told = describeError(new Error('ひみつ\n    の話'));
    expect(told).toMatch(/^Error at .*describe-error\.spec\.ts/);
    expect(told).not.toContain('ひみつ');
    expect(describeError(undefined)).toBe('Error');
  });
});
