import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MIGRATION_ADVISORY_LOCK_KEY } from 'bullmq';
import pg from 'pg';
import type { Settings } from '@tsunagu/config';
import type { Progress } from '@tsunagu/contracts';
import { issueCredentials, migrateDoor, revokeCredentials } from '@tsunagu/messaging';
import { holdOpen, listen, LOG_CHANNEL, migrate, notifyProgress, PROGRESS_CHANNEL } from '@tsunagu/storage';
import { TailLogService } from '../../../apps/event/src/proposals-out/tail-log.service.js';
import { waitFor } from '../../helpers/wait-for.js';
import { openRoom, orderJob, type Room } from './rooms.js';

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

  it('neither hears what processes tell each other nor tells them anything', async () => {
    const told: unknown[] = [];
    const tail = new TailLogService(room.database, { DATABASE_URL: room.options.databaseUrl } as Settings);
    tail.attach({ pushed: () => undefined, progressed: (_, progress) => told.push((progress as Progress & { elapsedMs: number }).elapsedMs) });
    tail.onApplicationBootstrap();
    const progress = (elapsedMs: number) => ({ proposalId: ID, elapsedMs, limitMs: 5_000, objective: 1 });
    const heard: (string | undefined)[] = [];
    service.on('notification', ({ payload }) => heard.push(payload));
    try {
      await service.query(`LISTEN ${LOG_CHANNEL}; LISTEN ${PROGRESS_CHANNEL}`);
      await waitFor('it listens', async () => { await notifyProgress(room.database.reader, ID, progress(1)); return told.length; });
      await orderJob(room.database);
      await service.query('SELECT pg_notify($1, $2)', [PROGRESS_CHANNEL, JSON.stringify({ eventId: ID, progress: progress(2) })]);
      await notifyProgress(room.database.reader, ID, progress(3));
      await waitFor('what is told last', () => told.includes(3));
      expect(told).not.toContain(2);
      await waitFor('its own word', () => heard.length);
      await service.query(`NOTIFY ${LOG_CHANNEL}, 'last'`);
      await waitFor('its last word', () => heard.includes('last'));
      expect(heard).toEqual([expect.stringContaining('"elapsedMs":2'), 'last']);
    } finally {
      await tail.beforeApplicationShutdown();
    }
  });

  it('finds out nowhere by which names processes notify each other', async () => {
    const [{ secret }] = await room.database.reader.query('SELECT secret FROM channel');
    let ready = false;
    const listener = listen(room.options.databaseUrl, [LOG_CHANNEL], () => undefined, () => { ready = true; });
    try {
      await waitFor('it listens', () => ready);
      await expect(service.query('SELECT secret FROM channel')).rejects.toThrow(/channel/);
      const { rows } = await service.query('SELECT to_jsonb(a)::text AS row FROM pg_stat_activity a UNION ALL SELECT to_jsonb(s)::text FROM pg_stats s UNION ALL SELECT pg_listening_channels()');
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ row }) => row.includes(secret))).toEqual([]);
    } finally {
      await listener.close();
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
