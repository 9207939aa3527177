import { HttpException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { Problem } from '@tsunagu/contracts';
import { secondsToWait, toProblem } from './problem.filter.js';

describe('what was thrown, as a refusal', () => {
  it('a body that is too large names its limit, also in the exception that Nest makes of it', () => {
    const thrown = Object.assign(new Error('request entity too large'), { type: 'entity.too.large', limit: 8 * 1024 * 1024 });
    for (const error of [thrown, new HttpException(thrown.message, 413, { cause: thrown })]) {
      expect(toProblem(error).body).toMatchObject({ code: 'request.too_large', en: expect.stringContaining('8192 KB'), ja: expect.stringContaining('8192 KB') });
    }
  });

  it('says in seconds when to ask again, where that helps', () => {
    const wait = (problem: Problem) => secondsToWait(problem);
    expect(wait(new Problem('request.too_many', { values: { seconds: 17 } }))).toBe('17');
    expect([wait(new Problem('store.unavailable')), wait(new Problem('request.in_progress'))]).toEqual(['2', '2']);
    expect([wait(new Problem('request.malformed')), wait(new Problem('request.failed'))]).toEqual([undefined, undefined]);
  });
});
