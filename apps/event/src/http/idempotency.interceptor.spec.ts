import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Database } from '@tsunagu/storage';
import { Subject } from 'rxjs';
import type { JoinedBrowsers } from '../profiles-in/joined-browsers.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';

const ABANDONED_MS = 30_000;
const asked: string[] = [];
const database = { reader: { query: (sql: string) => { asked.push(sql); return Promise.resolve([{}]); } } } as unknown as Database;
const request = { headers: { 'idempotency-key': 'one' }, method: 'POST', path: '/', body: {} };
const context = { getType: () => 'http', getHandler: () => undefined, switchToHttp: () => ({ getRequest: () => request, getResponse: () => ({ statusCode: 200 }) }) } as unknown as ExecutionContext;
const renewals = (): number => asked.filter((sql) => /^UPDATE answered_request SET at = now\(\)/.test(sql)).length;

beforeEach(() => { jest.useFakeTimers(); });
afterEach(() => { jest.useRealTimers(); });

it('a request that takes long never looks abandoned, and says nothing more once it is answered', async () => {
  const work = new Subject<null>();
  const handle = jest.fn(() => work);
  const done = new IdempotencyInterceptor(database, {} as JoinedBrowsers, { get: () => undefined } as unknown as Reflector).intercept(context, { handle } as unknown as CallHandler);
  await jest.advanceTimersByTimeAsync(0);
  expect(handle).toHaveBeenCalledTimes(1);
  for (let passed = 0; passed < 4; passed++) {
    const before = renewals();
    await jest.advanceTimersByTimeAsync(ABANDONED_MS - 1);
    expect(renewals()).toBeGreaterThan(before);
  }
  work.complete();
  await done;
  const before = renewals();
  await jest.advanceTimersByTimeAsync(4 * ABANDONED_MS);
  expect(renewals()).toBe(before);
});
