import { describe, expect, it } from '@jest/globals';
import { judgeClock, judgeDisk, judgeEndpoint, judgeJobs, judgeQueueSchemas, judgeRedis, judgeRoles, judgeService, judgeWebhooks } from './judge.js';
import type { Finding } from './findings.js';

const REDIS = { kind: 'redis', version: '7.0.15', policy: 'noeviction', appendOnly: true, keepsUsers: true, strangers: [] as string[], usedBytes: 2e6, limitBytes: 0 } as const;
const states = (findings: Finding[]): string[] => findings.map(({ state }) => state);
const said = (findings: Finding | Finding[]): string => [findings].flat().map(({ say, ja }) => `${say} ${ja}`).join(' ');

describe('feature 104: tsunagu doctor tells what is wrong, in words', () => {
  it('a Redis that is set up well is right', () => {
    expect(states(judgeRedis(REDIS))).toEqual(['ok']);
  });

  it('a Redis that drops jobs when full, or forgets them when it restarts, is wrong; the cure stands beside it', () => {
    const findings = judgeRedis({ ...REDIS, policy: 'allkeys-lru', appendOnly: false });
    expect(states(findings)).toEqual(['ok', 'bad', 'bad']);
    expect(said(findings)).toMatch(/CONFIG SET maxmemory-policy noeviction.*CONFIG SET appendonly yes/s);
  });

  it('a Redis that forgets the users of other services when it restarts, or has forgotten them, is told with the cure', () => {
    expect(states(judgeRedis({ ...REDIS, keepsUsers: false }))).toEqual(['ok']);
    expect(said(judgeRedis({ ...REDIS, keepsUsers: false }, ['library']))).toMatch(/aclfile \/etc\/redis\/users\.acl.*tsunagu door NAME/);
    expect(said(judgeRedis({ ...REDIS, strangers: ['library'] }, ['library']))).toMatch(/no user for library.*tsunagu door/);
  });

  it('a database user who may not make the users of services is told while one is missing, with the cure', () => {
    expect(said(judgeRoles({ user: 'app', mayMake: false, without: ['library'] }))).toMatch(/users of library.*ALTER ROLE "app" CREATEROLE.*データベース/s);
    expect([judgeRoles({ user: 'app', mayMake: true, without: ['library'] }), judgeRoles({ user: 'app', mayMake: false, without: [] })]).toEqual([[], []]);
  });

  it('a Redis that is old, nearly full, or tells nothing is told as such', () => {
    expect(states(judgeRedis({ ...REDIS, version: '5.0.3' }))).toContain('bad');
    expect(states(judgeRedis({ ...REDIS, usedBytes: 9e8, limitBytes: 1e9 }))).toContain('warn');
    expect(said(judgeRedis({ ...REDIS, policy: null, appendOnly: null }))).toContain('noeviction');
  });

  it('missing queues, a clock that is off and a full disk are told', () => {
    expect(judgeQueueSchemas({ kind: 'postgres', missing: ['tsunagu_door_library'] })).toMatchObject({ state: 'bad', say: expect.stringContaining('tsunagu migrate') });
    expect([judgeClock(0.5).state, judgeClock(-90).state, judgeClock(90).say]).toEqual(['ok', 'warn', expect.stringContaining('90 s')]);
    expect([judgeDisk('.data', 2e8).state, judgeDisk('.data', 2e9).state, judgeDisk('.data', 9e10).state]).toEqual(['bad', 'warn', 'ok']);
  });

  it('jobs that wait or were given up, subscriptions that lag and webhooks that stopped are told', () => {
    expect(judgeJobs({ dead: 0, waiting: 2, oldestSeconds: 1 })).toMatchObject([{ state: 'ok' }]);
    expect(states(judgeJobs({ dead: 3, waiting: 9, oldestSeconds: 600 }))).toEqual(['warn', 'bad']);
    const quiet = { service: 'library', open: 0, oldestSeconds: 0, undelivered: 0, lagSeconds: null, eventsBehind: 0, letters: 0 };
    expect(states(judgeService(quiet))).toEqual(['ok']);
    expect(said(judgeService({ ...quiet, eventsBehind: 500, letters: 2, undelivered: 7 }))).toMatch(/7 results.*lags by 500 events.*2 of its messages/s);
    expect(judgeWebhooks({ running: 2, failing: 1, stopped: 0, waiting: 4, failedLastHour: 3 }).say).toContain('1 of 2');
    expect(judgeWebhooks({ running: 0, failing: 0, stopped: 1, waiting: 4, failedLastHour: 3 }).say).toContain('1 stopped');
  });

  it('an endpoint for introductions that does not answer is told with what it says and how many wait', () => {
    const endpoint = { host: 'models.example', model: 'small', downSince: null, problem: null };
    expect(states([judgeEndpoint(null, 0), judgeEndpoint(endpoint, 3)])).toEqual(['ok', 'ok']);
    expect(judgeEndpoint({ ...endpoint, downSince: new Date(), problem: 'the endpoint answers 401' }, 3)).toMatchObject({ state: 'warn', say: expect.stringMatching(/models.example.*answers 401.*3 introductions wait/) });
  });
});
