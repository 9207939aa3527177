import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { Door } from '@tsunagu/messaging';
import { listRequestsOf, openDatabase, undelivered, type Database } from '@tsunagu/storage';
import { Requester } from './door-app.js';
import { BACKENDS, openRoom, type Room } from './rooms.js';

/** Text of one result, which the database cannot make much smaller. */
const LETTERS = 1_600_000;

describe.each(BACKENDS)('results that are long, at a door on %s', (backend) => {
  let room: Room;
  /** one connection, so that what comes over it can be counted */
  let database: Database;
  beforeAll(async () => {
    room = await openRoom(backend);
    database = await openDatabase(room.options.databaseUrl, 1);
  });
  afterEach(() => database.reader.query('DELETE FROM match_request'));
  afterAll(async () => {
    await database.source.destroy();
    await room.close();
  });

  const finished = (count: number) => database.reader.query(
    `INSERT INTO match_request (service, id, pattern, body_hash, reply_to, status, accepted_at, result, finished_at, expires_at)
     SELECT 'library', 'q' || n, 'match.tags', '', 'results', 'done', now(), jsonb_build_object('id', 'q' || n, 'round', 1, 'status', 'done', 'result', text), now() - interval '1 hour' + make_interval(secs => n), now() + interval '1 day'
     FROM generate_series(1, $1) n, (SELECT string_agg(md5(part::text), '') AS text FROM generate_series(1, $2) part) long`, [count, LETTERS / 32]);
  /** How much comes from the database while this is done. */
  const bytesRead = async <T>(work: () => Promise<T>): Promise<{ answer: T; bytes: number }> => {
    const pool = (database.source.driver as unknown as { master: Pool }).master;
    const client = await pool.connect() as unknown as { connection: { stream: { bytesRead: number } }; release(): void };
    client.release();
    const { stream } = client.connection;
    const before = stream.bytesRead;
    const answer = await work();
    return { answer, bytes: stream.bytesRead - before };
  };

  it('are not read to tell which requests there are, or which results wait', async () => {
    await finished(3);
    const list = await bytesRead(() => listRequestsOf(database.reader, 'library', { limit: 10 }));
    expect(list.answer.map(({ id, status }) => [id, status])).toEqual([['q3', 'done'], ['q2', 'done'], ['q1', 'done']]);
    const waiting = await bytesRead(() => undelivered(database.reader, 'library', { olderThanMs: 0, limit: 10, notTo: [] }));
    expect(waiting.answer.map(({ id, due }) => [id, due])).toEqual([['q1', ['results']], ['q2', ['results']], ['q3', ['results']]]);
    expect(list.bytes + waiting.bytes).toBeLessThan(LETTERS / 10);
  });

  it('are read one after the other, and only while the queue has room', async () => {
    await finished(5);
    const requester = new Requester(room.doors[0]);
    const door = new Door(room.doors[0], database, { model: 'lexicon-test', resultsWaiting: 2 });
    try {
      const { bytes } = await bytesRead(() => door.sweep());
      expect(await requester.unread()).toBe(2);
      expect(bytes).toBeLessThan(2.5 * LETTERS);
      expect((await undelivered(database.reader, 'library', { olderThanMs: 0, limit: 10, notTo: [] })).map(({ id }) => id)).toEqual(['q3', 'q4', 'q5']);
    } finally {
      await door.stop();
      await requester.close();
    }
  });
});
