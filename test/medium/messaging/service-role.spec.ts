import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MIGRATION_ADVISORY_LOCK_KEY } from 'bullmq';
import pg from 'pg';
import type { Settings } from '@tsunagu/config';
import type { Progress } from '@tsunagu/contracts';
import { issueCredentials, migrateDoor, revokeCredentials } from '@tsunagu/messaging';
import { holdOpen, migrate, PROGRESS_CHANNEL } from '@tsunagu/storage';
import { TailLogService } from '../../../apps/event/src/proposals-out/tail-log.service.js';
import { waitFor } from '../../helpers/wait-for.js';
import { openRoom, type Room } from './rooms.js';

const ID = '00000000-0000-4000-8000-000000000001'; // services are told the id of each event that allows them

describe('a service with a role of its own on PostgreSQL', () => {
  let room: Room;
  let service: pg.Client;
  beforeEach(async () => {
    room = await openRoom('PostgreSQL');
    service = new pg.Client({ connectionString: (await issueCredentials(room.doors[0])).url });
    await service.connect();
  });
  afterEach(async () => {
    await service.end();
    await revokeCredentials(room.doors[0]);
    await room.close();
  });

  it('tells a process nothing that it cannot take by what it notifies', async () => {
    const heard: Progress[] = [];
    const tail = new TailLogService(room.database, { DATABASE_URL: room.options.databaseUrl } as Settings);
    tail.attach({ pushed: () => undefined, progressed: (_, progress) => heard.push(progress) });
    tail.onApplicationBootstrap();
    const progress = { proposalId: ID, elapsedMs: 200, limitMs: 5_000, objective: 1 };
    const notify = (payload: string) => service.query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, payload]);
    try {
      await waitFor('it listens', async () => { await notify(JSON.stringify({ eventId: ID, progress })); return heard.length; });
      for (const payload of ['', 'no json', 'null', JSON.stringify({ eventId: ID, progress: 'soon' }), JSON.stringify({ eventId: ID, progress: { ...progress, elapsedMs: 400 } })]) await notify(payload);
      await waitFor('what fits', () => heard.some((one) => 'elapsedMs' in one && one.elapsedMs === 400));
      expect(heard.every((one) => typeof one === 'object' && 'elapsedMs' in one)).toBe(true);
    } finally {
      await tail.beforeApplicationShutdown();
    }
  });

  it('holds no event shut, whatever locks it takes', async () => {
    const [{ keys }] = await room.database.transaction(async (tx) => {
      await holdOpen(tx, ID);
      return tx.query("SELECT count(*)::int AS keys FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()");
    });
    expect(keys).toBe(0);
    await expect(service.query('SELECT FROM turn FOR SHARE')).rejects.toThrow(/turn/);
  });

  it('keeps the product from no start, whatever locks it takes', async () => {
    const { store } = room.doors[0];
    if (store.kind !== 'postgres') return;
    await service.query('BEGIN');
    await service.query('SELECT pg_advisory_lock(key) FROM unnest($1::int[]) AS key', [[7_408_067, 7_408_068]]);
    await service.query('SELECT pg_advisory_lock($1, hashtext($2))', [MIGRATION_ADVISORY_LOCK_KEY, store.schema]);
    await service.query('LOCK TABLE migration IN ACCESS SHARE MODE');
    await expect(migrate(store.url)).resolves.toEqual([]);
    await migrateDoor(room.doors[0]);
    await service.query('ROLLBACK');
    await expect(service.query('BEGIN; LOCK TABLE public.migrating IN ACCESS SHARE MODE')).rejects.toThrow(/migrating/);
  });
});
