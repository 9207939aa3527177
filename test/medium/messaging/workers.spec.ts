import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Problem, type JobPayload } from '@tsunagu/contracts';
import { jobIdOf, openQueue, openWorker, Queues, Workers, type JobHandler } from '@tsunagu/messaging';
import { CONCURRENCY, handlersWith } from './handlers.js';
import { waitFor } from '../../helpers/wait-for.js';
import { BACKENDS, openRoom, orderJob, type Room } from './rooms.js';

const jobError = async (room: Room, stream: string): Promise<string | null> =>
  (await room.database.reader.query('SELECT job_error FROM log WHERE stream = $1', [stream]))[0].job_error;

describe.each(BACKENDS)('workers on %s', (backend) => {
  let room: Room;
  let queues: Queues;
  let workers: Workers | undefined;
  beforeAll(async () => { room = await openRoom(backend); queues = new Queues(room.store); });
  beforeEach(() => room.emptyQueues());
  afterEach(async () => { await workers?.close(); workers = undefined; });
  afterAll(async () => { await queues.close(); await room.close(); });

  const work = (handlers: JobHandler[]): Workers => (workers = new Workers(room.store, room.database, handlers, CONCURRENCY));

  it('a job reaches its handler with the order and the change that caused it', async () => {
    const seen: JobPayload<'rank-candidates'>[] = [];
    work(handlersWith(async (payload) => { seen.push(payload); }));
    const due = await orderJob(room.database);
    await queues.add(due.job, due);
    await waitFor('the job is handled', () => seen.length > 0);
    expect(seen).toEqual([{ ...due.job.data, change: { stream: due.stream, seq: due.seq } }]);
  });

  it('a change that is added three times is handled once', async () => {
    const first = await orderJob(room.database);
    const last = await orderJob(room.database);
    const seen: string[] = [];
    for (let times = 0; times < 3; times++) await queues.addMany([first]);
    await queues.addMany([first, last]);
    work(handlersWith(async ({ change }) => { seen.push(change.stream); }));
    await waitFor('the last job is handled', () => seen.includes(last.stream));
    expect(seen.filter((stream) => stream === first.stream)).toHaveLength(1);
  });

  it('what fails by accident is tried again until it works', async () => {
    let tries = 0;
    const due = await orderJob(room.database);
    work(handlersWith(async () => { if (++tries < 3) throw new Error('the database went away'); }));
    await queues.addMany([due]);
    await waitFor('three tries', () => tries === 3);
    expect(await jobError(room, due.stream)).toBeNull();
  });

  it('a coded refusal is not tried again, is listed as dead, and those who wait are told', async () => {
    let tries = 0;
    const told: string[] = [];
    const due = await orderJob(room.database);
    work(handlersWith(async () => { tries++; throw new Problem('intro.unreadable'); }, async (_, code) => { told.push(code); }));
    await queues.addMany([due]);
    await waitFor('the handler gives up', () => told.length > 0);
    expect({ tries, told }).toEqual({ tries: 1, told: ['intro.unreadable'] });
    const dead = (await queues.deadJobs()).find((job) => job.id === jobIdOf(due));
    expect(dead).toMatchObject({ queue: 'candidates', name: 'rank-candidates', code: 'intro.unreadable', change: { stream: due.stream, seq: due.seq } });
  });

  it('an error message is kept neither with the job nor with the row, since it can quote what somebody wrote', async () => {
    const due = await orderJob(room.database);
    work(handlersWith(async () => { throw Object.assign(new TypeError('私の名前は花子です'), { code: 'E_SECRET' }); }));
    await queues.addMany([due]);
    await waitFor('the row is marked', async () => (await jobError(room, due.stream)) !== null, 40);
    expect(await jobError(room, due.stream)).toBe('TypeError E_SECRET');
    const raw = openQueue(room.store, 'candidates', {}, () => undefined);
    expect(JSON.stringify(await raw.getJob(jobIdOf(due)))).not.toContain('花子');
    await raw.close();
  }, 60_000);

  it('a payload that is not of the contract is dead at once and its row is marked', async () => {
    const due = await orderJob(room.database);
    const raw = openQueue(room.store, 'candidates', {}, () => undefined);
    await raw.add('rank-candidates', { change: { stream: due.stream, seq: due.seq }, eventId: 'not an id' }, { jobId: jobIdOf(due), attempts: 5 });
    work(handlersWith(async () => undefined));
    await waitFor('the row is marked', async () => (await jobError(room, due.stream)) === 'request.invalid');
    await raw.close();
  });

  it('closing finishes the job in hand and takes no new one', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const finished: string[] = [];
    const [first, second, third] = [await orderJob(room.database), await orderJob(room.database), await orderJob(room.database)];
    const started: string[] = [];
    const closing = work(handlersWith(async ({ change }) => { started.push(change.stream); await held; finished.push(change.stream); }));
    await queues.addMany([first, second]);
    await waitFor('both slots are busy', () => started.length === 2);
    await queues.addMany([third]);
    const closed = closing.close();
    release();
    await closed;
    expect(finished.sort()).toEqual([first.stream, second.stream].sort());
    expect(started).toHaveLength(2);
  });

  it('closing leaves a job that never ends behind, after the time it has to drain', async () => {
    const due = await orderJob(room.database);
    let [began, ended] = [false, false];
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => { release = resolve; });
    const closing = work(handlersWith(async () => { began = true; await held; ended = true; }));
    await queues.addMany([due]);
    await waitFor('the job is in hand', () => began);
    await closing.close(100);
    expect(ended).toBe(false);
    release();
    await waitFor('the job has ended', () => ended);
  });

  it('a job whose worker died is done by another within ten seconds', async () => {
    const due = await orderJob(room.database);
    let taken = false;
    const dying = openWorker(room.store, 'candidates', async () => { taken = true; await new Promise(() => undefined); });
    await queues.addMany([due]);
    await waitFor('the first worker has it', () => taken);
    await dying.close(true);
    const seen: string[] = [];
    work(handlersWith(async ({ change }) => { seen.push(change.stream); }));
    await waitFor('another worker has done it', () => seen.includes(due.stream), 10);
  });

  it('counts tell what waits and for how long', async () => {
    const due = [await orderJob(room.database), await orderJob(room.database)];
    await queues.addMany(due);
    const counts = await queues.counts();
    expect(counts.candidates).toMatchObject({ waiting: 2, active: 0 });
    expect(counts.candidates.oldestWaitingMs).toBeGreaterThanOrEqual(0);
    expect(counts.profiles.oldestWaitingMs).toBe(0);
    await queues.ping();
  });
});
