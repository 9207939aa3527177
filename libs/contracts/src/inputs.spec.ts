import { describe, expect, it } from '@jest/globals';
import { HTTP_BODIES, HTTP_QUERIES } from './http-routes.js';
import { JOBS } from './jobs.js';

const SCHEMAS = Object.entries({ ...HTTP_BODIES, ...HTTP_QUERIES, ...JOBS });

describe('whatever comes from outside the process', () => {
  it.each(SCHEMAS)('%s refuses a field that it does not know', (_, schema) => {
    const { error } = schema.safeParse({ pattern: 'match.tags', 'unknown field': 1 });
    expect(JSON.stringify(error!.issues)).toMatch(/"code":"unrecognized_keys","keys":\[[^\]]*"unknown field"/);
  });
});
