import { describe, expect, it } from '@jest/globals';
import { introductionProblem } from './check-text.js';
import { HTTP_BODIES, HTTP_QUERIES } from './http-routes.js';
import { introductionText } from './inputs.js';
import { JOBS } from './jobs.js';

const SCHEMAS = Object.entries({ ...HTTP_BODIES, ...HTTP_QUERIES, ...JOBS });

describe('whatever comes from outside the process', () => {
  it.each(SCHEMAS)('%s refuses a field that it does not know', (_, schema) => {
    const { error } = schema.safeParse({ pattern: 'match.tags', 'unknown field': 1 });
    expect(JSON.stringify(error!.issues)).toMatch(/"code":"unrecognized_keys","keys":\[[^\]]*"unknown field"/);
  });
});

describe('an introduction pasted from a word processor', () => {
  it('may hold its line and page breaks, which are taken for line breaks', () => {
    expect(introductionText.parse('ピアノが弾けます。\u000B写真が好きです。\u000C以上')).toBe('ピアノが弾けます。\n写真が好きです。\n以上');
    expect(introductionProblem('ピアノが弾けます。\u000B写真が好きです。')).toBeUndefined();
    expect(introductionProblem('ピアノ\u0007')).toEqual({ code: 'intro.control_character' });
  });
});
