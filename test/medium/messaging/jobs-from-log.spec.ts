import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { jobIdOf, JobsFromLog, openQueue, Queues, Workers } from '@tsunagu/messaging';
import { failJob, takeJob, type Change } from '@tsunagu/storage';
import { CONCURRENCY, handlersWith } from './handlers.js';
import { waitFor } from '../../helpers/wait-for.js';
import { BACKENDS, openRoom, orderJob, type Room } from './rooms.js';

const AT_ONCE = { everyMs: 50, graceMs: 0, repairMs: 0, trustMs: 0 };

describe.each(BACKENDS)('jobs from the log on %s', (backend) => {
  let room: Room;
  let queues: Queues;
  let workers: Workers | undefined;
  let jobs: JobsFromLog;
  const done: string[] = [];
  beforeAll(async () => { room = await openRoom(backend); queues = new Queues(room.store); });
  beforeEach(async () => {
    await room.emptyQueues();
    await room.database.reader.query('DELETE FROM log');
    done.length = 0;
    jobs = new JobsFromLog(queues, room.database, AT_ONCE);
  });
  afterEach(async () => { await jobs.stop(); await workers?.close(); workers = undefined; });
  afterAll(async () => { await queues.close(); await room.close(); });

  const markDone = async (change: Change): Promise<void> => {
    if (await room.database.transaction((tx) => takeJob(tx, change))) done.push(change.stream);
  };
  const work = (): Workers => (workers = new Workers(room.store, room.database, handlersWith(({ change }) => markDone(change)), CONCURRENCY));

  it('a queue that loses everything gets all undone jobs again, and none of the done ones', async () => {
    const finished = await orderJob(room.database);
    await markDone(finished);
    done.length = 0;
    const waiting = await Promise.all(Array.from({ length: 30 }, () => orderJob(room.database)));
    await jobs.addNow(waiting);
    await room.emptyQueues();
    expect((await queues.counts()).candidates.waiting).toBe(0);
    work();
    jobs.start();
    await waitFor('all thirty are done', () => done.length === 30);
    await jobs.sweep();
    expect([...done].sort()).toEqual(waiting.map((due) => due.stream).sort());
  });

  it('a job that is swept many times while it waits is done once', async () => {
    const due = await orderJob(room.database);
    await jobs.addNow([due]);
    for (let round = 0; round < 3; round++) await jobs.sweep();
    expect((await queues.counts()).candidates.waiting).toBe(1);
    work();
    await waitFor('it is done', () => done.length === 1);
    await jobs.sweep();
    expect(done).toEqual([due.stream]);
  });

  it('a job that finished without its mark is done once more', async () => {
    const due = await orderJob(room.database);
    let runs = 0;
    workers = new Workers(room.store, room.database, handlersWith(async ({ change }) => { if (++runs > 1) await markDone(change); }), CONCURRENCY);
    await jobs.addNow([due]);
    await waitFor('the first run is over', async () => (await queues.presence(due, 0)) === 'finished');
    await jobs.sweep();
    await waitFor('the second run marks it', () => done.length === 1);
  });

  it('a job that failed for good is left alone', async () => {
    const due = await orderJob(room.database);
    await failJob(room.database.reader, due, 'intro.unreadable');
    await jobs.sweep();
    expect((await queues.counts()).candidates.waiting).toBe(0);
  });

  it('rows younger than the grace time are left to the one who wrote them', async () => {
    await orderJob(room.database);
    await new JobsFromLog(queues, room.database, { ...AT_ONCE, graceMs: 60_000 }).sweep();
    expect((await queues.counts()).candidates.waiting).toBe(0);
  });

  it('a job of an erased row does nothing', async () => {
    const due = await orderJob(room.database);
    await jobs.addNow([due]);
    await room.database.reader.query('UPDATE log SET job = NULL WHERE stream = $1', [due.stream]);
    work();
    await waitFor('the queue is empty', async () => (await queues.counts()).candidates.waiting + (await queues.counts()).candidates.active === 0);
    expect(done).toEqual([]);
  });

  it('adding never fails the caller while the queue cannot be reached', async () => {
    const due = await orderJob(room.database);
    const unreachable = backend === 'Redis'
      ? { kind: 'redis', url: 'redis://127.0.0.1:1', prefix: 'none' } as const
      : { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none', schema: 'none' } as const;
    const lost = new Queues(unreachable);
    await expect(new JobsFromLog(lost, room.database).addNow([due])).resolves.toBeUndefined();
    await expect(lost.ping()).rejects.toThrow();
    await lost.close();
  });

  it('the queue holds ids and never more of the row', async () => {
    const due = await orderJob(room.database);
    await jobs.addNow([due]);
    const raw = openQueue(room.store, 'candidates', {}, () => undefined);
    const stored = await raw.getJob(jobIdOf(due));
    expect(stored?.data).toEqual({ ...due.job.data, change: { stream: due.stream, seq: due.seq } });
    await raw.close();
  });
});
