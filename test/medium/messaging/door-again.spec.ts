import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { streamId, type MessageResult } from '@tsunagu/contracts';
import { ForwardEvents, openQueue, openWorker } from '@tsunagu/messaging';
import { append, entry, eraseResultsOf, listDeadLetters, reopenRequest } from '@tsunagu/storage';
import { forgetKeys } from '../../helpers/stores.js';
import { waitFor } from '../../helpers/wait-for.js';
import { Requester, serveDoor, type Script, type Served } from './door-app.js';
import { BACKENDS, openEventFor, openRoom, type Room } from './rooms.js';

describe.each(BACKENDS)('what is told again, at a door on %s', (backend) => {
  let room: Room;
  let requester: Requester;
  let served: Served | undefined;
  const script: Script = { tags: () => undefined };
  beforeAll(async () => { room = await openRoom(backend); });
  beforeEach(() => {
    script.tags = (request) => ({ texts: request.texts.map(({ id }) => ({ id, tags: [{ label: 'p2' }] })) });
    requester = new Requester(room.doors[0]);
  });
  afterEach(async () => {
    await requester.close();
    await served?.close();
    served = undefined;
    await loseQueues();
    await room.database.reader.query('DELETE FROM match_request; DELETE FROM dead_letter; DELETE FROM door_mark');
  });
  afterAll(() => room.close());

  const serve = async (options = {}): Promise<Served> => { served = await serveDoor(room.doors[0], room.database, { script, ...options }); return served; };
  const loseQueues = async (): Promise<void> => {
    const { store } = room.doors[0];
    if (store.kind === 'redis') await forgetKeys(store.url, store.prefix);
    else await room.database.reader.query(`TRUNCATE ${store.schema}.job CASCADE`);
  };
  const lying = async (name: string): Promise<string[]> => {
    const queue = openQueue<MessageResult>(room.doors[0].store, name, {}, () => undefined);
    const jobs = await queue.getJobs(['waiting']);
    await queue.close();
    return jobs.map(({ data }) => ('problem' in data ? `${data.id} ${data.problem.code}` : `${data.id} ${data.status}`)).sort();
  };
  /** Fetches what lies on the queue of results, and loses it, as a requester does that crashes. */
  const fetchAndLose = async (count: number): Promise<void> => {
    const lost: MessageResult[] = [];
    const reader = openWorker(room.doors[0].store, 'results', async (job) => { lost.push(job.data); });
    await waitFor('it is fetched', () => lost.length === count);
    await reader.close();
  };

  it('a result that was fetched and lost comes when its request is sent again, also where the queue is full just then', async () => {
    await serve({ resultsWaiting: 2 });
    await requester.ask('q1');
    await waitFor('it is delivered', async () => (await requester.unread()) === 1);
    await fetchAndLose(1);
    await requester.askMany(['q2', 'q3', 'q4']);
    await waitFor('the queue is full', async () => (await requester.unread()) === 2 && (await room.database.reader.query('SELECT FROM match_request')).length === 4);
    await requester.ask('q1');
    await waitFor('it is taken', async () => (await requester.waiting()) === 0);
    requester.listen();
    await waitFor('all are told', () => ['q1', 'q2', 'q3', 'q4'].every((id) => requester.of(id).length > 0), 20);
  });

  it('feature 95: a result that was asked for on two queues is taken back from both; the refusal in its place comes to both', async () => {
    await serve();
    await requester.ask('q1');
    await waitFor('it lies there', async () => (await lying('results')).length === 1);
    await requester.ask('q1', { replyTo: 'results.other' });
    await waitFor('it lies on both', async () => (await lying('results.other')).length === 1);
    await eraseResultsOf(room.database.reader, ['p2']);
    await waitFor('the refusals', async () => [...await lying('results'), ...await lying('results.other')].join() === 'q1 match.erased,q1 match.erased');
  });

  it('feature 95: a result that somebody holds while a person in it is erased is taken back once it is let go; only then the refusal comes', async () => {
    await serve();
    await requester.ask('q1');
    await waitFor('it lies there', async () => (await lying('results')).length === 1);
    const queue = openQueue<MessageResult>(room.doors[0].store, 'results', {}, () => undefined);
    let held = false;
    let letGo = (): void => undefined;
    const holder = openWorker(room.doors[0].store, 'results', () => { held = true; return new Promise((_, fail) => { letGo = () => fail(new Error('lost')); }); });
    await waitFor('it is held', () => held);
    await eraseResultsOf(room.database.reader, ['p2']);
    await room.database.reader.query("UPDATE match_request SET finished_at = now() - interval '1 minute'");
    const sweeps = async (count: number): Promise<void> => { for (let round = 0; round < count; round++) await served!.door.sweep(); };
    await sweeps(2);
    expect(await lying('results')).toEqual([]);
    const ended = holder.close();
    letGo();
    await ended;
    await waitFor('the refusal', async () => (await lying('results')).join() === 'q1 match.erased');
    expect((await queue.getJobs(['waiting', 'delayed', 'active', 'prioritized'])).map(({ data }) => data.status)).toEqual(['rejected']);
    await queue.close();
  });

  it('a request withdrawn while it waits is told at once, and with what was asked when it comes', async () => {
    let end = (): void => undefined;
    script.tags = (_, context) => (context.getId() === 'first' ? new Promise((done) => { end = () => done({ texts: [] }); }) : { texts: [] });
    await serve({ inFlight: 1 });
    requester.listen();
    await requester.ask('first');
    await requester.ask('q1', { correlationId: 'order 7' });
    await requester.withdraw('q1');
    await waitFor('the withdrawal is answered', () => requester.of('w-q1').length === 1);
    end();
    await waitFor('both are told', () => requester.of('q1').length === 2);
    expect(requester.of('q1').map(({ status, pattern, correlationId, round }) => [status, pattern, correlationId, round])).toEqual([['withdrawn', 'unknown', 'q1', 1], ['withdrawn', 'match.tags', 'order 7', 1]]);
  });

  it('a letter that is replayed shortly before its request expires gets a result of the next round', async () => {
    await serve();
    requester.listen();
    await requester.ask('q1', { data: { texts: [] } });
    await waitFor('the refusal', () => requester.of('q1').length === 1);
    await served!.close();
    const tx = room.database.reader;
    await tx.query("UPDATE match_request SET expires_at = now() - interval '1 second'");
    expect(await reopenRequest(tx, (await listDeadLetters(tx))[0].id)).toBe(2);
    const { door } = await serve({ everyMs: 3_600_000 });
    await door.sweep();
    expect(await tx.query('SELECT round FROM match_request')).toEqual([{ round: 2 }]);
  });

  it('an id that is used again and again for other requests fills no queue beyond its bound, and is laid aside once', async () => {
    await serve({ resultsWaiting: 3, inFlight: 1 });
    await requester.ask('q1');
    await waitFor('it lies there', async () => (await lying('results')).length === 1);
    for (let number = 0; number < 8; number++) await requester.ask('q1', { data: { texts: [{ id: 'a', text: `写真${number}` }] } });
    await waitFor('the queue is full', async () => (await requester.unread()) >= 3);
    await served!.door.sweep();
    expect([await requester.unread(), await requester.waiting(), (await listDeadLetters(room.database.reader)).length]).toEqual([3, 6, 1]);
    requester.listen();
    await waitFor('all are told', () => requester.of('q1').length === 9, 30);
  });

  it('a queue server that comes back empty is told everything once more: results, and the events from the first one on', async () => {
    const { reader } = room.database;
    const eventId = await openEventFor(room.database, ['library']);
    const happen = (participant: string) => room.database.transaction((tx) => append(tx, eventId, [entry({ stream: streamId('outside', eventId), type: 'participant.erased', about: [], payload: () => ({ participant }) })]));
    const forward = new ForwardEvents([room.doors[0]], room.database);
    await serve();
    await requester.ask('q1');
    for (const participant of ['p1', 'p2']) await happen(participant);
    await forward.forward();
    await waitFor('all lie there', async () => (await lying('results')).length === 1 && (await reader.query("SELECT FROM door_mark WHERE service = 'library'")).length === 1);
    await loseQueues();
    requester.listen();
    await waitFor('the result', () => requester.of('q1').length === 1);
    await forward.forward();
    const events: { seq: number }[] = [];
    const subscriber = openWorker(room.doors[0].store, 'events', async (job) => { events.push(job.data); });
    await waitFor('the events', () => events.length === 2);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
    await subscriber.close();
    await forward.stop();
  });
});
