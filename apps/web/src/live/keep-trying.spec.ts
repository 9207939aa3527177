import { describe, expect, it } from '@jest/globals';
import type { ProblemBody } from '@tsunagu/contracts';
import { Refusal, Unreachable } from './call.js';
import { waitBefore } from './keep-trying.js';

describe('the wait before the next attempt', () => {
  it('doubles from half a second to eight seconds', () => {
    expect([0, 1, 2, 3, 4, 9].map((attempt) => waitBefore(attempt, new Unreachable()))).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000]);
  });

  it('is what the service asked for', () => {
    expect(waitBefore(0, new Refusal({ status: 503 } as ProblemBody, 2))).toBe(2_000);
  });
});
