import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { messageResult, Problem, type MessageResult } from '@tsunagu/contracts';
import { Door, openQueue } from '@tsunagu/messaging';
import { acceptRequest, addDeadLetter, eraseResultsOf, finishRequest, listDeadLetters, markDelivered, reopenRequest, undelivered } from '@tsunagu/storage';
import { forgetKeys } from '../../helpers/stores.js';
import { waitFor } from '../../helpers/wait-for.js';
import { Requester, serveDoor, type Script, type Served } from './door-app.js';
import { BACKENDS, openRoom, type Room } from './rooms.js';

describe.each(BACKENDS)('a door on %s', (backend) => {
  let room: Room;
  let requester: Requester;
  let served: Served | undefined;
  let asked: string[];
  const script: Script = { tags: () => undefined };
  beforeAll(async () => { room = await openRoom(backend); });
  beforeEach(async () => {
    asked = [];
    script.tags = (request, context) => { asked.push(context.getId()); return { texts: request.texts.map(({ id }) => ({ id, tags: [] })) }; };
    await emptyDoor();
    requester = new Requester(room.doors[0]);
  });
  afterEach(async () => { await requester.close(); await served?.close(); served = undefined; });
  afterAll(() => room.close());

  const serve = async (options = {}): Promise<Served> => { served = await serveDoor(room.doors[0], room.database, { script, ...options }); return served; };
  const stored = (): Promise<{ id: string; status: string; round: number }[]> => room.database.reader.query('SELECT id, status, round FROM match_request ORDER BY id');
  /** A result that is stored and not delivered, as one of a process that is slow or was killed. */
  const finished = async (id: string, fields: object = {}): Promise<MessageResult> => {
    const now = new Date();
    const message = { version: 1, id, data: {}, replyTo: 'results', priority: 0 } as const;
    const result = { version: 1, id, pattern: 'match.tags', requester: 'library', round: 1, model: 'm', timing: { acceptedAt: now.toISOString(), finishedAt: now.toISOString(), waitedMs: 0, workedMs: 0 }, expiresAt: now.toISOString(), status: 'done', result: { texts: [] }, ...fields } as MessageResult;
    return (await finishRequest(room.database.reader, { service: 'library', id, pattern: 'match.tags', acceptedAt: now, keepMs: 86_400_000, message }, result)).result;
  };
  const emptyDoor = async (): Promise<void> => {
    await room.database.reader.query('DELETE FROM match_request; DELETE FROM dead_letter; DELETE FROM door_mark');
    const { store } = room.doors[0];
    if (store.kind === 'redis') await forgetKeys(store.url, store.prefix);
    else await room.database.reader.query(`TRUNCATE ${store.schema}.job CASCADE`);
  };

  it('a request is answered as the contract has it: id, requester, model, timing, until when it can be read', async () => {
    await serve();
    requester.listen();
    await requester.ask('q1', { correlationId: 'order 7' });
    await waitFor('the result', () => requester.got.length === 1);
    expect(messageResult.parse(requester.got[0])).toMatchObject({
      version: 1, id: 'q1', correlationId: 'order 7', pattern: 'match.tags', requester: 'library', status: 'done', round: 1, model: 'lexicon-test', result: { texts: [{ id: 'a', tags: [] }] },
      timing: { waitedMs: expect.any(Number), workedMs: expect.any(Number) },
    });
    expect(Date.parse(requester.got[0].expiresAt) - Date.now()).toBeGreaterThan(86_000_000);
    expect(await stored()).toEqual([{ id: 'q1', status: 'done', round: 1 }]);
  });

  it('the same id again is worked on once and answered with the same result; other content under it is refused and changes nothing', async () => {
    await serve();
    requester.listen();
    await requester.ask('q1');
    await waitFor('the result', () => requester.got.length === 1);
    await requester.ask('q1');
    await waitFor('it comes again', () => requester.got.length === 2);
    expect(requester.got[1]).toEqual(requester.got[0]);
    await requester.ask('q1', { data: { texts: [{ id: 'b', text: '料理' }] } });
    await waitFor('the refusal', () => requester.got.length === 3);
    expect(requester.got[2]).toMatchObject({ id: 'q1', round: 0, status: 'rejected', problem: { code: 'match.id_reused' } });
    expect(requester.got[0]).toMatchObject({ id: 'q1', round: 1 });
    expect(asked).toEqual(['q1']);
    expect(await stored()).toEqual([{ id: 'q1', status: 'done', round: 1 }]);
  });

  it('of two requests under one id at once the first to end has it; the other is refused, whatever it brought', async () => {
    const both = new Map<string, () => void>();
    script.tags = (request) => new Promise((done) => { both.set(request.texts[0].text, () => done({ texts: [{ id: request.texts[0].id, tags: [] }] })); });
    await serve();
    requester.listen();
    await requester.ask('q1', { data: { texts: [{ id: 'a', text: '写真' }] } });
    await requester.ask('q1', { data: { texts: [{ id: 'b', text: '料理' }] } });
    await waitFor('both are worked on', () => both.size === 2);
    both.get('料理')!();
    await waitFor('one result', () => requester.got.length === 1);
    both.get('写真')!();
    await waitFor('the refusal', () => requester.got.length === 2);
    expect(requester.got).toMatchObject([{ round: 1, status: 'done', result: { texts: [{ id: 'b' }] } }, { round: 0, status: 'rejected', problem: { code: 'match.id_reused' } }]);
    const letters = await listDeadLetters(room.database.reader);
    expect(letters.map(({ problem }) => problem.code)).toEqual(['match.id_reused']);
  });

  it('a request on a queue does not get what another one gets that came by HTTP under its id, nor does it end that', async () => {
    script.tags = (request) => ({ texts: [{ id: request.texts[0].id, tags: [] }] });
    await acceptRequest(room.database.reader, {
      service: 'library', id: 'q1', pattern: 'match.tags', message: { version: 1, id: 'q1', data: { texts: [{ id: 'http', text: '写真' }] }, replyTo: 'results', priority: 0 }, acceptedAt: new Date(), keepMs: 60_000,
    });
    await serve();
    requester.listen();
    await requester.ask('q1', { data: { texts: [{ id: 'queue', text: '料理' }] } });
    await requester.ask('q1', { data: { texts: 'nothing that could be read' } });
    await waitFor('all are answered', () => requester.got.length === 3, 20);
    expect(requester.got.map(({ status, round }) => [status, round]).sort()).toEqual([['done', 1], ['rejected', 0], ['rejected', 0]]);
    expect(requester.got.find(({ status }) => status === 'done')).toMatchObject({ result: { texts: [{ id: 'http' }] } });
  });

  it('a request on a queue does not end another one that comes by HTTP under its id while it is worked on', async () => {
    const done = new Map<string, () => void>();
    script.tags = ({ texts: [{ id }] }) => id === 'http' ? { texts: [{ id, tags: [] }] } : new Promise((resolve) => { done.set(id, () => resolve({ texts: [{ id, tags: [] }] })); });
    await serve();
    requester.listen();
    await requester.ask('q1', { data: { texts: [{ id: 'queue', text: '料理' }] } });
    await waitFor('it is worked on', () => done.has('queue'));
    await acceptRequest(room.database.reader, {
      service: 'library', id: 'q1', pattern: 'match.tags', message: { version: 1, id: 'q1', data: { texts: [{ id: 'http', text: '写真' }] }, replyTo: 'results', priority: 0 }, acceptedAt: new Date(), keepMs: 60_000,
    });
    done.get('queue')!();
    await waitFor('both are answered', () => requester.got.length === 2, 20);
    expect(requester.got.find(({ round }) => round === 0)).toMatchObject({ status: 'rejected', problem: { code: 'match.id_reused' } });
    expect(requester.got.find(({ round }) => round === 1)).toMatchObject({ status: 'done', result: { texts: [{ id: 'http' }] } });
  });

  it('a withdrawal reaches every request in work under its id, at once', async () => {
    const signals: AbortSignal[] = [];
    script.tags = (_, context) => { signals.push(context.getSignal()!); return new Promise(() => undefined); };
    await serve({ everyMs: 3_600_000 });
    requester.listen();
    await requester.ask('q1');
    await requester.ask('q1', { data: { texts: [{ id: 'b', text: '料理' }] } });
    await waitFor('both are worked on', () => signals.length === 2);
    await requester.withdraw('q1');
    await waitFor('both have ended', () => signals.every(({ aborted }) => aborted));
    await waitFor('both are told', () => requester.of('q1').some(({ status }) => status === 'withdrawn') && requester.of('q1').some(({ round }) => round === 0));
    expect(await stored()).toContainEqual({ id: 'q1', status: 'withdrawn', round: 1 });
  });

  it('a withdrawal that another process has taken ends the work on the request here', async () => {
    let signal: AbortSignal | undefined;
    script.tags = (_, context) => { signal = context.getSignal(); return new Promise(() => undefined); };
    await serve();
    requester.listen();
    await requester.ask('q1');
    await waitFor('it is worked on', () => signal !== undefined);
    const elsewhere = new Door(room.doors[0], room.database, { model: 'lexicon-test' });
    expect(await elsewhere.withdraw('q1', 'results')).toBe('withdrawn');
    await waitFor('the work has ended', () => signal!.aborted);
    await elsewhere.stop();
  });

  it('the letter of a request that was refused for its id does not open the request that the id belongs to', async () => {
    await finished('q1', { status: 'rejected', result: undefined, problem: new Problem('request.failed').body });
    await addDeadLetter(room.database.reader, { service: 'library', queue: 'requests', jobId: 'j', requestId: 'q1', pattern: 'match.tags', problem: new Problem('match.id_reused').body, message: { id: 'q1', data: { texts: [] } } });
    expect(await reopenRequest(room.database.reader, (await listDeadLetters(room.database.reader))[0].id)).toBeNull();
    expect(await stored()).toEqual([{ id: 'q1', status: 'rejected', round: 1 }]);
  });

  it('a text that no database stores is refused like any other wrong one', async () => {
    // PostgreSQL's own queue does not even take it.
    if (room.doors[0].store.kind !== 'redis') return;
    await serve();
    requester.listen();
    await requester.ask('q1', { data: { texts: [{ id: 'a', text: 'a\0b' }], 'x\uD83D': 1 } });
    await waitFor('the refusal', () => requester.got.length === 1);
    expect(requester.got[0]).toMatchObject({ id: 'q1', status: 'rejected', problem: { errors: expect.arrayContaining([expect.objectContaining({ code: 'intro.control_character' })]) } });
  });

  it('a request whose id is none is refused under what was sent in its place', async () => {
    await serve();
    requester.listen();
    await requester.ask('a b');
    await waitFor('the refusal', () => requester.got.length === 1);
    expect(requester.got[0]).toMatchObject({ id: expect.stringMatching(/^job-/), correlationId: 'a b', round: 1, status: 'rejected', problem: { code: 'request.invalid', errors: [{ field: 'id', code: 'match.id_form' }] } });
  });

  it('feature 95: a result that names somebody who is erased is taken back from whichever queue it lies on; the refusal in its place is delivered', async () => {
    script.tags = (request) => ({ texts: request.texts.map(({ id }) => ({ id, tags: [{ label: 'p2' }] })) });
    await serve();
    for (const [id, replyTo] of [['q1', 'results'], ['q2', 'results.desk']]) await requester.ask(id, { replyTo });
    const lying = async (name: string): Promise<object[]> => {
      const queue = openQueue(room.doors[0].store, name, {}, () => undefined);
      const jobs = await queue.getJobs(['waiting']);
      await queue.close();
      return jobs.map((job) => { const { id, status, problem } = job.data as { id: string; status: string; problem?: { code: string } }; return { id, status, ...(problem && { code: problem.code }) }; });
    };
    await waitFor('both lie unread', async () => (await lying('results')).length === 1 && (await lying('results.desk')).length === 1);
    await eraseResultsOf(room.database.reader, ['p2']);
    const refused = (id: string): object[] => [{ id, status: 'rejected', code: 'match.erased' }];
    await waitFor('what stands in their place is delivered', async () => isDeepStrictEqual([await lying('results'), await lying('results.desk')], [refused('q1'), refused('q2')]));
  });

  it('feature 95: a result that was on its way while somebody it names was erased does not stay on its queue', async () => {
    const { door } = await serve();
    const result = await finished('q1', { result: { texts: [{ id: 'a', tags: [{ label: 'p2' }] }] } });
    await eraseResultsOf(room.database.reader, ['p2']);
    door.deliver('results', result);
    const queue = openQueue(room.doors[0].store, 'results', {}, () => undefined);
    try {
      const lying = async () => JSON.stringify((await queue.getJobs(['waiting', 'prioritized', 'delayed'])).map((job) => job.data));
      await waitFor('the refusal in its place', async () => (await lying()).includes('match.erased'));
      await waitFor('the result to be taken back', async () => !(await lying()).includes('p2'), 5);
    } finally {
      await queue.close();
    }
  });

  it('the mark of a delivery does not count for the result of the next round', async () => {
    const tx = room.database.reader;
    const first = await finished('q1', { status: 'rejected', result: undefined, problem: new Problem('request.failed').body });
    await addDeadLetter(tx, { service: 'library', queue: 'requests', jobId: 'j', requestId: 'q1', pattern: 'match.tags', problem: new Problem('request.failed').body, message: { id: 'q1', data: {} } });
    expect(await reopenRequest(tx, (await listDeadLetters(tx))[0].id)).toBe(2);
    expect(await markDelivered(tx, 'library', 'results', [first])).toEqual([first]);
    const second = await finished('q1', { round: 2 });
    expect(await undelivered(tx, 'library', { olderThanMs: -1_000, limit: 10, notTo: [] })).toMatchObject([{ id: 'q1', round: 2 }]);
    expect(await markDelivered(tx, 'library', 'results', [first, second])).toEqual([first]);
    expect(await undelivered(tx, 'library', { olderThanMs: -1_000, limit: 10, notTo: [] })).toEqual([]);
  });

  it('a request past its deadline is expired: before it is begun, and while it is worked on', async () => {
    let ended: AbortSignal | undefined;
    script.tags = (_, context) => { asked.push(context.getId()); ended = context.getSignal(); return new Promise(() => undefined); };
    await serve();
    requester.listen();
    await requester.ask('late', { deadline: new Date(Date.now() - 1).toISOString() });
    await requester.ask('slow', { deadline: new Date(Date.now() + 1_500).toISOString() });
    await waitFor('both are told', () => requester.got.length === 2);
    expect(requester.got.map(({ id, status }) => [id, status]).sort()).toEqual([['late', 'expired'], ['slow', 'expired']]);
    expect(asked).toEqual(['slow']);
    expect(ended?.aborted).toBe(true);
  });

  it('a request withdrawn while it is worked on, or before it came, has no result but `withdrawn`; a late withdrawal changes nothing', async () => {
    let finish = (_: unknown): void => undefined;
    script.tags = (_, context) => { asked.push(context.getId()); return context.getId() === 'slow' ? new Promise((done) => { finish = done; }) : { texts: [] }; };
    await serve();
    requester.listen();
    await requester.ask('slow');
    await requester.ask('quick');
    await waitFor('slow is worked on and quick is done', () => asked.includes('slow') && requester.of('quick').length === 1);
    for (const id of ['slow', 'unborn', 'quick']) await requester.withdraw(id);
    await waitFor('the withdrawals are answered', () => ['w-slow', 'w-unborn', 'w-quick'].every((id) => requester.of(id).length === 1));
    finish({ texts: [] });
    await requester.ask('unborn');
    await waitFor('unborn is told again', () => requester.of('unborn').length >= 1);
    await waitFor('nothing is left', async () => (await requester.waiting()) === 0);
    expect(requester.of('w-slow')[0]).toMatchObject({ status: 'done', result: { id: 'slow', status: 'withdrawn' } });
    expect(requester.of('w-quick')[0]).toMatchObject({ result: { id: 'quick', status: 'done' } });
    expect(new Set([...requester.of('slow'), ...requester.of('unborn')].map(({ status }) => status))).toEqual(new Set(['withdrawn']));
    expect(asked.sort()).toEqual(['quick', 'slow']);
    expect((await stored()).filter(({ id }) => !id.startsWith('w-'))).toEqual([{ id: 'quick', status: 'done', round: 1 }, { id: 'slow', status: 'withdrawn', round: 1 }, { id: 'unborn', status: 'withdrawn', round: 1 }]);
  });

  it('whatever cannot be taken is rejected with the reason and the field, laid aside, and never ends the process', async () => {
    await serve();
    requester.listen();
    await requester.ask('v9', { version: 9 });
    await requester.ask('wrong', { data: { texts: 'x' } });
    await requester.ask('who', {}, 'match.everything');
    for (const junk of [null, 7, 'text', [], { id: 'no-version', data: {} }]) await requester.send('match.tags', junk);
    await requester.ask('fine');
    await waitFor('nine answers', () => requester.got.length === 9);
    expect(requester.of('v9')[0]).toMatchObject({ status: 'rejected', problem: { code: 'match.unknown_version' } });
    expect(requester.of('wrong')[0]).toMatchObject({ status: 'rejected', problem: { code: 'request.invalid', errors: [{ field: 'data.texts' }] } });
    expect(requester.of('who')[0]).toMatchObject({ status: 'rejected', problem: { code: 'match.unknown_pattern' } });
    expect(requester.got.filter(({ id }) => id.startsWith('job-')).map((result) => 'problem' in result && result.problem.code)).toEqual(expect.arrayContaining(Array(3).fill('match.malformed')));
    expect(requester.of('no-version')[0]).toMatchObject({ problem: { code: 'request.invalid', errors: [{ field: 'version' }] } });
    expect(requester.of('fine')[0]).toMatchObject({ status: 'done' });
    const letters = await listDeadLetters(room.database.reader, { service: 'library' });
    expect(letters).toHaveLength(8);
    expect(letters.find((letter) => letter.requestId === 'wrong')).toMatchObject({ pattern: 'match.tags', queue: 'requests', problem: { code: 'request.invalid' }, message: { data: { texts: 'x' } } });
  });

  it('a request whose workers died again and again is refused, also where its sender has failed jobs removed', async () => {
    const { store } = room.doors[0];
    const queue = openQueue<object>(store, 'requests', {}, () => undefined);
    const { id } = await queue.add('match.tags', { version: 1, id: 'deadly', data: { texts: [{ id: 'a', text: '写真' }] } }, { removeOnFail: true });
    if (store.kind === 'redis') {
      const redis = new Redis(store.url);
      await redis.hset(`${store.prefix}:requests:${id}`, 'stc', 6);
      redis.disconnect();
    } else await room.database.reader.query(`UPDATE ${store.schema}.job SET stalled_count = 6 WHERE id = $1`, [id]);
    await queue.close();
    await serve();
    requester.listen();
    await waitFor('it is refused', () => requester.of('deadly').length === 1);
    expect(requester.of('deadly')[0]).toMatchObject({ status: 'rejected', problem: { code: 'request.failed' } });
    expect(asked).toEqual([]);
  });

  it('a letter that is replayed gets a result of the next round in place of its rejection', async () => {
    script.tags = () => { throw new Problem('match.not_allowed'); };
    await serve();
    requester.listen();
    await requester.ask('q1');
    await waitFor('the refusal', () => requester.got.length === 1);
    script.tags = () => ({ texts: [] });
    const [letter] = await listDeadLetters(room.database.reader);
    expect(await reopenRequest(room.database.reader, letter.id)).toBe(2);
    expect((await listDeadLetters(room.database.reader))[0].replayedAt).not.toBeNull();
    await waitFor('the result of the next round', () => requester.got.length === 2, 20);
    expect(requester.got.map(({ status, round }) => [status, round])).toEqual([['rejected', 1], ['done', 2]]);
    expect(await stored()).toEqual([{ id: 'q1', status: 'done', round: 2 }]);
  });

  it('a letter whose request cannot be opened again is not marked as replayed', async () => {
    const tx = room.database.reader;
    await addDeadLetter(tx, { service: 'library', queue: 'requests', jobId: 'j', requestId: 'q1', pattern: 'match.tags', problem: new Problem('match.id_reused').body, message: { id: 'q1' } });
    const [{ id }] = await listDeadLetters(tx);
    expect(await reopenRequest(tx, id)).toBeNull();
    await finished('q1');
    expect(await reopenRequest(tx, id)).toBeNull();
    expect((await listDeadLetters(tx))[0].replayedAt).toBeNull();
  });

  it('what fails here is tried again; what goes on failing is refused as failed, and laid aside', async () => {
    const tries: Record<string, number> = {};
    script.tags = (_, context) => {
      tries[context.getId()] = (tries[context.getId()] ?? 0) + 1;
      if (context.getId() === 'hopeless' || tries[context.getId()] < 3) throw new TypeError('秘密の文章');
      return { texts: [] };
    };
    await serve();
    requester.listen();
    await requester.ask('stumbles');
    await requester.ask('hopeless');
    await waitFor('both end', () => requester.got.length === 2, 30);
    expect(requester.of('stumbles')[0]).toMatchObject({ status: 'done' });
    expect(requester.of('hopeless')[0]).toMatchObject({ status: 'rejected', problem: { code: 'request.failed' } });
    expect(JSON.stringify([requester.got, await listDeadLetters(room.database.reader)])).not.toContain('秘密');
    expect(tries).toEqual({ stumbles: 3, hopeless: 5 });
  });

  it('a service is held to its share, so many in work and so many begun a second, the most urgent first; the rest waits in its own queue', async () => {
    let [inWork, most, lastBegan] = [0, 0, 0];
    // Two that are taken up together reach the script in either order: neither ends before both have.
    const begunBeforeItEnds: Record<string, number> = { p1: 2, p2: 2, p4: 5, p5: 5 };
    script.tags = async (_, context) => {
      asked.push(context.getId());
      lastBegan = performance.now();
      most = Math.max(most, ++inWork);
      await waitFor('its partner to begin', () => asked.length >= (begunBeforeItEnds[context.getId()] ?? 0));
      inWork--;
      return { texts: [] };
    };
    const queue = openQueue<object>(room.doors[0].store, 'requests', {}, () => undefined);
    for (const priority of [5, 3, 1, 6, 2, 4]) await queue.add('match.tags', { version: 1, id: `p${priority}`, priority, data: { texts: [{ id: 'a', text: '写真' }] } }, { priority });
    await queue.close();
    const opened = performance.now();
    await serve({ inFlight: 2, perSecond: 3 });
    requester.listen();
    await waitFor('all are answered', () => requester.got.length === 6);
    expect(requester.got.every(({ status }) => status === 'done')).toBe(true);
    expect(most).toBe(2);
    expect([asked.slice(0, 2).sort(), asked.slice(2, 5).sort(), asked[5]]).toEqual([['p1', 'p2'], ['p3', 'p4', 'p5'], 'p6']);
    expect(lastBegan - opened).toBeGreaterThan(1_000);
  });

  it('an absent requester fills its queue to a bound, the rest waits in the database and follows; beyond that it is refused, and nobody else notices', async () => {
    await serve({ resultsWaiting: 5, unread: 10 });
    await requester.askMany(Array.from({ length: 15 }, (_, number) => `q${String(number).padStart(2, '0')}`));
    await waitFor('fifteen are answered', async () => (await stored()).length === 15);
    await waitFor('five wait on the queue', async () => (await requester.unread()) === 5);
    await waitFor('the door knows what is unread', async () => { await requester.ask(`more-${Date.now()}`); return (await stored()).some(({ status }) => status === 'rejected'); });
    const other = new Requester(room.doors[1]).listen();
    const otherDoor = await serveDoor(room.doors[1], room.database, { script });
    await other.ask('o1');
    await waitFor('the other service is answered', () => other.got.length === 1);
    await otherDoor.close();
    await other.close();
    requester.listen();
    await waitFor('everything is told', async () => (await requester.waiting()) === 0 && (await stored()).every(({ id }) => id === 'o1' || requester.of(id).length > 0), 30);
    expect(requester.got.filter(({ status }) => status === 'done').length).toBeGreaterThanOrEqual(10); // the bound; how many more slip in before it is known is chance
    expect(requester.got.find(({ status }) => status === 'rejected')).toMatchObject({ problem: { code: 'match.unread_results' } });
  });

  it('a result whose delivery was lost, and an accepted request whose job was lost, are found by the sweep', async () => {
    await serve();
    await requester.ask('q1');
    await waitFor('it is delivered', async () => (await requester.unread()) === 1);
    await served!.close();
    const { store } = room.doors[0];
    if (store.kind === 'redis') await forgetKeys(store.url, store.prefix); else await room.database.reader.query(`TRUNCATE ${store.schema}.job CASCADE`);
    await room.database.reader.query("UPDATE match_request SET delivered_at = NULL, finished_at = now() - interval '10 seconds'; DELETE FROM door_mark");
    await acceptRequest(room.database.reader, {
      service: 'library', id: 'by-http', pattern: 'match.tags', message: { version: 1, id: 'by-http', data: { texts: [{ id: 'a', text: '写真' }] }, replyTo: 'results', priority: 0 },
      acceptedAt: new Date(Date.now() - 10_000), keepMs: 60_000,
    });
    await serve();
    requester.listen();
    await waitFor('both are told', () => requester.got.length === 2);
    expect(requester.got.map(({ id, status }) => [id, status]).sort()).toEqual([['by-http', 'done'], ['q1', 'done']]);
  });

  it('results are forgotten when they expire, on the queue as well', async () => {
    await serve({ keepMs: 1_000 });
    await requester.ask('q1');
    await waitFor('it waits to be fetched', async () => (await requester.unread()) === 1);
    await waitFor('it is gone', async () => (await stored()).length === 0 && (await requester.unread()) === 0);
  });

  it('a result that expires while its queue cannot be reached is forgotten when it was taken back', async () => {
    const { door } = await serve({ everyMs: 3_600_000 });
    await requester.ask('q1');
    await waitFor('it waits to be fetched', async () => (await requester.unread()) === 1 && (await door.find('q1'))?.deliveredAt);
    await room.database.reader.query("UPDATE match_request SET expires_at = now() - interval '1 second'");
    const { store } = room.doors[0];
    const cutOff = new Door({ ...room.doors[0], store: { ...store, url: store.kind === 'redis' ? 'redis://127.0.0.1:1' : 'postgres://127.0.0.1:1/none' } }, room.database, { model: 'lexicon-test' });
    await expect(cutOff.sweep()).rejects.toThrow();
    await cutOff.stop();
    expect(await stored()).toHaveLength(1);
    await door.sweep();
    expect([await stored(), await requester.unread()]).toEqual([[], 0]);
  });

  it("jobs of another language's client, which keeps them for ever, are cleared away; so is one that is no JSON, with an answer", async () => {
    await serve();
    requester.listen();
    const { store } = room.doors[0];
    const queue = openQueue<object>(store, 'requests', {}, () => undefined);
    await queue.add('match.tags', { version: 1, id: 'kept', data: { texts: [{ id: 'a', text: '写真' }] } }, { removeOnComplete: false });
    await waitFor('it is answered', () => requester.of('kept').length === 1);
    await waitFor('its job is gone', async () => (await queue.getCompletedCount()) === 0, 20);
    if (store.kind === 'redis') {
      const redis = new Redis(store.url);
      const job = await queue.add('match.tags', {}, { delay: 60_000 });
      await redis.hset(`${store.prefix}:requests:${job.id}`, 'data', '{not json');
      await job.promote();
      await waitFor('it is answered', () => requester.got.length === 2, 80);
      expect(requester.got[1]).toMatchObject({ status: 'rejected', problem: { code: 'match.malformed' } });
      redis.disconnect();
    }
    await requester.ask('fine');
    await waitFor('the door lives on', () => requester.of('fine').length === 1);
    await queue.close();
  }, 100_000);
});
