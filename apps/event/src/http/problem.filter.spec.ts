import { HttpException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { toProblem } from './problem.filter.js';

describe('what was thrown, as a refusal', () => {
  it('a body that is too large names its limit, also in the exception that Nest makes of it', () => {
    const thrown = Object.assign(new Error('request entity too large'), { type: 'entity.too.large', limit: 8 * 1024 * 1024 });
    for (const error of [thrown, new HttpException(thrown.message, 413, { cause: thrown })]) {
      expect(toProblem(error).body).toMatchObject({ code: 'request.too_large', en: expect.stringContaining('8192 KB'), ja: expect.stringContaining('8192 KB') });
    }
  });
});
